/** What the handlers need of the program: one profile's own parts, and the parts that all profiles share. */
import type { CommandInput, CommandOutput, EventData, EventName, Sent } from '../../src-preload/contract.ts';
import type { SoundFrame } from '../../src-preload/sound-frames.ts';
import type { SpokenTextInput } from '../conversation/spoken-text.ts';
import type { Turns } from '../conversation/turns.ts';
import type { CatalogueSnapshot } from '../domain/catalogue.ts';
import type { HealthReport } from '../domain/health.ts';
import type { Language } from '../domain/language.ts';
import type { ModelChoice, ModelsSnapshot } from '../domain/model.ts';
import type { Profile, ProfilePreferences } from '../domain/settings.ts';
import type { Brain } from '../memory/brain.ts';
import type { MemoryEmbedders } from '../memory/embedder-status.ts';
import type { Knowledge } from '../memory/knowledge/knowledge.ts';
import type { Clock } from '../ports/clock.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import type { OrganizerStore } from '../ports/organizer-store.ts';

import type { Imports } from './imports.ts';
import type { SecretServices } from './secret-services.ts';
import type { ShellServices } from './shell-services.ts';
import type { SystemServices } from './system-services.ts';
import type { ToldOrganizer } from './told-organizer.ts';
import type { UpdateServices } from './update-services.ts';

export type Publish = <N extends EventName>(name: N, data: Sent<EventData<N>>) => void;

/** The parts that belong to the profile in use. */
export interface ProfileServices {
  readonly profile: Profile;
  readonly memory: MemoryStore;
  readonly brain: Brain;
  readonly knowledge: Knowledge;
  readonly embedders: MemoryEmbedders;
  readonly organizer: OrganizerStore;
  /** What the windows know of it. */
  readonly toldOrganizer: ToldOrganizer;
  readonly turns: Turns;
  preferences(): ProfilePreferences;
  setPreferences(preferences: ProfilePreferences): Promise<void>;
  /** What the memory does in the background. */
  works(): Promise<CommandOutput<'work.list'>>;
  /** Gives up the consolidation that runs. */
  stopConsolidating(): void;
  /** To be called when timers changed, so that the next one is waited for. */
  timersChanged(): void;
}

export interface ModelServices {
  snapshot(): ModelsSnapshot;
  refresh(): Promise<ModelsSnapshot>;
  use(choice: ModelChoice): Promise<ModelsSnapshot>;
  addServer(server: { label: string; address: string; key?: string }): Promise<ModelsSnapshot>;
  remove(backendId: string, model?: string): Promise<ModelsSnapshot>;
  order(backendIds: readonly string[]): Promise<ModelsSnapshot>;
  /** A GGUF file or a folder with a speech model. */
  addPath(path: string): Promise<{ what: string; name: string }>;
}

/** Models that can be downloaded; every order answers with the new picture. */
export interface CatalogueServices {
  snapshot(): Promise<CatalogueSnapshot>;
  /** Orders models and what they need; of installed ones only what is damaged. */
  get(ids: readonly string[]): Promise<CatalogueSnapshot>;
  /** Orders what is recommended for this machine and not there yet. */
  getReady(): Promise<CatalogueSnapshot>;
  pause(id: string): Promise<CatalogueSnapshot>;
  resume(id: string): Promise<CatalogueSnapshot>;
  cancel(id: string): Promise<CatalogueSnapshot>;
  delete(id: string): Promise<CatalogueSnapshot>;
  use(id: string): Promise<CatalogueSnapshot>;
  /** Computes the digests of these, or of all installed models. */
  verify(ids: readonly string[]): Promise<{
    readonly checked: readonly string[];
    readonly damaged: readonly { readonly id: string; readonly paths: readonly string[] }[];
  }>;
  /** From a folder or file on this machine. */
  import(path: string): Promise<{
    readonly installed: readonly string[];
    readonly incomplete: readonly { readonly id: string; readonly missing: readonly string[] }[];
    /** Names of what the catalogue does not know. */
    readonly added: readonly string[];
  }>;
}

export interface ProfileAdministration {
  list(): readonly Profile[];
  add(profile: { name: string; language: Language }): Promise<Profile>;
  change(profile: { id: string; name: string; language: Language }): Promise<Profile>;
  /** Closes the profile in use and opens this one; tells the windows when it is another. */
  use(id: string): Promise<Profile>;
}

export interface SpeechServices {
  status(): Sent<EventData<'speech.changed'>>;
  /** Opens a client's microphone. Throws `speech.no-recognizer`, `speech.bad-audio`. */
  start(client: SpokenClient, capture: CommandInput<'voice.start'>): void;
  frame(clientId: string, frame: SoundFrame): void;
  moveTo(captureId: string, conversationId: string): void;
  /** The words of the turn, once they are accepted. Throws `speech.nothing-heard` without any. */
  finish(captureId: string, lastSequence: number): Promise<Sent<CommandOutput<'voice.end'>>>;
  cancel(captureId: string): void;
  drop(captureId: string): void;
  heard(clientId: string, turnId: string, playedMs: number, isWhole: boolean): void;
  /** Lets a client hear a text, say to choose a voice by; resolves when it is heard or over. Throws `speech.*`. */
  sample(client: SpokenClient, sample: CommandInput<'voice.sample'>): Promise<void>;
  /** Says a text to this client, in place of what it hears now. */
  read(client: SpokenClient, text: SpokenTextInput): void;
  /** Stops the voice that speaks to this client. */
  hush(clientId: string): void;
  /** The name was not said. */
  notMe(clientId: string): Promise<void>;
  /** Ends a recording of the name. Throws `speech.nothing-heard` when nothing like it was said. */
  tuned(captureId: string, lastSequence: number): Promise<Sent<CommandOutput<'voice.tuned'>>>;
  untune(): Promise<void>;
}

/** A window with a loudspeaker. */
export interface SpokenClient {
  readonly clientId: string;
  sendFrame(bytes: Uint8Array): boolean;
  bufferedBytes(): number;
}

export interface Services {
  readonly version: string;
  /** New profiles are welcomed. */
  readonly offersWelcome: boolean;
  readonly clock: Clock;
  readonly publish: Publish;
  /** How many events were published so far, growing answers left out. */
  changes(): number;
  current(): ProfileServices;
  readonly models: ModelServices;
  readonly catalogue: CatalogueServices;
  readonly system: SystemServices;
  readonly updates: UpdateServices;
  readonly profiles: ProfileAdministration;
  readonly imports: Imports;
  readonly speech: SpeechServices;
  /** Codes of lasting remarks such as `secrets-in-file`. */
  warnings(): readonly string[];
  runDoctor(): Promise<HealthReport>;
  readonly secrets: SecretServices;
  /** The desktop program around the windows; undefined in a web host. */
  shell(): ShellServices | undefined;
  /** A new one-time link into the window; throws where no web host runs. */
  newLink(): string;
}
