/** What the memory's commands answer, and what the windows are told. */
import { beforeEach, describe, expect, test } from 'vitest';
import { commands, type EventName } from '../../src-preload/contract.ts';
import { ManualClock } from '../../test/fixtures/manual-clock.ts';
import type { Fact } from '../domain/memory.ts';
import { defaultPreferences } from '../domain/settings.ts';
import type { MemoryRecord } from '../ports/memory-records.ts';
import type { CommandContext } from './handlers-type.ts';
import { type BrainFixture, createBrainFixture } from './memory-brain-fixture.ts';
import { memoryHandlers } from './memory-handlers.ts';
import { memoryTransferHandlers } from './memory-transfer-handlers.ts';
import type { Services } from './services.ts';

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`;
const fact: Fact = {
  ...{ id: id(2), subject: 'Anna', relation: 'allergic_to', value: 'noix', language: 'fr', confidence: 0.9 },
  ...{ timesSaid: 1, firstSaidMs: 1, lastSaidMs: 1, proposedBy: 'rules', sourceEpisodeIds: [id(1)] },
};
const anna: readonly MemoryRecord[] = [
  {
    kind: 'episode',
    episode: {
      ...{ id: id(1), place: { conversationId: 'c1', messageId: 'm1' }, provenance: 'user', speaker: 'user' },
      ...{ atMs: 1, text: 'Anna est allergique aux noix', language: 'fr', salience: 0.5, entities: ['anna'] },
      affect: { valence: 0, arousal: 0, dominance: 0, emotion: 'neutral' },
    },
    recalls: 0,
    isConsolidated: false,
  },
  { kind: 'fact', fact, history: [{ atMs: 1, change: { kind: 'learned', fact } }] },
];

let brain: BrainFixture;
let clock: ManualClock;
let told: { name: EventName; data: unknown }[];
let handlers: ReturnType<typeof memoryHandlers> & ReturnType<typeof memoryTransferHandlers>;
const noContext = {} as CommandContext;

beforeEach(() => {
  brain = createBrainFixture(anna);
  clock = new ManualClock();
  told = [];
  const empty = async () => [];
  // Only what the handlers read of the services.
  const services = {
    clock,
    publish: (name: EventName, data: unknown) => told.push({ name, data }),
    current: () => ({
      brain,
      profile: { language: 'fr' },
      preferences: () => defaultPreferences,
      memory: { listConversations: async () => [{ id: 'c1' }] },
      organizer: { listNames: empty, listTimers: empty, listNotes: empty, findFacts: empty },
    }),
  } as unknown as Services;
  handlers = { ...memoryHandlers(services), ...memoryTransferHandlers(services) };
});

/** Calls as the wire does: the schema of the input first, and the answer must fit the schema of the output. */
async function call<N extends keyof typeof handlers>(name: N, input: unknown) {
  const data = commands[name].input.parse(input);
  const output = await handlers[name](data as never, noContext);
  return commands[name].output.parse(output) as Awaited<ReturnType<(typeof handlers)[N]>>;
}

describe('looking', () => {
  test('finds, explains, and lists what is known of somebody', async () => {
    const { memories } = await call('memory.search', { query: 'noix', limit: 5 });
    expect(memories.map(one => one.id)).toEqual([id(1), id(2)]);
    expect((await call('memory.facts', { about: 'Anna', limit: 5 })).facts).toEqual([
      { ...fact, relationText: 'est allergique à' },
    ]);
    expect(await call('memory.explain', { id: id(2) })).toMatchObject({
      kind: 'fact',
      history: [{ atMs: 1 }],
    });
    await expect(call('memory.explain', { id: id(9) })).rejects.toMatchObject({ code: 'input.not-found' });
  });

  test('tells which answers were given with what', async () => {
    const parts = { words: 0.2, meaning: 0.3, time: 0, association: 0, affect: 0 };
    const memory = {
      id: id(1),
      kind: 'episode',
      text: 'x',
      speaker: 'user',
      atMs: 1,
      score: 0.5,
      parts,
    } as const;
    brain.recollections.set('a1', { memories: [memory], tokens: 9, ms: 2 });
    expect(await call('memory.recalled', { messageIds: ['a0', 'a1'] })).toEqual({
      answers: [{ messageId: 'a1', memories: [memory], tokens: 9, ms: 2 }],
    });
  });

  test.each([
    ['memory.search', { query: '', limit: 5 }],
    ['memory.search', { query: 'x'.repeat(501), limit: 5 }],
    ['memory.search', { query: 'x', limit: 1e9 }],
    ['memory.facts', { limit: 0 }],
    ['memory.explain', { id: '' }],
    ['memory.edit', { factId: id(2), value: '' }],
    ['memory.judge', { changeId: 'x', verdict: 'maybe' }],
    ['memory.exclude', { topic: 'x'.repeat(201), on: true }],
    ['memory.recalled', { messageIds: Array.from({ length: 501 }, () => 'x') }],
    ['memory.importPiece', { importId: 'x', at: 0, text: 'x'.repeat(2 ** 20 + 1) }],
  ] as const)('%s is refused with %j', (name, input) => {
    expect(commands[name].input.safeParse(input).success).toBe(false);
  });
});

describe('changing', () => {
  test('a corrected fact keeps what it was', async () => {
    expect(await call('memory.edit', { factId: id(2), value: 'noisettes' })).toMatchObject({
      value: 'noisettes',
    });
    const { history } = await call('memory.explain', { id: id(2) });
    expect(history.at(-1)?.change).toMatchObject({ kind: 'edited', before: { value: 'noix' } });
  });

  test('forgets what the preview showed, once', async () => {
    const preview = await call('memory.previewForget', { about: 'noix' });
    expect(preview.counts).toEqual({ episodes: 1, messages: 1, facts: 1, summaries: 0, notes: 0 });
    expect(told).toEqual([]);
    expect(await call('memory.forget', { token: preview.token })).toMatchObject({
      ...{ episodes: 1, facts: 1, copies: ['backup-1'] },
    });
    expect((await call('memory.search', { query: 'noix', limit: 5 })).memories).toEqual([]);
    await expect(call('memory.forget', { token: preview.token })).rejects.toMatchObject({
      code: 'memory.changed',
    });
  });

  test('a preview lists some and counts all', async () => {
    const [episode] = anna;
    if (episode?.kind === 'episode')
      brain.records = Array.from({ length: 900 }, (_, i) => ({
        ...episode,
        episode: { ...episode.episode, id: `e${i}` },
      }));
    const preview = await call('memory.previewForget', { about: 'noix' });
    expect(preview.counts.episodes).toBe(900);
    expect(preview.episodes).toHaveLength(200);
  });

  test('a night is made, listed and judged', async () => {
    expect(await call('memory.consolidate', {})).toEqual({});
    const change = { id: id(4), change: { kind: 'learned', fact }, state: 'made' } as const;
    brain.nightsKept = [{ id: id(3), atMs: 1, episodes: 1, changes: [change] }];
    expect((await call('memory.consolidate', {})).night?.changes).toHaveLength(1);
    expect(told[0]).toEqual({
      name: 'memory.consolidated',
      data: { nightId: id(3), episodes: 1, changes: 1 },
    });
    const { nights } = await call('memory.nights', { limit: 3 });
    expect(nights[0]?.changes[0]?.fact).toMatchObject({ value: 'noix', relationText: 'est allergique à' });
    expect(await call('memory.judge', { changeId: id(4), verdict: 'undone' })).toMatchObject({
      state: 'undone',
    });
  });

  test('a night that a new turn ends says so', async () => {
    brain.consolidate = async () => {
      throw new DOMException('ended', 'AbortError');
    };
    await expect(call('memory.consolidate', {})).rejects.toMatchObject({ code: 'memory.interrupted' });
  });

  test('private mode is switched, and nothing is consolidated in it', async () => {
    expect(await call('memory.private', { on: true })).toEqual({ on: true });
    await expect(call('memory.consolidate', {})).rejects.toMatchObject({ code: 'memory.private' });
    expect(await call('memory.private', { on: false })).toEqual({ on: false });
  });

  test('topics are excluded and let in again', async () => {
    expect(await call('memory.exclude', { topic: 'santé', on: true })).toEqual({ topics: ['santé'] });
    expect(told).toEqual([{ name: 'preferences.changed', data: defaultPreferences }]);
    expect(await call('memory.exclusions', {})).toEqual({ topics: ['santé'] });
    expect(await call('memory.exclude', { topic: 'santé', on: false })).toEqual({ topics: [] });
  });
});

test('more topics than the preferences hold are refused', async () => {
  for (let n = 0; n < 200; n++) await brain.exclude(`topic ${n}`, true);
  await expect(call('memory.exclude', { topic: 'one more', on: true })).rejects.toMatchObject({
    code: 'input.invalid',
  });
  expect((await call('memory.exclude', { topic: 'topic 3', on: false })).topics).toHaveLength(199);
});

describe('out and in', () => {
  const exported = async (exportId: string, format: 'jsonl' | 'markdown') => {
    const pieces: string[] = [];
    for (;;) {
      const { text, isLast, fileName } = await call('memory.export', { exportId, format });
      pieces.push(text);
      if (isLast) return { pieces, fileName, text: pieces.join('') };
    }
  };

  test('a large memory travels in pieces both ways', async () => {
    const [episode] = anna;
    if (episode?.kind === 'episode')
      brain.records = Array.from({ length: 3000 }, (_, i) => ({
        ...episode,
        episode: { ...episode.episode, id: `e${i}` },
      }));
    const first = await exported('x1', 'jsonl');
    expect(first.fileName).toBe('jarvis-memory-2026-01-01.jsonl');
    expect(first.pieces.length).toBeGreaterThan(2);
    brain.records = [];
    let at = 0;
    for (const text of first.pieces.slice(0, -1)) {
      await call('memory.importPiece', { importId: 'i1', at, text });
      at += text.length;
    }
    const counts = await call('memory.import', { importId: 'i1', at, text: first.pieces.at(-1) });
    expect(counts).toEqual({ episodes: 3000, facts: 0, summaries: 0, known: 0, refused: {} });
    expect((await exported('x2', 'jsonl')).text).toBe(first.text);
    expect((await exported('x3', 'markdown')).fileName).toBe('jarvis-memory-2026-01-01.md');
  });

  test('what the gate keeps out is told by its reason', async () => {
    const text = '- I am allergic to nuts\n- Who am I?\n';
    expect(await call('memory.import', { importId: 'i', at: 0, text })).toMatchObject({
      ...{ episodes: 1, refused: { question: 1 } },
    });
  });

  test('a wrong file is refused as soon as it shows', async () => {
    const before = [...brain.records];
    const text = '{"kind":"header","format":"jarvis-memory","version":1}\nnonsense\n';
    await expect(
      (async () => {
        for (let at = 0; ; at += text.length) await call('memory.importPiece', { importId: 'i', at, text });
      })(),
    ).rejects.toMatchObject({ code: 'memory.import-malformed' });
    expect(brain.records).toEqual(before);
  });

  test('a cancelled import, one that stops coming, and one out of order leave nothing', async () => {
    const before = [...brain.records];
    const piece = { at: 0, text: '- I am tall\n' };
    await call('memory.importPiece', { importId: 'i', ...piece });
    await call('memory.cancelImport', { importId: 'i' });
    await expect(call('memory.import', { importId: 'i', at: 12, text: '' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await call('memory.importPiece', { importId: 'j', ...piece });
    await clock.advance(61_000);
    await expect(call('memory.import', { importId: 'j', at: 12, text: '' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await call('memory.importPiece', { importId: 'k', ...piece });
    await expect(call('memory.importPiece', { importId: 'k', ...piece })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    expect(brain.records).toEqual(before);
  });

  test('an import that is cancelled while its last piece is read says so', async () => {
    const done = call('memory.import', { importId: 'i', at: 0, text: '- I am tall\n' });
    await call('memory.cancelImport', { importId: 'i' });
    await expect(done).rejects.toMatchObject({ code: 'import.cancelled' });
    expect(brain.records).toHaveLength(anna.length);
  });

  test('an export that nobody fetches any more is let go', async () => {
    const isLetGo: boolean[] = [];
    brain.exportMemories = async function* () {
      try {
        for (;;) yield* anna;
      } finally {
        isLetGo.push(true);
      }
    };
    expect(await call('memory.export', { exportId: 'x', format: 'jsonl' })).toMatchObject({ isLast: false });
    await clock.advance(61_000);
    expect(isLetGo).toEqual([true]);
  });
});
