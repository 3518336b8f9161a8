/** Settings of the machine (settings.json) and of a profile (in its encrypted database), with their defaults. */
import type { Language } from './language.ts';
import type { ModelChoice } from './model.ts';

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
}

export const defaultMachineSettings: MachineSettings = {
  logLevel: 'info',
  models: { order: [], servers: [] },
  speech: { voiceDirs: {} },
};

export interface ProfilePreferences {
  readonly theme: 'system' | 'dark' | 'light';
  /** Answers to spoken turns are spoken. */
  readonly speakAnswers: boolean;
  /** 0.5 to 2.0. */
  readonly speechRate: number;
  /** IANA zone; absent: the machine's. */
  readonly zone?: string;
}

export const defaultPreferences: ProfilePreferences = { theme: 'system', speakAnswers: true, speechRate: 1 };

export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly createdAtMs: number;
}
