/** Everything the window shows, as one immutable value. */

import type { SettingName } from '../../src-main/domain/setting-table.ts';
import { defaultPreferences } from '../../src-main/domain/settings.ts';
import type { WindowOrder } from '../../src-main/domain/window-command.ts';
import type { PageOrder, ShellStatus } from '../../src-preload/shell-contract.ts';
import { quietVoice, type VoiceRemark, type VoiceView } from '../voice/voice-view.ts';
import type { WordKey } from '../words.ts';
import type { Attachment } from './attachment.ts';
import { type CatalogueView, emptyCatalogueView } from './catalogue-view.ts';
import type {
  Conversation,
  ErrorReport,
  HealthReport,
  Language,
  Message,
  Models,
  Organizer,
  Preferences,
  Profile,
  QueuedTurn,
  RunningTurn,
  SearchHit,
  Speech,
} from './contract-types.ts';
import type { ConnectionState } from './core-client.ts';
import type { KeptThing } from './kept-thing.ts';
import { emptyKnowledgeView, type KnowledgeView } from './knowledge-view.ts';
import { emptyMemoryView, type MemoryView } from './memory-view.ts';
import { emptyNowView, type NowView } from './now-view.ts';
import { emptySystemView, type SystemView } from './system-view.ts';

/** A message on its way to the core, not yet known to be on disk. */
export interface Outgoing {
  readonly turnId: string;
  readonly conversationId: string;
  readonly text: string;
  readonly edits?: string;
  readonly images?: { readonly base64: string }[];
  /** Whose words they are. */
  readonly profileId?: string;
  /** Why the core refused it; absent while it is on its way. */
  readonly error?: ErrorReport;
}

export interface OpenConversation {
  readonly id: string;
  /** `fresh`: nothing was said yet, the core does not know it. */
  readonly state: 'fresh' | 'loading' | 'ready' | 'failed';
  readonly error?: ErrorReport;
  /** Message ids of the active branch, oldest first, as far back as loaded. */
  readonly order: readonly string[];
  readonly messages: ReadonlyMap<string, Message>;
  readonly hasEarlier: boolean;
  readonly loadingEarlier: boolean;
  readonly queued: readonly QueuedTurn[];
}

export interface Search {
  readonly query: string;
  readonly state: 'idle' | 'searching' | 'done' | 'failed';
  readonly hits: readonly SearchHit[];
}

export interface UploadProgress {
  readonly id: string;
  readonly name: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/** An audio file of this window that is being written down. */
export interface Transcription {
  readonly id: string;
  readonly name: string;
  /** How much of it is behind us, 0 to 1. */
  readonly share: number;
}

/** An import of this window on its way; `totalMessages` is 0 while the file is read. */
export interface ImportProgress {
  readonly id: string;
  readonly name: string;
  readonly messages: number;
  readonly totalMessages: number;
}

/** One setting, a field of the profile itself, or several settings at once. */
export type ChangedSetting = SettingName | 'name' | 'language' | 'file' | 'defaults';

/** Keys of `toast` texts in the dictionary. */
export type ToastText =
  | { readonly kind: 'deleted'; readonly title: string }
  | { readonly kind: 'imported'; readonly conversations: number; readonly messages: number }
  | { readonly kind: 'exported'; readonly fileName: string }
  | { readonly kind: 'model-added'; readonly name: string }
  | { readonly kind: 'server-added'; readonly name: string }
  | { readonly kind: 'document-added'; readonly name: string }
  | { readonly kind: 'copy-failed' }
  /** It cannot be done now; both are keys of words. */
  | { readonly kind: 'not-now'; readonly action: WordKey; readonly reason: WordKey }
  | { readonly kind: 'not-called-so'; readonly words: string }
  | { readonly kind: 'needs-press' }
  | { readonly kind: 'cannot-listen' }
  | { readonly kind: 'graphics-crashed' }
  | { readonly kind: 'voice'; readonly remark: VoiceRemark }
  | { readonly kind: 'not-a-model'; readonly name: string }
  | { readonly kind: 'too-many-images' }
  | { readonly kind: 'not-an-image'; readonly name: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'removed'; readonly what: KeptThing['kind']; readonly name: string }
  | { readonly kind: 'setting'; readonly of: ChangedSetting }
  | { readonly kind: 'error'; readonly error: ErrorReport };

export interface Toast {
  readonly id: string;
  readonly text: ToastText;
  /** The deleted conversation that "undo" brings back. */
  readonly restores?: string;
  /** "Undo" takes the last change of the settings back. */
  readonly undoesSetting?: true;
  /** What "undo" puts back where it stood. */
  readonly bringsBack?: KeptThing;
}

/** The window shows one room at a time. */
export type RoomName = 'conversation' | 'memory' | 'now' | 'system' | 'settings' | 'welcome';

/** A room and, where it has several, the part of it: a tab, a section, a person, a day. */
export interface Place {
  readonly room: RoomName;
  readonly part?: string;
}

export type DialogName =
  | 'add-server'
  | 'add-profile'
  | 'consent-always'
  | 'consent-hotword'
  | 'help'
  | 'palette';

export interface Doctor {
  readonly state: 'idle' | 'running' | 'done' | 'failed';
  readonly report?: HealthReport;
  readonly error?: ErrorReport;
}

export interface WindowState {
  readonly connection: ConnectionState;
  /** False until the first snapshot has arrived. */
  readonly ready: boolean;
  readonly stopping: boolean;
  readonly startError?: ErrorReport;
  readonly version: string;
  readonly language: Language;
  readonly profile?: Profile;
  readonly profiles: readonly Profile[];
  readonly preferences: Preferences;
  readonly models: Models;
  readonly catalogue: CatalogueView;
  readonly memory: MemoryView;
  readonly knowledge: KnowledgeView;
  readonly now: NowView;
  readonly system: SystemView;
  readonly organizer: Organizer;
  /** What left this machine since the day began; absent: not asked yet. */
  readonly sentTodayBytes?: number;
  readonly speech: Speech;
  readonly warnings: readonly string[];
  /** The desktop program around this window; absent in a browser. */
  readonly shell?: ShellStatus;
  /** What the desktop program wants of this page; `nonce` grows with each. */
  readonly shellOrder?: { readonly order: PageOrder; readonly nonce: number };
  /** Newest first. */
  readonly conversations: readonly Conversation[];
  readonly hasMoreConversations: boolean;
  readonly open: OpenConversation;
  /** By conversation. */
  readonly running: ReadonlyMap<string, RunningTurn>;
  readonly outbox: readonly Outgoing[];
  /** By conversation. */
  readonly drafts: ReadonlyMap<string, string>;
  /** Pictures that wait beside the draft, by conversation; gone with the window. */
  readonly attachments: ReadonlyMap<string, readonly Attachment[]>;
  readonly search: Search;
  readonly uploads: readonly UploadProgress[];
  readonly transcriptions: readonly Transcription[];
  readonly imports: readonly ImportProgress[];
  readonly toasts: readonly Toast[];
  readonly voice: VoiceView;
  readonly doctor: Doctor;
  readonly place: Place;
  /** What somebody said this window shall do; `nonce` grows with each order. */
  readonly ordered?: { readonly order: WindowOrder; readonly turnId: string; readonly nonce: number };
  readonly dialog?: DialogName;
  readonly railOpen: boolean;
  /** The side panel, where it is a drawer. */
  readonly panelOpen: boolean;
  /** The answer that the side panel tells of; absent: the last one. */
  readonly panelOf?: string;
  /** The turn that has the keyboard's focus. */
  readonly turnAt?: string;
  /** The turn that is to take the focus; `nonce` grows with each step. */
  readonly turnWanted?: { readonly messageId: string; readonly nonce: number };
  /** An answer that is being read aloud in this window, and under which id its sound comes. */
  readonly reading?: { readonly id: string; readonly messageId: string };
  /** The fault under the core that the person has put away. */
  readonly putAway?: string;
  /** The user message being edited. */
  readonly editing?: string;
  /** The message a search led to; `nonce` grows with each jump. */
  readonly highlight?: { readonly messageId: string; readonly nonce: number };
}

export const emptyConversation = (id: string): OpenConversation => ({
  id,
  state: 'fresh',
  order: [],
  messages: new Map(),
  hasEarlier: false,
  loadingEarlier: false,
  queued: [],
});

export const initialState = (conversationId: string, language: Language): WindowState => ({
  connection: 'connecting',
  ready: false,
  stopping: false,
  version: '',
  language,
  profiles: [],
  preferences: defaultPreferences,
  models: { backends: [] },
  catalogue: emptyCatalogueView,
  memory: emptyMemoryView,
  knowledge: emptyKnowledgeView,
  now: emptyNowView,
  system: emptySystemView,
  organizer: { of: '', revision: 0, timers: [], notes: [], lists: [], facts: [] },
  speech: { canListen: false, voices: { fr: '', en: '' } },
  warnings: [],
  conversations: [],
  hasMoreConversations: false,
  open: emptyConversation(conversationId),
  running: new Map(),
  outbox: [],
  drafts: new Map(),
  attachments: new Map(),
  search: { query: '', state: 'idle', hits: [] },
  uploads: [],
  transcriptions: [],
  imports: [],
  toasts: [],
  voice: quietVoice,
  doctor: { state: 'idle' },
  place: { room: 'conversation' },
  railOpen: false,
  panelOpen: false,
});
