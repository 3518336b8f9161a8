/** For tests: a brain that keeps its records in an array, and whose gate keeps what the user states. */

import { JarvisError } from '../domain/errors.ts';
import { replay } from '../domain/fact-change.ts';
import { newId } from '../domain/id.ts';
import { type Fact, type GateReason, neutralAffect, type Recollection } from '../domain/memory.ts';
import type { Brain } from '../memory/brain.ts';
import type { ImportedMemory, MemoryRecord } from '../ports/memory-records.ts';
import type { Night } from '../ports/semantic-memory-store.ts';

export interface BrainFixture extends Brain {
  records: MemoryRecord[];
  nightsKept: Night[];
  readonly recollections: Map<string, Recollection>;
}

const idOf = (record: MemoryRecord): string => {
  if (record.kind === 'episode') return record.episode.id;
  return record.kind === 'fact' ? record.fact.id : record.summary.id;
};
const textOf = (record: MemoryRecord): string => {
  if (record.kind === 'episode') return record.episode.text;
  if (record.kind === 'summary') return record.summary.text;
  const { subject, relation, value } = record.fact;
  return `${subject} ${relation} ${value}`;
};

export function createBrainFixture(records: readonly MemoryRecord[] = []): BrainFixture {
  let isPrivate = false;
  let topics: readonly string[] = [];
  const previews = new Map<string, string>();
  const found = (about: string) =>
    brain.records.filter(one => idOf(one) === about || textOf(one).includes(about));
  const of = <K extends MemoryRecord['kind']>(kind: K, list: readonly MemoryRecord[]) =>
    list.filter((one): one is Extract<MemoryRecord, { kind: K }> => one.kind === kind);
  const factWith = (id: string) => {
    const one = of('fact', brain.records).find(({ fact }) => fact.id === id);
    if (!one) throw new JarvisError('input.not-found', { what: id });
    return one;
  };
  const brain: BrainFixture = {
    explorer: {
      overview: async () => ({
        ...{ memories: brain.records.length, people: [], themes: [], unjudged: 0 },
        origins: { spoken: 0, written: of('episode', brain.records).length, elsewhere: 0 },
        states: { holds: of('fact', brain.records).length, past: 0, fading: 0 },
      }),
      days: async () => ({ today: '1970-01-01', days: [] }),
      browse: async () => ({ total: brain.records.length, memories: [] }),
      graph: async about => ({
        ...{ centre: about, left: 0, edges: [] },
        nodes: [{ id: about, kind: 'person', name: about }],
      }),
      merge: async () => {
        throw new JarvisError('memory.same');
      },
    },
    records: [...records],
    nightsKept: [],
    recollections: new Map(),
    perceive: async () => ({ store: false, why: 'small-talk', facts: [] }),
    judge: async () => ({ store: false, why: 'small-talk', facts: [] }),
    used: async () => undefined,
    remind: async () => undefined,
    setConversationHidden: async () => undefined,
    setMessagesHidden: async () => undefined,
    removeConversation: async () => undefined,
    remember: async () => ({ store: true, why: 'asked-to-remember', facts: [] }),
    recall: async ({ text, limit = 10 }) => {
      const memories = found(text)
        .slice(0, limit)
        .map(record => ({
          ...{
            id: idOf(record),
            kind: record.kind,
            text: textOf(record),
            speaker: 'user',
            atMs: 0,
            score: 1,
          },
          parts: { words: 1, meaning: 0, time: 0, association: 0, affect: 0 },
          ...(record.kind === 'episode' && { place: record.episode.place }),
        }));
      return { memories, tokens: 10 * memories.length, ms: 1 };
    },
    answers: async () => [],
    saidThen: async () => undefined,
    consolidate: async () => brain.nightsKept[0],
    nights: async limit => brain.nightsKept.slice(0, limit),
    judgeChange: async (changeId, state) => {
      const change = brain.nightsKept.flatMap(({ changes }) => changes).find(({ id }) => id === changeId);
      if (!change) throw new JarvisError('input.not-found', { what: changeId });
      return { ...change, state };
    },
    facts: async ({ about, past, limit }) =>
      of('fact', brain.records)
        .map(({ fact }) => fact)
        .filter(fact => past || fact.validTo === undefined)
        .filter(fact => about === undefined || `${fact.subject} ${fact.value}`.includes(about))
        .slice(0, limit),
    explain: async id => {
      const record = brain.records.find(one => idOf(one) === id);
      if (!record) throw new JarvisError('input.not-found', { what: id });
      return {
        ...{ id, kind: record.kind, text: textOf(record), sources: [], strength: 1, recalls: 0, uses: [] },
        history: record.kind === 'fact' ? record.history : [],
        ...(record.kind === 'fact' && { fact: record.fact }),
      };
    },
    correct: async (id, value) => {
      const one = factWith(id);
      const after: Fact = { ...one.fact, value, proposedBy: 'user' };
      const history = [
        ...one.history,
        { atMs: 5, change: { kind: 'edited' as const, factId: id, before: one.fact, after } },
      ];
      const fact = replay(history.map(({ change }) => change)) ?? after;
      brain.records = brain.records.map(record => (record === one ? { ...one, fact, history } : record));
      return fact;
    },
    previewForget: async about => {
      const token = newId();
      previews.set(token, about);
      const list = found(about);
      return {
        token,
        episodes: of('episode', list).map(({ episode: { id, text, atMs } }) => ({ id, text, atMs })),
        messages: of('episode', list).map(({ episode: { id, place, text, atMs } }) => ({
          ...{ id: place.messageId ?? id, conversationId: place.conversationId, text, atMs },
        })),
        facts: of('fact', list).map(({ fact }) => fact),
        summaries: of('summary', list).map(({ summary }) => summary),
        notes: [],
      };
    },
    receipts: async () => [],
    forget: async token => {
      const about = previews.get(token);
      if (about === undefined) throw new JarvisError('memory.changed');
      previews.delete(token);
      const list = found(about);
      brain.records = brain.records.filter(one => !list.includes(one));
      const count = (kind: MemoryRecord['kind']) => of(kind, list).length;
      return {
        ...{ id: newId(), atMs: 7, episodes: count('episode'), messages: count('episode') },
        ...{ facts: count('fact'), summaries: count('summary'), vectors: count('episode'), notes: 0 },
        copies: ['backup-1'],
      };
    },
    statistics: async () => ({
      episodes: of('episode', brain.records).length,
      facts: of('fact', brain.records).length,
      summaries: of('summary', brain.records).length,
      ...{ unconsolidated: 0, bytes: 1, embedder: 'fixture' },
    }),
    recalled: async ids =>
      new Map(
        ids.flatMap(id => {
          const recollection = brain.recollections.get(id);
          return recollection === undefined ? [] : [[id, recollection] as const];
        }),
      ),
    exclusions: async () => topics,
    exclude: async (topic, on) => {
      topics = [...topics.filter(one => one !== topic), ...(on ? [topic] : [])];
      return topics;
    },
    async *exportMemories() {
      for (const kind of ['episode', 'fact', 'summary'] as const) yield* of(kind, brain.records);
    },
    importMemories: async (incoming, { signal, progress } = {}) => {
      const counts = { episodes: 0, facts: 0, summaries: 0, known: 0 };
      const refused: Partial<Record<GateReason, number>> = {};
      const staged: MemoryRecord[] = [];
      let read = 0;
      for await (const one of incoming) {
        if (signal?.aborted) throw new JarvisError('import.cancelled');
        const why = one.kind === 'utterance' ? refusalOf(one) : undefined;
        if (why) refused[why] = (refused[why] ?? 0) + 1;
        else staged.push(recordOf(one));
        progress?.(++read);
      }
      if (signal?.aborted) throw new JarvisError('import.cancelled');
      for (const record of staged) {
        if (brain.records.some(known => idOf(known) === idOf(record))) counts.known++;
        else {
          brain.records.push(record);
          counts[({ episode: 'episodes', fact: 'facts', summary: 'summaries' } as const)[record.kind]]++;
        }
      }
      return { ...counts, refused };
    },
    settleImports: async () => undefined,
    isPrivate: () => isPrivate,
    setPrivate: async on => {
      isPrivate = on;
    },
    close: async () => undefined,
  };
  return brain;
}

function refusalOf({
  text,
  provenance,
}: Extract<ImportedMemory, { kind: 'utterance' }>): GateReason | undefined {
  if (provenance !== 'user') return 'not-the-user';
  return text.endsWith('?') ? 'question' : undefined;
}

function recordOf(one: ImportedMemory): MemoryRecord {
  if (one.kind !== 'utterance') return one;
  const { text, atMs, conversationId, provenance } = one;
  const about = { language: 'en', affect: neutralAffect, salience: 0.5, entities: [] } as const;
  const episode = {
    id: newId(),
    place: { conversationId },
    provenance,
    speaker: 'user',
    atMs,
    text,
    ...about,
  };
  return { kind: 'episode', episode, recalls: 0, isConsolidated: false };
}
