/** Without a model, memory alone says what it knows, or that it will remember; of anything else it claims nothing. */
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../test/fixtures/manual-clock.ts';
import type { Message } from '../domain/conversation.ts';
import type { Language } from '../domain/language.ts';
import type { GateVerdict, RecalledMemory } from '../domain/memory.ts';
import { answerFromMemory } from './answer-from-memory.ts';
import type { Turn } from './run-turn.ts';

const parts = { words: 0.4, meaning: 0.4, time: 0, association: 0, affect: 0 };
const walk: RecalledMemory = {
  id: 'walk',
  kind: 'episode',
  text: 'hier on a mangé une raclette chez Paul',
  speaker: 'user',
  atMs: Date.UTC(2026, 10, 20, 12),
  score: 0.8,
  parts,
};
const nuts: RecalledMemory = { ...walk, id: 'nuts', kind: 'fact', text: 'Anna est allergique aux noix' };

function turn(text: string, language: Language): Turn {
  const userMessage: Message = {
    ...{ id: 'm', conversationId: 'c', parentId: null, role: 'user', status: 'complete', turnId: 't' },
    text,
    createdAtMs: 0,
  };
  return { turnId: 't', conversationId: 'c', answerId: 'a', userMessage, language, mode: { kind: 'new' } };
}

const ask = (
  text: string,
  language: Language,
  why: GateVerdict['why'],
  memories: readonly RecalledMemory[] = [],
) =>
  answerFromMemory(turn(text, language), {
    brain: {
      judge: async () => ({ store: why === 'personal', why, facts: [] }),
      answers: async () => memories.filter(({ kind }) => kind === 'fact'),
      saidThen: async () => (text.includes('hier') ? { time: 'hier', memories } : undefined),
      recall: async () => ({ memories, tokens: 0, ms: 0 }),
      consolidate: async () => undefined,
    },
    clock: new ManualClock(),
    zone: () => 'Europe/Paris',
  });

describe('without a model', () => {
  it('what is kept is acknowledged in the language of the words', async () => {
    expect((await ask('ma sœur aime le jazz', 'fr', 'personal'))?.text).toContain('je m’en souviendrai');
    expect((await ask('my sister likes jazz', 'en', 'personal'))?.text).toContain('I will remember');
  });

  it('a fact answers a question as a sentence, and is named as its source', async () => {
    const answer = await ask('à quoi est allergique ma sœur ?', 'fr', 'question', [nuts, walk]);
    expect(answer?.text).toBe('Anna est allergique aux noix.');
    expect(answer?.recalled.map(({ id }) => id)).toEqual(['nuts']);
  });

  it('several facts are a list', async () => {
    const cello = { ...nuts, id: 'cello', text: 'Anna plays the cello' };
    const answer = await ask('what do you know about Anna?', 'en', 'question', [nuts, cello]);
    expect(answer?.text).toMatch(/\n- .*noix\n- .*cello/);
  });

  it('a sentence that was said is quoted with its day, for a question about the person', async () => {
    const answer = await ask('on a mangé quoi chez Paul ?', 'fr', 'question', [walk]);
    expect(answer?.text).toContain('vendredi 20 novembre 2026');
    expect(answer?.text).toContain('raclette');
  });

  it('what was said in a time is told whole, and of a time with nothing that it was nothing', async () => {
    const answer = await ask('qu’est-ce que je t’ai dit hier ?', 'fr', 'question', [walk, nuts]);
    expect(answer?.text).toMatch(/^Hier, vous m’avez dit\u202f?\u00a0?:\n\n- .*raclette.*\n- .*noix/);
    expect(answer?.recalled).toHaveLength(2);
    const nothing = await ask('qu’est-ce que je t’ai dit hier ?', 'fr', 'question');
    expect(nothing?.text).toBe('Hier, vous ne m’avez rien dit que j’aie retenu.');
  });

  it('of the world, and of what is far from everything, nothing is claimed', async () => {
    expect(await ask('what is the capital of Peru?', 'en', 'question', [walk])).toBeUndefined();
    expect(await ask('où sont mes clés ?', 'fr', 'question', [{ ...walk, score: 0.1 }])).toBeUndefined();
    expect(await ask('tell me a joke', 'en', 'command', [walk])).toBeUndefined();
  });
});
