/** What the handlers need of the program: one profile's own parts, and the parts that all profiles share. */
import type { EventData, EventName, Sent } from '../../src-preload/contract.ts';
import type { SoundFrame } from '../../src-preload/sound-frames.ts';
import type { Turns } from '../conversation/turns.ts';
import type { HealthReport } from '../domain/health.ts';
import type { Language } from '../domain/language.ts';
import type { ModelChoice, ModelsSnapshot } from '../domain/model.ts';
import type { Profile, ProfilePreferences } from '../domain/settings.ts';
import type { Clock } from '../ports/clock.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import type { OrganizerStore } from '../ports/organizer-store.ts';
import type { Transcript } from '../ports/speech-to-text.ts';

export type Publish = <N extends EventName>(name: N, data: Sent<EventData<N>>) => void;

/** The parts that belong to the profile in use. */
export interface ProfileServices {
  readonly profile: Profile;
  readonly memory: MemoryStore;
  readonly organizer: OrganizerStore;
  readonly turns: Turns;
  preferences(): ProfilePreferences;
  setPreferences(preferences: ProfilePreferences): Promise<void>;
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

export interface ProfileAdministration {
  list(): readonly Profile[];
  add(profile: { name: string; language: Language }): Promise<Profile>;
  change(profile: { id: string; name: string; language: Language }): Promise<Profile>;
  /** Closes the profile in use and opens this one; tells the windows when it is another. */
  use(id: string): Promise<Profile>;
}

export interface SpeechServices {
  status(): Sent<EventData<'speech.changed'>>;
  /** The frames that this client sends from now on belong to this capture; its old answer falls silent. */
  start(clientId: string, captureId: string, sampleRateHz: number): void;
  frame(clientId: string, frame: SoundFrame): void;
  end(captureId: string, lastSequence: number): Promise<Transcript>;
  cancel(captureId: string): void;
  /** Stops the voice that speaks to this client. */
  hush(clientId: string): void;
  /** A voice that says the growing answer of a spoken turn; undefined when answers are not to be spoken. */
  speakAnswer(answer: {
    clientId: string;
    turnId: string;
    language: Language;
    send: (bytes: Uint8Array) => void;
    bufferedBytes: () => number;
  }): { words(text: string): void; ended(): void; stop(): void } | undefined;
}

export interface Services {
  readonly version: string;
  readonly clock: Clock;
  readonly publish: Publish;
  /** How many events were published so far, growing answers left out. */
  changes(): number;
  current(): ProfileServices;
  readonly models: ModelServices;
  readonly profiles: ProfileAdministration;
  readonly speech: SpeechServices;
  /** Codes of lasting remarks such as `secrets-in-file`. */
  warnings(): readonly string[];
  runDoctor(): Promise<HealthReport>;
  /** A new one-time link into the window; throws where no web host runs. */
  newLink(): string;
}
