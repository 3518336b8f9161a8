/** What is kept out of a recall. */
import { describe, expect, it } from 'vitest';
import { compileTopics, inhibit } from './inhibition.ts';

const memory = (text: string, messageId = 'm', atMs = 1000, conversationId = 'c') => ({
  text,
  speaker: 'user',
  atMs,
  place: { conversationId, messageId },
});

describe('inhibition', () => {
  it('keeps excluded topics out, whatever their accents, number and gender', () => {
    const isExcluded = compileTopics(['mon divorce', 'Hélène', 'chevaux', 'health problems', 'voisine']);
    for (const text of [
      'Le divorce est prononcé.',
      'Nos divorces coûtent cher.',
      'helene est venue',
      "J'ai parlé à HÉLÈNE",
      'le cheval de Paul',
      'a problem with my health',
      'mes voisins font du bruit',
    ])
      expect([text, isExcluded(text)]).toEqual([text, true]);
    for (const text of ['Anna aime les noix.', 'my health is fine', 'le voisinage', 'diverses choses'])
      expect([text, isExcluded(text)]).toEqual([text, false]);
  });

  it('recalls nothing in private mode', () => {
    expect(inhibit([memory('Anna')], { isPrivate: true })).toEqual([]);
  });

  it('leaves out what the prompt holds already, and nothing else of the conversation', () => {
    const old = memory('old', 'm1', 10);
    const fresh = memory('new', 'm2', 500);
    const elsewhere = memory('elsewhere', 'm3', 500, 'd');
    const all = [old, fresh, elsewhere];
    expect(inhibit(all, { conversation: { id: 'c', sinceMs: 100 } })).toEqual([old, elsewhere]);
    expect(inhibit(all, { promptMessageIds: new Set(['m1', 'm3']) })).toEqual([fresh]);
    expect(inhibit(all, {})).toEqual(all);
  });
});
