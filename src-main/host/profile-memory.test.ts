/** The memory of a real profile: what is said is known, told, corrected and forgotten; what is edited or deleted leaves recall. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../domain/id.ts';
import type { ProfileSession } from './profile-session.ts';
import { SessionFixture } from './session-fixture.ts';

let fixture: SessionFixture;
let session: ProfileSession;

beforeEach(async () => {
  fixture = new SessionFixture();
  session = await fixture.open();
});
afterEach(() => fixture.remove());

const said = async (text: string, conversationId?: string): Promise<string> =>
  (await fixture.ask(text, conversationId)).text.replaceAll(/[\u00a0\u202f]/g, ' ');
const lastPrompt = (): string => fixture.prompts.at(-1)?.at(-1)?.content ?? '';
const recalls = async (words: string): Promise<string> => {
  const { memories } = await session.brain.recall({
    ...{ text: words, language: 'fr', nowMs: Date.now(), zone: 'Europe/Paris' },
  });
  return memories.map(({ text }) => text).join('\n');
};

test('what was told stands behind the words of another conversation, is kept with them, and is strengthened once', async () => {
  await said('Ma sœur Anna est allergique aux noix.', 'c1');
  await fixture.perceived('noix');
  // The documents are there too, which a question waits for no longer than for memories.
  await session.knowledge.status();
  // The first search takes ten times as long as any other, which an answer does not wait for.
  await session.brain.recall({ text: 'Paul', language: 'fr', nowMs: Date.now(), zone: 'Europe/Paris' });
  const answer = await fixture.ask('Quel gâteau faire pour Anna ?', 'c2');
  expect(lastPrompt()).toMatch(/^Quel gâteau faire pour Anna \?\n\n\[contexte\].*\n\n\[mémoire\]/);
  expect(lastPrompt()).toContain('"Ma sœur Anna est allergique aux noix."');
  const [used] = answer.recalled ?? [];
  expect(used).toMatchObject({ kind: 'episode' });
  const recallsOf = async () => (await session.brain.explain(used?.id ?? '')).recalls;
  await fixture.until(async () => (await recallsOf()) === 1);
  const shown = (await session.brain.recalled([answer.id])).get(answer.id);
  expect(shown?.memories[0]?.text).toBe('Ma sœur Anna est allergique aux noix.');

  const before = fixture.prompts.at(-1) ?? [];
  await session.close();
  session = await fixture.open();
  await said('Et avec des amandes ?', 'c2');
  expect(fixture.prompts.at(-1)?.slice(0, before.length)).toEqual(before);
  expect(await recallsOf()).toBeLessThanOrEqual(2);
});

test('small talk, questions and orders recall or leave nothing', async () => {
  await said('Ma sœur Anna est allergique aux noix.');
  await fixture.perceived('noix');
  await said('Quelle heure est-il ?', 'c2');
  await said('Merci beaucoup !', 'c2');
  expect(lastPrompt()).not.toContain('[mémoire]');
  await session.close();
  session = await fixture.open();
  expect((await session.brain.statistics()).episodes).toBe(1);
});

test('remembered by order, asked, explained, corrected and forgotten, without a trace', async () => {
  expect(await said('Souviens-toi que ma sœur s’appelle Philomène')).toContain('m’en souviendrai');
  expect(await said('Souviens-toi que ma sœur s’appelle Philomène')).toContain('déjà');
  expect(await said('Que sais-tu sur Philomène ?')).toContain('ma sœur s’appelle Philomène');
  expect(await said('Pourquoi tu sais ça ?')).toContain('ma sœur s’appelle Philomène');
  expect(await said('C’est faux, elle s’appelle Clotilde')).toContain(
    '« Clotilde » au lieu de « Philomène »',
  );
  const [fact] = await session.brain.facts({ about: 'Clotilde', limit: 5 });
  expect(fact).toMatchObject({ value: 'Clotilde', proposedBy: 'user' });
  expect(await said('Oublie tout ce que tu sais sur Philomène')).toContain('oublié pour de bon');
  expect(await session.brain.facts({ past: true, limit: 5 })).toEqual([]);
  expect(await said('Que sais-tu sur ma sœur ?')).toContain('Vous ne m’avez rien dit');
  await session.close();
  const kept = fixture.decrypted();
  for (const word of ['philomène', 'philomene']) expect(kept).not.toContain(word);
  session = await fixture.open();
});

test('an edited message and a deleted conversation leave recall; brought back, it is there again', async () => {
  await said('Mon chat s’appelle Praline.', 'c1');
  await fixture.perceived('Praline');
  const [question] = await session.memory.openBranch('c1');
  await fixture.ask('Mon chat s’appelle Nougat.', 'c1', question?.id);
  await fixture.perceived('Nougat');
  expect(await recalls('mon chat')).not.toContain('Praline');
  await session.memory.deleteConversation('c1', Date.now());
  expect(await recalls('mon chat')).toBe('');
  expect(await session.brain.facts({ limit: 5 })).toEqual([]);
  await session.memory.restoreConversation('c1');
  expect(await recalls('mon chat')).toContain('Nougat');
  expect(await recalls('mon chat')).not.toContain('Praline');
  await session.memory.selectBranch('c1', question?.id ?? '');
  expect(await recalls('mon chat')).toContain('Praline');
  expect(await recalls('mon chat')).not.toContain('Nougat');
});

test('without recall nothing is perceived or recalled; topics that are excluded stay out', async () => {
  await session.setPreferences({
    ...session.preferences(),
    memory: { ...session.preferences().memory, recall: false },
  });
  await said('Mon vélo est rouge.', 'c1');
  await session.close();
  session = await fixture.open();
  expect((await session.brain.statistics()).episodes).toBe(0);
  await session.setPreferences({
    ...session.preferences(),
    memory: { ...session.preferences().memory, recall: true },
  });
  expect(await session.brain.exclude('divorce', true)).toEqual(['divorce']);
  await said('Mon divorce est prononcé depuis mardi.', 'c2');
  await said('Mon perroquet est bleu.', 'c2');
  await fixture.perceived('perroquet');
  expect(await recalls('mon divorce')).toBe('');
  expect((await session.brain.statistics()).episodes).toBe(1);
});

test('what was true once is told with what took its place', async () => {
  await said('Souviens-toi que j’habite à Lyon', 'c1');
  await said('Souviens-toi que j’habite à Nantes maintenant', 'c1');
  const facts = await session.brain.facts({ past: true, limit: 10 });
  expect(facts.map(({ value }) => value).sort()).toEqual(['Lyon', 'Nantes']);
  expect(await said('Où est-ce que j’habitais avant ?', 'c2')).toContain('j’habite à Lyon');
});

test('a night makes facts of what was said, once; in private mode none comes', async () => {
  await said('Ma sœur Anna est allergique aux noix.');
  await fixture.perceived('noix');
  const { signal } = new AbortController();
  await session.brain.setPrivate(true);
  expect(await session.brain.consolidate(signal)).toBeUndefined();
  await session.brain.setPrivate(false);
  const night = await session.brain.consolidate(signal);
  expect(night?.episodes).toBe(1);
  expect(await session.brain.facts({ about: 'Anna', limit: 5 })).toMatchObject([
    { relation: 'sister', value: 'Anna' },
    { relation: 'allergic_to', value: 'noix' },
  ]);
  expect(await session.brain.consolidate(signal)).toBeUndefined();
  expect(await said('Que sais-tu sur Anna ?', 'c2')).toContain('allergique aux noix');
});

test('an imported conversation is perceived in the pauses', async () => {
  const message = (id: string, role: 'user' | 'assistant', text: string, parentId: string | null) => ({
    ...{ id, role, text, parentId, conversationId: 'i1', turnId: `t-${id}`, status: 'complete' as const },
    createdAtMs: Date.UTC(2025, 5, 1),
  });
  await session.memory.importConversations([
    {
      conversation: { id: 'i1', title: 'Old', createdAtMs: 0, updatedAtMs: 0, messageCount: 3 },
      headMessageId: 'm3',
    },
    {
      messages: [
        message('m1', 'user', 'Mon perroquet s’appelle Coco.', null),
        message('m2', 'assistant', 'Joli nom !', 'm1'),
        message('m3', 'user', 'Merci !', 'm2'),
      ],
    },
  ]);
  await fixture.perceived('Coco');
  expect((await session.brain.statistics()).episodes).toBe(1);
  await said('Comment s’appelle mon oiseau ?', 'c3');
  expect(lastPrompt()).toContain('2025-06-01');
});

test('what is recalled while the person still speaks is what the answer is given with', async () => {
  await said('Ma sœur Anna est allergique aux noix.');
  await fixture.perceived('noix');
  const asked = fixture.prompts.length;
  const draft = session.turns.prepare({
    ...{ turnId: newId(), conversationId: 'c5', text: 'Quel gâteau faire pour Anna ?', origin: 'spoken' },
  });
  await fixture.until(() => fixture.prompts.length > asked);
  expect(lastPrompt()).toContain('allergique aux noix');
  // Nothing of it is stored before the words are final.
  await expect(session.memory.openBranch('c5')).rejects.toThrow();
  await draft.commit();
  await fixture.until(async () => (await session.memory.openBranch('c5')).at(-1)?.status === 'complete');
  const [question, answer] = await session.memory.openBranch('c5');
  expect(fixture.prompts.length).toBe(asked + 1);
  expect(lastPrompt().endsWith(question?.memoryContext ?? '?')).toBe(true);
  expect(answer?.recalled?.length).toBeGreaterThan(0);
});

test('without a model, what was said a moment ago answers the next question, in either language', async () => {
  await session.close();
  session = await fixture.open({ hasModel: false });
  expect(await said('ma sœur Anna est allergique aux noix')).toMatch(/^C’est noté/);
  expect(await said('que ne dois-je pas cuisiner pour Anna ?')).toBe('Anna est allergique aux noix.');
  expect(await said('mon frère Marc habite à Lyon')).toMatch(/^C’est noté/);
  expect(await said('où habite Marc ?')).toContain('Lyon');
  expect(await said('what should I not bake for Anna?', 'c2')).toMatch(/Anna is allergic to/);
});

test('without a model, what was said on a day is told, and nothing of another day', async () => {
  await session.close();
  session = await fixture.open({ hasModel: false });
  await said('j’habite à Lyon');
  await said('my sister likes jazz');
  const today = await said('qu’est-ce que je t’ai dit aujourd’hui ?');
  expect(today).toContain('Lyon');
  expect(today).toContain('jazz');
  expect(await said('what did I tell you today?')).toMatch(/^Today, you told me:\n\n- .*Lyon.*\n- .*jazz/);
  expect(await said('de quoi on a parlé hier ?')).toMatch(/^Hier, vous ne m’avez rien dit/);
});

test('what is forgotten in the words that it was told in is gone', async () => {
  await session.close();
  session = await fixture.open({ hasModel: false });
  await said('j’ai un chien');
  expect(await said('oublie que j’ai un chien')).toMatch(/^C’est oublié/);
  expect(await recalls('chien')).not.toContain('chien');
});
