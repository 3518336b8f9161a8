/** The corpus is large, well formed, without duplicates, and split by a rule anyone can repeat. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseLocalTime } from '../../domain/local-time.ts';
import { corpusZone, expectedSlots, type Phrasing, readCorpus, scoreReadings } from './corpus.ts';

const dev = readCorpus('dev');
const keptAside = readCorpus('kept-aside');
const all = [...dev, ...keptAside];

const intents = [
  ...['time.now', 'date.today', 'day.ofDate', 'time.elsewhere', 'math', 'percent', 'units', 'currency'],
  ...['timer.set', 'timer.cancel', 'timer.list', 'timer.remaining', 'reminder.set', 'note.add', 'note.list'],
  ...['list.add', 'list.remove', 'list.show', 'memory.remember', 'memory.ask', 'memory.forget'],
  ...['memory.why', 'memory.correct', 'memory.before', 'knowledge.ask', 'private.on', 'private.off'],
  ...['window.command', 'repeat', 'help', 'stop', 'none'],
];
const numberSlots = ['answer', 'seconds'];
const timeSlots = ['when', 'date'];
const textSlots = ['place', 'label', 'what', 'text', 'list', 'fact', 'about', 'unit', 'command'];

const groupOf = ({ lang, intent }: Phrasing) => `${lang} ${intent}`;
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const bare = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9%+*$€/-]+/g, ' ')
    .trim();

describe('the corpus of phrasings', () => {
  it.each(['fr', 'en'] as const)('holds at least 850 that trigger and 400 that must not, in %s', lang => {
    const own = all.filter(phrasing => phrasing.lang === lang);
    expect(own.filter(phrasing => phrasing.intent !== 'none').length).toBeGreaterThanOrEqual(850);
    expect(own.filter(phrasing => phrasing.intent === 'none').length).toBeGreaterThanOrEqual(400);
  });

  it('has every intent in both languages and both sets', () => {
    const expected = intents.flatMap(intent => [`fr ${intent}`, `en ${intent}`]).sort();
    expect([...new Set(dev.map(groupOf))].sort()).toEqual(expected);
    expect([...new Set(keptAside.map(groupOf))].sort()).toEqual(expected);
  });

  it('is well formed', () => {
    expect(new Set(all.map(phrasing => phrasing.id)).size).toBe(all.length);
    for (const phrasing of all) {
      expect(phrasing.text.trim(), phrasing.id).toBe(phrasing.text);
      expect(phrasing.text, phrasing.id).not.toBe('');
      if (phrasing.now) expect(parseLocalTime(phrasing.now, corpusZone), phrasing.id).toBeDefined();
      for (const [name, value] of Object.entries(phrasing.slots ?? {})) {
        if (numberSlots.includes(name)) expect(Number.isFinite(value), phrasing.id).toBe(true);
        else if (name === 'items') expect(Array.isArray(value), phrasing.id).toBe(true);
        else if (timeSlots.includes(name))
          expect(parseLocalTime(String(value), corpusZone), phrasing.id).toBeDefined();
        else expect(textSlots, phrasing.id).toContain(name);
      }
    }
  });

  it('says nothing twice, within a set or across the two', () => {
    const seen = new Map<string, string>();
    for (const { id, lang, text } of all) {
      const key = `${lang} ${bare(text)}`;
      expect(seen.get(key), `${id} repeats ${seen.get(key)}`).toBeUndefined();
      seen.set(key, id);
    }
  });

  it('keeps aside the third of each intent and language whose text hashes lowest', () => {
    // Sets of further authors (s2-, s3-, …) were written later, to widen the rules, and belong to dev alone.
    const groups = Map.groupBy(
      all.filter(({ id }) => !/^s\d/.test(id)),
      groupOf,
    );
    const expected = [...groups.values()].flatMap(group => {
      const ranked = group.toSorted((a, b) => (hash(a.text) < hash(b.text) ? -1 : 1));
      return ranked.slice(0, Math.round(group.length / 3)).map(phrasing => phrasing.id);
    });
    expect(keptAside.map(phrasing => phrasing.id).sort()).toEqual(expected.sort());
  });
});

describe('scoring', () => {
  const phrasing = (intent: string, slots?: Phrasing['slots']): Phrasing => ({
    id: 'x',
    lang: 'en',
    text: 'x',
    intent,
    ...(slots && { slots }),
  });
  const reading = (expected: Phrasing, intent: string, slots = {}) => ({
    phrasing: expected,
    understood: { intent, slots, confidence: 1 },
  });

  it('counts a wrong intent against precision and recall, a false trigger against precision alone', () => {
    const score = scoreReadings([
      reading(phrasing('math'), 'math'),
      reading(phrasing('math'), 'units'),
      reading(phrasing('math'), 'none'),
      reading(phrasing('none'), 'stop'),
      reading(phrasing('none'), 'none'),
    ]);
    expect(score).toMatchObject({ shouldTrigger: 3, mustNotTrigger: 2, triggered: 3, rightIntents: 1 });
    expect(score.precision).toBeCloseTo(1 / 3);
    expect(score.recall).toBeCloseTo(1 / 3);
  });

  it('takes articles, case and accents as equal in words, and nothing else', () => {
    const expected = phrasing('list.add', { list: 'shopping', items: ['lait', 'œufs'], answer: 6.2137 });
    const right = { list: 'Shopping', items: ['du Lait', 'des œufs'], answer: 6.21371 };
    expect(expectedSlots(reading(expected, 'list.add', right)).map(([, isRight]) => isRight)).toEqual([
      true,
      true,
      true,
    ]);
    const wrong = { list: 'todo', items: ['lait'], answer: 6.3 };
    expect(expectedSlots(reading(expected, 'list.add', wrong)).map(([, isRight]) => isRight)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
