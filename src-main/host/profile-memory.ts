/** The memory of a profile: it is loaded after the start, follows turns and conversations, and rests while somebody asks. */
import type { Store } from '../adapters/store/open-store.ts';
import { publishMemoryChanged } from '../api/memory-counts.ts';
import type { ProfileServices, Publish } from '../api/services.ts';
import { answerFromMemory } from '../conversation/answer-from-memory.ts';
import type { AnswerPorts, ModelCandidate } from '../conversation/answer-turn.ts';
import { RecallAhead, type RecallPorts } from '../conversation/recalled.ts';
import { asJarvisError } from '../domain/errors.ts';
import type { Profile, ProfilePreferences } from '../domain/settings.ts';
import type { Brain } from '../memory/brain.ts';
import type { MemoryEmbedders } from '../memory/embedder-status.ts';
import type { Knowledge } from '../memory/knowledge/knowledge.ts';
import type { Observer } from '../observability/observer.ts';
import type { Clock } from '../ports/clock.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import type { AskedKnowledge } from '../skills/asked-knowledge.ts';
import type { AskedMemory } from '../skills/asked-memory.ts';
import { type AskedMemoryPorts, openAskedMemory } from './asked-memory.ts';
import { takeInEarlierFacts } from './earlier-facts.ts';
import { isMemoryEmpty } from './empty-memory.ts';
import { lateBrain } from './late-brain.ts';
import { lateKnowledge } from './late-knowledge.ts';
import { openMemoryEmbedders } from './memory-embedders.ts';
import { MemoryWaking } from './memory-waking.ts';
import { Nightly } from './nightly.ts';
import { Perceiving } from './perceiving.ts';
import { isOnPower } from './power.ts';
import type { StageOptions } from './profile-stage.ts';
import { remindOfBoth } from './remind-of-both.ts';
import { toldBrain } from './told-brain.ts';
import { watchedMemory } from './watched-memory.ts';

export interface ProfileMemoryOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly zone: () => string;
  readonly profile: () => Profile;
  readonly preferences: () => ProfilePreferences;
  readonly setPreferences: (preferences: ProfilePreferences) => Promise<void>;
  readonly publish: Publish;
  readonly observer: Observer;
  readonly candidates: () => readonly ModelCandidate[];
  /** A turn runs. */
  readonly isBusy: () => boolean;
  readonly privacy: AskedMemoryPorts['privacy'];
  /** Those of the room that is in use. */
  readonly conversations: () => MemoryStore;
  /** The windows are to know what of timers, notes and lists is gone. */
  readonly tellOrganizer: () => Promise<unknown>;
  /** Words, timers among them, are gone for good. */
  readonly onForgotten: () => void;
  /** Where models of the catalogue that make meanings lie; absent: none are installed. */
  readonly embeddingModels?: string;
  /** It crashed again and again: no engine of our own. */
  readonly isSafe?: boolean;
}

export interface ProfileMemory {
  readonly brain: Brain;
  readonly knowledge: Knowledge;
  readonly embedders: MemoryEmbedders;
  /** The profile's conversations, followed by the memory. */
  readonly memory: MemoryStore;
  readonly recall: NonNullable<RecallPorts['recall']>;
  readonly asked: AskedMemory;
  readonly askedKnowledge: AskedKnowledge;
  /** What can be said from memory alone. */
  readonly answer: NonNullable<AnswerPorts['fromMemory']>;
  readonly watch: NonNullable<StageOptions['watch']>;
  /** What is done in the background now. */
  works(): Promise<Works>;
  /** Somebody begins to write. */
  soon(): void;
  stopConsolidating(): void;
  preferencesChanged(): void;
  privateChanged(on: boolean): void;
  /** To be called once the profile is in use. */
  start(): void;
  close(): Promise<void>;
}

type Works = Awaited<ReturnType<ProfileServices['works']>>;

/** A deleted conversation can be brought back for this long. */
const undoMs = 24 * 3600 * 1000;
/** Several turns at once are told once. */
const tellAfterMs = 500;
const promptShare = 0.25;
const budgetTokens = 1000;

export function openProfileMemory(options: ProfileMemoryOptions): ProfileMemory {
  const { store, clock, observer, preferences, privacy, publish } = options;
  const onError = (error: unknown): void => {
    const { stage, code } = asJarvisError(error);
    observer.countError(stage, code);
  };
  const embedders = openMemoryEmbedders({
    ...{ ...options, episodic: store.episodic, onError },
    onChanged: () => ahead.forget(),
  });
  const late = lateBrain(async () => {
    const { openBrain } = await import('./open-brain.ts');
    const [builtIn, chosen] = await Promise.all([embedders.builtIn(), embedders.chosen()]);
    const opened = await openBrain({ ...options, onError, builtIn, embedders: chosen });
    waking.want();
    return opened;
  }, privacy);
  const documents = lateKnowledge(async () => {
    const { openKnowledge } = await import('./open-knowledge.ts');
    return openKnowledge({
      ...{ store, clock, publish, onError, isBusy: options.isBusy, embedder: await embedders.builtIn() },
      onChanged: () => ahead.forget(),
    });
  });
  const ahead = new RecallAhead(
    async ({ text, language, conversationId, nowMs }, signal) => {
      const startedMs = clock.monotonicMs();
      const room = options.candidates()[0]?.contextTokens ?? Number.POSITIVE_INFINITY;
      const reminder = await remindOfBoth(
        {
          ...{ text, language, conversationId, nowMs, zone: options.zone() },
          budgetTokens: Math.min(budgetTokens, Math.floor(room * promptShare)),
        },
        signal,
        { brain: late.brain, documents: await documents.load() },
      );
      observer.observeStage('recall', (clock.monotonicMs() - startedMs) / 1000);
      return reminder;
    },
    clock,
    onError,
  );
  let cancelTelling = (): void => undefined;
  const changed = (): void => {
    ahead.forget();
    cancelTelling();
    cancelTelling = clock.after(tellAfterMs, () => void tell().catch(onError));
  };
  const untilDisturbed = { consolidate: (signal: AbortSignal) => nightly.now(signal) };
  const brain = toldBrain(
    { ...late.brain, ...untilDisturbed },
    {
      ...{ conversations: store.memory, publish, onChanged: changed },
      ...{ onForgotten: options.onForgotten, tellOrganizer: options.tellOrganizer },
    },
  );
  const tell = async (): Promise<void> => {
    const { episodes, facts, summaries } = await brain.statistics();
    observer.setMemoryItems('episodes', episodes);
    observer.setMemoryItems('facts', facts);
    observer.setMemoryItems('summaries', summaries);
    await publishMemoryChanged(publish, brain);
  };
  const perceiving = new Perceiving({
    turns: store.perception,
    perceive: turn => brain.perceive(turn),
    clock,
    isBusy: options.isBusy,
    onLearned: changed,
    onError,
  });
  const nightly = new Nightly({
    consolidate: signal => late.brain.consolidate(signal),
    clock,
    isBusy: () => options.isBusy() || privacy.isPrivate() || !preferences().memory.recall,
    isOnPower,
    onNight: ({ id: nightId, episodes, changes }) => {
      publish('memory.consolidated', { nightId, episodes, changes: changes.length });
      changed();
    },
    onError,
  });
  const memory = watchedMemory(store.memory, {
    brain,
    onImported: () => perceiving.look(),
    onChanged: changed,
    onError,
  });
  /** For answers that the memory gives by itself: nothing said before is missing, and the turn that asks disturbs nothing. */
  const answering: Brain = {
    ...brain,
    consolidate: async signal => {
      await perceiving.catchUp();
      const night = await nightly.forAnswer(signal);
      if (night !== undefined) changed();
      return night;
    },
  };
  const begin = async (): Promise<void> => {
    await late.load();
    await documents.load();
    await brain.settleImports();
    await settleDeleted(options, brain);
    const earlier = { organizer: store.organizer, conversations: store.memory, brain };
    if (await takeInEarlierFacts(earlier)) {
      changed();
      await options.tellOrganizer();
    }
    await tell();
    await rehearse(options, late.brain);
    perceiving.look();
    nightly.disturb();
    embedders.start();
  };
  const waking = new MemoryWaking({
    ...{ clock, begin, onError },
    isEmpty: async () => {
      if (preferences().memory.embedder !== undefined || !(await isMemoryEmpty(store))) return false;
      for (const kind of ['episodes', 'facts', 'summaries']) observer.setMemoryItems(kind, 0);
      return true;
    },
  });
  return {
    brain,
    knowledge: documents.knowledge,
    embedders: embedders.services,
    memory,
    recall: async question =>
      preferences().memory.recall && !privacy.isPrivate() ? ahead.recall(question) : undefined,
    answer: async turn =>
      preferences().memory.recall && !privacy.isPrivate()
        ? answerFromMemory(turn, { ...options, brain: answering })
        : undefined,
    asked: openAskedMemory({ ...options, brain: answering, onChanged: changed }),
    askedKnowledge: {
      isModelThere: () => options.candidates().length > 0,
      quote: async (...asked) => (await documents.load()).quote(...asked),
    },
    watch: {
      accepted: () => nightly.disturb(),
      ended: ({ userMessage }, answer) => {
        nightly.disturb();
        const { id, recalled = [] } = answer;
        const nowMs = clock.nowMs();
        perceiving.turnEnded(userMessage.id, userMessage.origin === 'spoken', async () => {
          if (recalled.length > 0) await brain.used(recalled, nowMs, id);
        });
      },
    },
    works: () => worksOf(nightly, embedders.services),
    soon: () => void (privacy.isPrivate() || waking.want()),
    stopConsolidating: () => nightly.disturb(),
    preferencesChanged: () => {
      ahead.forget();
      embedders.preferencesChanged();
      // A chosen model is opened at once, not at the first question.
      if (preferences().memory.embedder !== undefined) waking.want();
    },
    privateChanged: on => {
      ahead.forget();
      if (on) nightly.disturb();
      else perceiving.look();
    },
    start: () => {
      waking.start();
    },
    close: async () => {
      waking.close();
      cancelTelling();
      await nightly.close();
      await perceiving.close();
      await embedders.close();
      await documents.close();
      await brain.close();
    },
  };
}

async function worksOf(nightly: Nightly, embedders: MemoryEmbedders): Promise<Works> {
  const { isConsolidating } = nightly;
  const { isWorking, model, models, episodes: total } = await embedders.status();
  const done = models.find(one => one.model === model)?.episodes ?? 0;
  return { isConsolidating, ...(isWorking && done < total && { embedding: { model, done, total } }) };
}

/** The first search of each kind takes ten times as long as the next: somebody's question should not be that one. */
const rehearsal = [
  ['Qu’est-ce que je t’ai dit sur ma sœur la semaine dernière ?', 'fr'],
  ['What did I tell you about my sister last week?', 'en'],
  ['Où est-ce que j’habite ?', 'fr'],
  ['Which cake does Anna like?', 'en'],
] as const;

async function rehearse({ clock, zone, isBusy }: ProfileMemoryOptions, brain: Brain): Promise<void> {
  for (const [text, language] of rehearsal) {
    await new Promise<void>(resolve => setImmediate(resolve));
    if (isBusy()) return;
    await brain.recall({ text, language, nowMs: clock.nowMs(), zone: zone(), purpose: 'inspect' });
  }
}

/** Memories follow conversations that were deleted, also where a crash came between: away at once, and in the end for good. */
async function settleDeleted({ store, clock }: ProfileMemoryOptions, brain: Brain): Promise<void> {
  const beforeMs = clock.nowMs() - undoMs;
  for (const { id, deletedAtMs } of await store.perception.deletedConversations()) {
    if (deletedAtMs < beforeMs) await brain.removeConversation(id);
    else await brain.setConversationHidden(id, true);
  }
  await store.memory.purgeDeleted(beforeMs);
}
