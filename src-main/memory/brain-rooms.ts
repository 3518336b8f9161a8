/** What each room of the brain does for the brain. */
import { JarvisError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import type { Clock } from '../ports/clock.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { EpisodeRecord, EpisodicMemoryStore } from '../ports/episodic-memory-store.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import type { SemanticMemoryStore } from '../ports/semantic-memory-store.ts';
import type { RecallRequest } from './brain.ts';
import type { BrainRooms } from './brain-ports.ts';
import { type ConsolidationParts, consolidate } from './consolidation/consolidate.ts';
import type { ConsolidationModel } from './consolidation/model-consolidation.ts';
import { forgetValueWords } from './consolidation/value-words.ts';
import { DailyCompression } from './forgetting/daily-compression.ts';
import { strengthOf } from './forgetting/strength.ts';
import { HippocampusEpisodicMemory } from './hippocampus-episodic-memory/hippocampus.ts';
import { appraise } from './limbic-affect/appraise.ts';
import { type Mood, neutralMood, nextMood, toneOf } from './limbic-affect/mood.ts';
import { namesIn } from './prefrontal-working-memory/names.ts';
import { planRecall } from './prefrontal-working-memory/plan-recall.ts';
import type { RecallPlan } from './prefrontal-working-memory/recall-plan.ts';
import { afterTurn, noReferences, resolve } from './prefrontal-working-memory/references.ts';
import { contentWords, wordsOf } from './prefrontal-working-memory/words.ts';
import { orWordsAlone } from './words-alone.ts';
import { judge } from './write-gate/judge.ts';

export interface RoomPorts {
  readonly episodic: EpisodicMemoryStore;
  readonly semantic: SemanticMemoryStore;
  readonly conversations: Pick<MemoryStore, 'openBranch'>;
  /** The built-in table, by which single words and values are compared. */
  readonly embedder: Embedder;
  /** Whom one question asks, the one in use first; absent: the table. */
  readonly asking?: () => readonly Embedder[];
  readonly clock: Clock;
  readonly zone: () => string;
  /** Undefined: none can be asked now, and rules alone find facts. */
  readonly model: () => ConsolidationModel | undefined;
}

export function openRooms(ports: RoomPorts): BrainRooms {
  const { episodic: episodes, clock } = ports;
  const meaning = orWordsAlone(ports.embedder);
  const hippocampus = new HippocampusEpisodicMemory({
    store: episodes,
    embedder: meaning,
    wordEmbedder: meaning,
    ...(ports.asking && { embedders: ports.asking }),
  });
  let mood: HeardMood = { mood: neutralMood, atMs: clock.nowMs() };
  const night: Omit<ConsolidationParts, 'extract' | 'signal'> = {
    ...{ episodes, facts: ports.semantic, clock },
    embedder: meaning,
  };
  const compression = new DailyCompression({ episodes, facts: ports.semantic, clock });
  return {
    judge: ({ atMs, ...words }) => judge({ ...words, nowMs: atMs }),
    affectOf: appraise,
    entitiesOf,
    recall: async (request, signal) => {
      // A question to a new memory waits for no plan and no vectors.
      if ((await episodes.count()) === 0) return [];
      const plan = planOf(request, await openReferences(request, ports));
      if (plan === undefined) return [];
      return hippocampus.recall(plan, { limit: candidatesWanted, ...(signal && { signal }) });
    },
    feel: ({ text, language, atMs }) => {
      // What was said long ago, and is looked at only now, is over.
      if (Math.abs(clock.nowMs() - atMs) < lateMs) mood = heardMood(mood, text, language, atMs);
    },
    toneFor: ({ text, language, nowMs }) => {
      const tone = toneOf(heardMood(mood, text, language, nowMs).mood, language);
      return tone === '' ? '' : `[${language === 'fr' ? 'ton' : 'tone'}] ${tone}`;
    },
    learn: async (proposed, said) => {
      if (proposed.length === 0) return;
      await consolidate({
        ...night,
        episodes: { ...episodes, unconsolidated: once(said) },
        extract: () => proposed,
        signal: new AbortController().signal,
      });
    },
    consolidate: async signal => {
      const model = ports.model();
      const made = await consolidate({
        ...night,
        signal,
        extract: ({ text, language, provenance, atMs: nowMs }, before) =>
          judge({
            ...{ text, language, provenance, nowMs, zone: ports.zone() },
            context: before.map(earlier => earlier.text),
          }).facts,
        ...(model && { model }),
      });
      await compression.run(signal);
      return made;
    },
    prepare: signal => hippocampus.prepare(signal),
    letGo: () => {
      hippocampus.letGo();
      forgetValueWords();
    },
    strengthOf,
  };
}

interface HeardMood {
  readonly mood: Mood;
  readonly atMs: number;
}

const lateMs = 3600 * 1000;
const longestFelt = 4000;

const heardMood = (
  { mood, atMs }: HeardMood,
  text: string,
  language: Language,
  nowMs: number,
): HeardMood => ({
  mood: nextMood(mood, appraise(text.slice(0, longestFelt), language), nowMs - atMs),
  atMs: nowMs,
});

/** More than are shown: some are kept out, and some do not fit. */
const candidatesWanted = 40;

/** Undefined where the words need no memory; who looks by hand always gets a look. */
function planOf(request: RecallRequest, referents: readonly string[]): RecallPlan | undefined {
  const { text, language, nowMs, zone, purpose } = request;
  const plan = planRecall({ text, language, nowMs, zone, referents });
  if (plan !== undefined || purpose !== 'search') return plan;
  const words = contentWords(wordsOf(text), language);
  const search = { kind: 'question', text, words, weight: 1, names: [] } as const;
  return {
    ...{ language, searches: [search], names: [], speakers: [] },
    ...{ asksDate: false, asksList: false, asksPast: false, isQuestion: false },
  };
}

/** Turns that "she" may reach back to. */
const turnsInMind = 6;
const longestInMind = 600;

/** What the pronouns of a question mean, by what was said right before. */
async function openReferences(
  { text, language, conversationId }: RecallRequest,
  { conversations }: RoomPorts,
): Promise<readonly string[]> {
  if (conversationId === undefined) return [];
  const branch = await branchOf(conversationId, conversations);
  const inMind = branch.reduce(
    (state, message) => afterTurn(state, message.text.slice(0, longestInMind), message.language ?? language),
    noReferences,
  );
  return resolve(text, inMind, language).names;
}

async function branchOf(conversationId: string, conversations: RoomPorts['conversations']) {
  try {
    return await conversations.openBranch(conversationId, { limit: turnsInMind });
  } catch (error) {
    // It begins with these words.
    if (error instanceof JarvisError && error.code === 'input.not-found') return [];
    throw error;
  }
}

/** Folded names of people and places. */
const entitiesOf = (text: string, language: Language): readonly string[] => [
  ...new Set(namesIn(wordsOf(text), language).map(({ folded }) => folded)),
];

/** A night of this one episode alone. */
function once(said: EpisodeRecord): EpisodicMemoryStore['unconsolidated'] {
  let left: readonly EpisodeRecord[] = [said];
  return async () => {
    const now = left;
    left = [];
    return now;
  };
}
