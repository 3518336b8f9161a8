/** Settings of the machine (settings.json) and of a profile (in its encrypted database), with their defaults. */
import { defaultGlobalKeys, type GlobalKey } from './global-key.ts';
import type { Language } from './language.ts';
import type { ModelChoice } from './model.ts';
import type { QuietHours } from './quiet-hours.ts';
import { defaultUpdateSettings, type UpdateSettings } from './update.ts';
import { untuned, type WakeTuning } from './wake-word.ts';

export interface ModelServerSetting {
  readonly id: string;
  readonly label: string;
  /** Base URL, e.g. `http://127.0.0.1:8080/v1`; the key, if any, lies in the secret store as `model-server:<id>`. */
  readonly address: string;
}

export interface MachineSettings {
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Absent: nothing is served. */
  readonly metrics?: { readonly port: number };
  readonly activeProfileId?: string;
  readonly models: {
    /** Back-end ids, most preferred first; ids not named follow in their natural order. */
    readonly order: readonly string[];
    readonly servers: readonly ModelServerSetting[];
    readonly chosen?: ModelChoice;
  };
  readonly speech: {
    /** Folder with a Whisper model for sherpa-onnx (encoder, decoder, tokens); absent: none installed. */
    readonly recognizerDir?: string;
    /** Folders with Piper-format voices, by language; absent: espeak-ng speaks. */
    readonly voiceDirs: Readonly<Partial<Record<Language, string>>>;
  };
  readonly updates: UpdateSettings;
}

export const defaultMachineSettings: MachineSettings = {
  logLevel: 'info',
  models: { order: [], servers: [] },
  speech: { voiceDirs: {} },
  updates: defaultUpdateSettings,
};

/** How the person talks with Jarvis. */
export interface VoicePreferences {
  /** `hold`: a key held down; `toggle`: a click, then the end of the sentence; `hotword`: the name; `always`: every sentence. */
  readonly mode: 'hold' | 'toggle' | 'hotword' | 'always';
  /** What the person says over an answer stops it, where the microphone is open then. */
  readonly bargeIn: boolean;
  /** Short sounds for listening, thinking, done and error. */
  readonly cues: boolean;
  /** Of the spoken answers, 0 to 1. */
  readonly volume: number;
  /** The languages that the person speaks; no other is taken from their sound. */
  readonly languages: readonly Language[];
  /** Ids of the voices to speak with, by language; absent: the best that is installed. */
  readonly voices: Readonly<Partial<Record<Language, string>>>;
  /** How readily the name is heard, 0 to 1. */
  readonly wakeSensitivity: number;
  /** What the name was tuned to: numbers alone, no sound. */
  readonly wakeTuning: WakeTuning;
  /** How long one may go on without the name after an answer; 0: never. */
  readonly followUpSeconds: number;
  /** 90 is "quatre-vingt-dix" in France, "nonante" in Belgium and Switzerland. */
  readonly numbers: 'france' | 'belgium' | 'switzerland';
  /** Below this share of the battery, and without mains power, the name is not listened for; 0: always. */
  readonly restBelow: number;
  /** Labels of the devices; absent: the system's. */
  readonly microphone?: string;
  readonly loudspeaker?: string;
}

/** The model that makes meanings: the built-in table, a folder (or a model of the catalogue), or one of an Ollama server. */
export type EmbedderChoice =
  | 'built-in'
  /** An absolute path, or an id of the catalogue. */
  | { readonly onnx: string }
  /** `address` as in OLLAMA_HOST; absent: 127.0.0.1:11434. */
  | { readonly ollama: string; readonly address?: string };

/** What Jarvis keeps of what the person says, and how it uses that. */
export interface MemoryPreferences {
  /** Turns are remembered, and what was said before is recalled. */
  readonly recall: boolean;
  /** Mood colours the tone that is asked of a model. */
  readonly affect: boolean;
  /** Words, as they were given; what is about them is neither kept nor recalled. */
  readonly excludedTopics: readonly string[];
  /** Absent: kept until it is forgotten by order. */
  readonly retentionDays?: number;
  /** Absent: the built-in table. */
  readonly embedder?: EmbedderChoice;
}

/** How the desktop program behaves around its windows; a browser's window has no use for it. */
export interface DesktopPreferences {
  /** Held and spoken, in every program. */
  readonly talkKey: GlobalKey;
  /** Brings the small window, in every program. */
  readonly quickKey: GlobalKey;
  /** The microphone is shut while the screen is locked. */
  readonly lockDisarms: boolean;
  /** The quick window goes when another program is used. */
  readonly hideQuickOnBlur: boolean;
  /** Absent: at no time of the day. */
  readonly quietHours?: QuietHours;
}

/** What a new profile is asked, in this order; each step can be skipped. */
export const welcomeSteps = ['language', 'name', 'voice', 'models', 'hotword', 'privacy'] as const;
export type WelcomeStep = (typeof welcomeSteps)[number];

export interface WelcomePreferences {
  /** Where the person was when they left. */
  readonly step: WelcomeStep;
  /** Gone through or left: it does not open by itself any more. */
  readonly isDone: boolean;
}

export interface ProfilePreferences {
  readonly theme: 'system' | 'dark' | 'light';
  /** The pair of colours of the two voices. */
  readonly accent: 'signal' | 'lagune' | 'givre';
  /** `less`: nothing moves, whatever the system says. */
  readonly motion: 'system' | 'less';
  /** Answers to spoken turns are spoken. */
  readonly speakAnswers: boolean;
  /** 0.5 to 2.0. */
  readonly speechRate: number;
  readonly voice: VoicePreferences;
  readonly memory: MemoryPreferences;
  readonly desktop: DesktopPreferences;
  /** IANA zone; absent: the machine's. */
  readonly zone?: string;
  /** Keys that the person recorded, by the command's id, such as `Ctrl+Shift+P`; empty: the command has none. */
  readonly keys: Readonly<Record<string, string>>;
  readonly welcome: WelcomePreferences;
}

export const defaultVoicePreferences: VoicePreferences = {
  // The microphone opens by itself only once the person has chosen so.
  mode: 'hold',
  bargeIn: true,
  cues: true,
  volume: 1,
  languages: ['fr', 'en'],
  voices: {},
  wakeSensitivity: 0.5,
  wakeTuning: untuned,
  followUpSeconds: 6,
  numbers: 'france',
  restBelow: 0.2,
};

export const defaultMemoryPreferences: MemoryPreferences = { recall: true, affect: true, excludedTopics: [] };

export const defaultDesktopPreferences: DesktopPreferences = {
  talkKey: defaultGlobalKeys.talk,
  quickKey: defaultGlobalKeys.quick,
  lockDisarms: true,
  hideQuickOnBlur: true,
};

export const defaultPreferences: ProfilePreferences = {
  theme: 'system',
  accent: 'signal',
  motion: 'system',
  speakAnswers: true,
  speechRate: 1,
  voice: defaultVoicePreferences,
  memory: defaultMemoryPreferences,
  desktop: defaultDesktopPreferences,
  keys: {},
  welcome: { step: 'language', isDone: false },
};

export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly createdAtMs: number;
}
