/** The one door to memory: perceive, recall, consolidate, forget, explain. */
import type { Message } from '../domain/conversation.ts';
import type { Language } from '../domain/language.ts';
import type {
  Affect,
  Fact,
  ForgetReceipt,
  GateVerdict,
  Provenance,
  RecalledMemory,
  Recollection,
  UsedMemory,
} from '../domain/memory.ts';
import type {
  ImportedMemory,
  MemoryImportCounts,
  MemoryImportOptions,
  MemoryRecord,
} from '../ports/memory-records.ts';
import type { Night, NightChange, Summary } from '../ports/semantic-memory-store.ts';
import type { NoteKind } from '../ports/word-eraser.ts';
import type { MemoryExplorer } from './explorer/explorer.ts';
import type { StrengthPoint } from './forgetting/strength-curve.ts';

/** A turn that is over: what was said, and what was answered. */
export interface PerceivedTurn {
  readonly question: Message;
  readonly answer?: Message;
  readonly provenance: Provenance;
}

/** What the person asked to remember: the words behind "remember that". */
export interface RememberedWords {
  /** The message that asks for it; it becomes the place of the episode. */
  readonly question: Message;
  readonly text: string;
  readonly language: Language;
}

export interface RecallRequest {
  readonly text: string;
  readonly language: Language;
  readonly nowMs: number;
  readonly zone: string;
  /** Its newest turns stand in the prompt already and need not be recalled. */
  readonly conversationId?: string;
  /** Default 1,000. */
  readonly budgetTokens?: number;
  /** Default 10. */
  readonly limit?: number;
  /**
   * `answer` (the default): for a turn. `inspect`: the same, also in private mode. `search`: somebody looks, also in
   * private mode; no plan decides whether to recall, and no budget of tokens holds.
   */
  readonly purpose?: 'answer' | 'inspect' | 'search';
}

/** `block`: quoted memories, and the tone that is asked for, as a prompt holds them. */
export interface Reminder {
  readonly block: string;
  readonly used: readonly UsedMemory[];
}

/** What an order to forget would remove. `token` orders exactly this. */
export interface ForgetPreview {
  readonly token: string;
  readonly episodes: readonly { readonly id: string; readonly text: string; readonly atMs: number }[];
  readonly messages: readonly {
    readonly id: string;
    readonly conversationId: string;
    readonly text: string;
    readonly atMs: number;
  }[];
  readonly facts: readonly Fact[];
  /** They are made again without it, where enough is left. */
  readonly summaries: readonly Summary[];
  /** What the organizer keeps and what holds the words. */
  readonly notes: readonly { readonly kind: NoteKind; readonly id: string; readonly text: string }[];
}

/** Why something is known: the sentence, the day, what was made of it, and who used it. */
export interface Explanation {
  readonly id: string;
  readonly kind: 'episode' | 'fact' | 'summary';
  readonly text: string;
  /** Of a fact: the sentence without its dates. */
  readonly claim?: string;
  readonly sources: readonly {
    readonly episodeId: string;
    readonly text: string;
    readonly speaker: string;
    readonly atMs: number;
    readonly conversationId?: string;
    readonly messageId?: string;
  }[];
  readonly fact?: Fact;
  readonly history: Awaited<
    ReturnType<import('../ports/semantic-memory-store.ts').SemanticMemoryStore['history']>
  >;
  /** 0 to 1, after the curve of forgetting. */
  readonly strength: number;
  readonly recalls: number;
  readonly lastRecalledMs?: number;
  /** From when it was said into the days to come; absent of a summary, which does not fade. */
  readonly curve?: {
    /** Nothing sinks below it. */
    readonly floor: number;
    readonly nowMs: number;
    readonly points: readonly StrengthPoint[];
  };
  /** What was felt when it was said. */
  readonly affect?: Affect;
  /** Answers that it was used for and that are still there, newest first. */
  readonly uses: readonly {
    readonly atMs: number;
    readonly conversationId: string;
    readonly messageId: string;
    readonly title: string;
  }[];
}

export interface MemoryStatistics {
  readonly episodes: number;
  readonly facts: number;
  readonly summaries: number;
  readonly unconsolidated: number;
  readonly bytes: number;
  readonly embedder: string;
}

/** What was said in a time that a question names; `time`: the words that name it. */
export interface SaidThen {
  readonly time: string;
  readonly memories: readonly RecalledMemory[];
}

export interface Brain {
  /** For whoever looks through the memory by hand. */
  readonly explorer: MemoryExplorer;
  /** After the answer, never before its first sound. The same turn again changes nothing. */
  perceive(turn: PerceivedTurn): Promise<GateVerdict>;
  /** What the gate would say; nothing is stored. */
  judge(turn: PerceivedTurn): Promise<GateVerdict>;
  /** Only reads: nothing is strengthened by it. */
  recall(request: RecallRequest, signal?: AbortSignal): Promise<Recollection>;
  /** The facts that answer a question by themselves, in its language; none where it asks for no fact. */
  answers(request: RecallRequest): Promise<readonly RecalledMemory[]>;
  /** "What did I tell you yesterday?", oldest first; undefined where anything else is asked. */
  saidThen(request: RecallRequest): Promise<SaidThen | undefined>;
  /** What stands behind the words of a turn in its prompt; undefined where nothing needs to be recalled. */
  remind(request: RecallRequest, signal?: AbortSignal): Promise<Reminder | undefined>;
  /** An answer was given with these: each counts as recalled once more, and knows by which message. */
  used(memories: readonly UsedMemory[], atMs: number, messageId: string): Promise<void>;
  /** Kept because the person asked for it: an episode, and its facts, at once; the gate is not asked, but for orders. */
  remember(words: RememberedWords): Promise<GateVerdict>;
  /** Undefined where there was nothing to do. Aborted by `signal` with nothing half written. */
  consolidate(signal: AbortSignal): Promise<Night | undefined>;
  nights(limit: number): Promise<readonly Night[]>;
  judgeChange(changeId: string, verdict: 'accepted' | 'undone'): Promise<NightChange>;
  facts(query: {
    readonly about?: string;
    /** Said in one of these. */
    readonly episodeIds?: readonly string[];
    readonly past?: boolean;
    readonly limit: number;
  }): Promise<readonly Fact[]>;
  /** Throws `input.not-found`. */
  explain(id: string): Promise<Explanation>;
  /** The old value stays in its history. Throws `input.not-found`. */
  correct(factId: string, value: string): Promise<Fact>;
  /** `about`: words ("Anna"), the id of one memory, or '' for everything. */
  previewForget(about: string): Promise<ForgetPreview>;
  /** Throws `memory.changed` when what would go is no longer what the preview showed. */
  forget(token: string): Promise<ForgetReceipt>;
  /** Newest first; they hold no word of what went. */
  receipts(limit: number): Promise<readonly ForgetReceipt[]>;
  statistics(): Promise<MemoryStatistics>;
  /**
   * What these answers were given with, as it was recalled then; what was forgotten since is gone from it. Answers that
   * recalled nothing are left out.
   */
  recalled(messageIds: readonly string[]): Promise<ReadonlyMap<string, Recollection>>;
  /** Topics (words, as they were given) that are neither kept nor recalled. */
  exclusions(): Promise<readonly string[]>;
  /** Begins or ends such an exclusion; all of them as they are then. */
  exclude(topic: string, on: boolean): Promise<readonly string[]>;
  /** Everything: episodes in the order they were said, then facts, then summaries. */
  exportMemories(): AsyncIterable<MemoryRecord>;
  /**
   * All or nothing, also when `records` throws or the signal is aborted (`import.cancelled`). Utterances go through the
   * gate; records come back as they are, in their order, unless their id is here already. Up to a million: never held as
   * a whole.
   */
  importMemories(
    records: AsyncIterable<ImportedMemory>,
    options?: MemoryImportOptions,
  ): Promise<MemoryImportCounts>;
  /** Shows what an import had brought when the program was killed, or takes back what was not whole. */
  settleImports(): Promise<void>;
  /** A conversation was deleted and may be brought back, or was: its memories leave recall, or are there again. */
  setConversationHidden(conversationId: string, hidden: boolean): Promise<void>;
  /** Words that were edited, or stand on the active branch again. */
  setMessagesHidden(messageIds: readonly string[], hidden: boolean): Promise<void>;
  /** A conversation is gone for good, and with it its episodes and what was taken from them alone. */
  removeConversation(conversationId: string): Promise<void>;
  /** Nothing is perceived, recalled or written for it while it is on. */
  isPrivate(): boolean;
  /** Turns of private mode live in memory alone and are gone at its end; the windows are told. */
  setPrivate(on: boolean): Promise<void>;
  close(): Promise<void>;
}
