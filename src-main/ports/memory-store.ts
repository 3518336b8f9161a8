/** Where conversations are kept. Every method is one transaction; a promise that resolves means the data are on disk. */
import type {
  BranchMessage,
  Conversation,
  Message,
  Origin,
  QueuedTurn,
  SearchHit,
} from '../domain/conversation.ts';
import type { SentImage } from '../domain/image.ts';
import type { ProfilePreferences } from '../domain/settings.ts';
import type { TurnTimeline } from '../domain/turn-timeline.ts';

export interface NewUserMessage {
  readonly id: string;
  readonly turnId: string;
  readonly conversationId: string;
  /** `head`: after the newest message of the active branch; an id (or null for the start): a new branch there. */
  readonly parent: 'head' | { readonly id: string | null };
  readonly text: string;
  readonly origin: Origin;
  readonly language?: Message['language'];
  readonly promptContext?: string;
  readonly memoryContext?: string;
  readonly images?: readonly SentImage[];
  readonly createdAtMs: number;
}

export interface ConversationExport {
  readonly conversation: Conversation;
  /** All branches, parents before children. */
  readonly messages: readonly Message[];
  readonly headMessageId: string | null;
}

/** A piece of an import: a conversation begins, or further messages of the one that began last, parents before children. */
export type ImportPart =
  | { readonly conversation: Conversation; readonly headMessageId: string | null; readonly messages?: never }
  | { readonly messages: readonly Message[] };

export interface ImportOptions {
  /** Nothing of the import stays when it is aborted before the end. */
  readonly signal?: AbortSignal;
  /** How many messages are in by now. */
  readonly progress?: (messages: number) => void;
}

export interface MemoryStore {
  createConversation(conversation: { id: string; title: string; createdAtMs: number }): Promise<Conversation>;
  /** Newest first; deleted ones left out. `before` is the `updatedAtMs` and `id` of the last one seen. */
  listConversations(page: {
    limit: number;
    before?: { updatedAtMs: number; id: string };
  }): Promise<readonly Conversation[]>;
  /** Throws `input.not-found`, also for a deleted one. */
  getConversation(id: string): Promise<Conversation>;
  renameConversation(id: string, title: string): Promise<Conversation>;
  /** All that stand above the others, in the order in which they were pinned; deleted ones left out. */
  pinnedConversations(): Promise<readonly Conversation[]>;
  /** `atMs` undefined: it stands among the others again. Pinning a pinned one again changes nothing. */
  pinConversation(id: string, atMs: number | undefined): Promise<Conversation>;
  /**
   * A new conversation with copies of the messages from the first one up to `messageId`. Made again under the same id it
   * stays as it is by then.
   */
  forkConversation(fork: {
    id: string;
    messageId: string;
    title: string;
    createdAtMs: number;
  }): Promise<Conversation>;
  deleteConversation(id: string, atMs: number): Promise<void>;
  restoreConversation(id: string): Promise<Conversation>;
  /**
   * Removes for good what was deleted before `beforeMs`, and what is left of a broken-off import, words overwritten, in
   * short steps; returns how many conversations went.
   */
  purgeDeleted(beforeMs: number): Promise<number>;

  /** The active branch, first message first. `limit` newest messages, ending before message `beforeId` if given. */
  openBranch(
    conversationId: string,
    page?: { limit: number; beforeId?: string },
  ): Promise<readonly BranchMessage[]>;
  /** Makes the branch through `messageId` the active one, down to its newest leaf. */
  selectBranch(conversationId: string, messageId: string): Promise<void>;
  getMessage(id: string): Promise<Message>;
  /** The message of a turn asked with this turn id, if it was accepted before; for commands sent twice. */
  findTurn(
    turnId: string,
  ): Promise<{ userMessage: Message; answer?: Message } | { queued: QueuedTurn } | undefined>;

  /** Accepts the user's words; becomes the head. Creates the conversation when it is not there yet. */
  appendUserMessage(message: NewUserMessage): Promise<BranchMessage>;
  /** Starts an empty `streaming` answer under `userMessageId`; becomes the head. */
  beginAnswer(answer: {
    id: string;
    turnId: string;
    parentId: string;
    createdAtMs: number;
  }): Promise<BranchMessage>;
  /** Saves the text so far of a growing answer. */
  saveAnswer(id: string, text: string): Promise<void>;
  /** Ends an answer with its final text and status. */
  finishAnswer(
    id: string,
    end: Pick<
      Message,
      'text' | 'status' | 'language' | 'answeredBy' | 'usage' | 'error' | 'notices' | 'recalled' | 'timeline'
    >,
  ): Promise<BranchMessage>;
  /** Begins and ends an answer that is whole already, in one transaction. */
  addAnswer(
    answer: Parameters<MemoryStore['beginAnswer']>[0],
    end: Parameters<MemoryStore['finishAnswer']>[1],
  ): Promise<BranchMessage>;
  /** Accepts the user's words and begins the answer to them, in one transaction. The same turn again changes nothing. */
  acceptTurn(
    message: NewUserMessage,
    answer: { id: string; createdAtMs: number },
  ): Promise<{ question: BranchMessage; answer: BranchMessage }>;
  /**
   * Keeps the first `length` UTF-16 units of an answer, never half a character: it is `stopped` then, and the rest is
   * gone, as it is remarked on it. An answer that is no longer than that stays as it is, unless it is still growing: then it is `stopped` too.
   */
  cutAnswer(id: string, length: number): Promise<BranchMessage>;
  /** What was measured of an answer; nothing is kept for one whose words are forgotten. */
  setTimeline(id: string, timeline: TurnTimeline): Promise<void>;
  /** Re-opens an interrupted, stopped or failed answer to go on writing it. */
  reopenAnswer(id: string): Promise<BranchMessage>;
  /** The pictures that went with a message, in their order; none for most. */
  readImages(messageId: string): Promise<readonly SentImage[]>;
  /** Adds pictures to words that waited in line, and have none yet. */
  attachImages(messageId: string, images: readonly SentImage[]): Promise<BranchMessage>;
  /** Keeps what is added to the user's words in the prompt. */
  setPromptContext(messageId: string, promptContext: string): Promise<void>;
  /** Keeps the block of recalled memories that stood behind the user's words. */
  setMemoryContext(messageId: string, memoryContext: string): Promise<void>;

  enqueueTurn(turn: QueuedTurn): Promise<void>;
  listQueued(conversationId: string): Promise<readonly QueuedTurn[]>;
  /** Takes the oldest queued turn and appends it as a user message at the head, in one transaction. */
  dequeueTurn(
    conversationId: string,
    message: { id: string; createdAtMs: number },
  ): Promise<BranchMessage | undefined>;
  cancelQueued(turnId: string): Promise<boolean>;

  /** After a crash: `streaming` answers become `interrupted`, queued turns become `unanswered` messages. Returns how many of each. */
  recover(atMs: number): Promise<{ interrupted: number; unanswered: number }>;

  /** Words of any message of any conversation not deleted; case and diacritics ignored; best first. */
  search(query: string, limit: number): Promise<readonly SearchHit[]>;

  exportConversations(ids: readonly string[] | 'all'): AsyncIterable<ConversationExport>;
  /**
   * All or nothing, in short steps that let everything else through; nobody sees any of it before the end. Ids already
   * present get new ones. Throws `import.malformed`, `import.cancelled`, or `host.stopping` when the store is closed
   * meanwhile.
   */
  importConversations(
    parts: Iterable<ImportPart> | AsyncIterable<ImportPart>,
    options?: ImportOptions,
  ): Promise<{ conversations: number; messages: number }>;

  getPreferences(): Promise<ProfilePreferences>;
  setPreferences(preferences: ProfilePreferences): Promise<void>;

  /** Reads every page and checks its authenticity and the foreign keys; empty when all is well. */
  verify(): Promise<readonly string[]>;
  close(): Promise<void>;
}
