/** Turns reach memory in the pauses, in order, once the answer is over; a turn that runs holds it back. */
import { expect, test } from 'vitest';
import type { BranchMessage } from '../domain/conversation.ts';
import type { PerceivedTurn } from '../memory/brain.ts';
import type { PerceptionStore, UnperceivedTurn } from '../ports/perception-store.ts';
import { Perceiving } from './perceiving.ts';

const message = (id: string): BranchMessage => ({
  id,
  conversationId: 'c1',
  parentId: null,
  role: 'user',
  text: `words ${id}`,
  status: 'complete',
  createdAtMs: 0,
  turnId: id,
  siblingIds: [id],
});

function stage(kept: readonly string[], options: { readonly failsOn?: string } = {}) {
  const turns: UnperceivedTurn[] = kept.map(id => ({ question: message(id) }));
  const perceived: string[] = [];
  const faults: unknown[] = [];
  const state = { mark: 0, isBusy: false };
  let due: { readonly ms: number; readonly action: () => void } | undefined;
  const store: PerceptionStore = {
    unperceived: async limit => turns.slice(state.mark, state.mark + limit),
    perceivedUpTo: async id => {
      state.mark = Math.max(state.mark, turns.findIndex(({ question }) => question.id === id) + 1);
    },
    passOver: async () => {
      state.mark = turns.length;
    },
    turnOf: async id => turns.find(({ question }) => question.id === id),
    deletedConversations: async () => [],
    scrubRecalled: async () => 0,
  };
  const perceiving = new Perceiving({
    turns: store,
    perceive: async ({ question }: PerceivedTurn) => {
      if (question.id === options.failsOn) throw new Error('no');
      perceived.push(question.id);
      return { store: true, why: 'personal', facts: [] };
    },
    clock: {
      nowMs: () => 0,
      monotonicMs: () => 0,
      zone: () => 'UTC',
      after: (ms, action) => {
        due = { ms, action };
        return () => (due = undefined);
      },
    },
    isBusy: () => state.isBusy,
    onLearned: () => undefined,
    onError: error => faults.push(error),
  });
  const rounds = async (count = 200) => {
    for (let round = 0; round < count; round += 1) await new Promise(resolve => setImmediate(resolve));
  };
  const pass = async () => {
    const now = due;
    due = undefined;
    now?.action();
    await rounds();
    return now?.ms;
  };
  return { perceiving, perceived, faults, state, pass, turns };
}

test('what just ended comes first, then what was never looked at, and each follows what it was recalled with', async () => {
  const { perceiving, perceived, pass } = stage(['a', 'b', 'c']);
  const after: string[] = [];
  perceiving.turnEnded('c', false, async () => void after.push('c'));
  await pass();
  expect(perceived).toEqual(['c', 'a', 'b', 'c']);
  expect(after).toEqual(['c']);
});

test('a spoken answer has the time to sound first', async () => {
  const { perceiving, pass } = stage(['a']);
  perceiving.turnEnded('a', true, async () => undefined);
  expect(await pass()).toBeGreaterThan(2000);
});

test('nothing is done while a turn runs; it goes on afterwards', async () => {
  const { perceiving, perceived, state, pass } = stage(['a', 'b']);
  state.isBusy = true;
  perceiving.turnEnded('b', false, async () => undefined);
  await pass();
  expect(perceived).toEqual([]);
  state.isBusy = false;
  perceiving.look();
  await pass();
  expect(perceived).toEqual(['b', 'a', 'b']);
});

test('words that memory fails on are tried again, and then passed over', async () => {
  const { perceiving, perceived, faults, pass } = stage(['a', 'b', 'c'], { failsOn: 'b' });
  perceiving.look();
  await pass();
  expect(perceived).toEqual(['a']);
  await pass();
  await pass();
  expect(perceived).toEqual(['a', 'c']);
  expect(faults).toHaveLength(3);
});

test('the end of the program takes in what just ended', async () => {
  const { perceiving, perceived } = stage(['a']);
  perceiving.turnEnded('a', true, async () => undefined);
  await perceiving.close();
  expect(perceived).toEqual(['a']);
});

test('a turn that memory itself answers finds what ended before it, though it runs', async () => {
  const { perceiving, perceived, state } = stage(['a', 'b']);
  state.isBusy = true;
  perceiving.turnEnded('a', false, async () => undefined);
  perceiving.turnEnded('b', false, async () => undefined);
  await Promise.all([perceiving.catchUp(), perceiving.catchUp()]);
  expect(perceived).toEqual(['a', 'b']);
});
