/** The voice engines of sherpa-onnx, one row each: how a folder is known as theirs, and what the engine is told of it. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type sherpa from 'sherpa-onnx-node';
import type { Language } from '../../src-main/domain/language.ts';
import { type VoiceEngineName, voiceEngineOf } from '../../src-main/domain/voice-engine.ts';
import { findPiperFiles, type PiperFiles } from './model-folders.ts';

interface VoiceEngine {
  readonly engine: VoiceEngineName;
  model(files: PiperFiles, dir: string, names: readonly string[]): Partial<sherpa.OfflineTtsModelConfig>;
  readonly manners: Readonly<Record<Language, VoiceManner>>;
}

/** How one loaded model speaks a language. */
export interface VoiceManner {
  /** Number of the speaker. */
  readonly speaker: number;
  /** As espeak-ng names it, for models that speak several. */
  readonly language?: string;
}

const voiceEngines: readonly VoiceEngine[] = [
  {
    engine: 'kokoro',
    model: ({ model, tokens, espeakDataDir }, dir) => ({
      kokoro: {
        ...{ model, tokens, dataDir: espeakDataDir, voices: join(dir, 'voices.bin'), lengthScale: 1 },
        // Told a language, the engine goes by espeak-ng's rules and opens no list of words; each request tells its own.
        ...{ lexicon: '', lang: 'en-us' },
      },
    }),
    // af_heart and ff_siwis of the multilingual model 1.0.
    manners: { en: { speaker: 3, language: 'en-us' }, fr: { speaker: 30, language: 'fr' } },
  },
  {
    engine: 'piper',
    model: ({ model, tokens, espeakDataDir }) => ({
      // Piper's own scales. To the engine a plain 0 means "not given".
      vits: { model, tokens, dataDir: espeakDataDir, noiseScale: 0.667, noiseScaleW: 0.8, lengthScale: 1 },
    }),
    manners: { en: { speaker: 0 }, fr: { speaker: 0 } },
  },
];

export interface FoundVoice {
  readonly engine: string;
  readonly model: Partial<sherpa.OfflineTtsModelConfig>;
  readonly manners: Readonly<Record<Language, VoiceManner>>;
  readonly espeakDataDir: string;
}

function rowOf(names: readonly string[]): VoiceEngine {
  const name = voiceEngineOf(names);
  const row = voiceEngines.find(({ engine }) => engine === name);
  if (!row) throw new Error(`no row for ${name}`);
  return row;
}

/** The voice in a folder. Throws `speech.model-incomplete`. */
export async function findVoice(dir: string): Promise<FoundVoice> {
  const files = await findPiperFiles(dir);
  const names = await readdir(dir);
  const { engine, manners, model } = rowOf(names);
  return { engine, manners, model: model(files, dir, names), espeakDataDir: files.espeakDataDir };
}
