/** The voice engines of sherpa-onnx, one row each: how a folder is known as theirs, and what the engine is told of it. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type sherpa from 'sherpa-onnx-node';
import type { Language } from '../../src-main/domain/language.ts';
import { findPiperFiles, type PiperFiles } from './model-folders.ts';

interface VoiceEngine {
  /** As `engine` in the catalogue. */
  readonly engine: string;
  /** Names in the folder; the others are the same for all. */
  isHere(names: readonly string[]): boolean;
  model(
    files: PiperFiles,
    dir: string,
    names: readonly string[],
    language: Language,
  ): Partial<sherpa.OfflineTtsModelConfig>;
  /** Number of the speaker. */
  readonly speaker: Readonly<Record<Language, number>>;
}

const voiceEngines: readonly VoiceEngine[] = [
  {
    engine: 'kokoro',
    isHere: names => names.includes('voices.bin'),
    model: ({ model, tokens, espeakDataDir }, dir, names, language) => ({
      kokoro: {
        ...{ model, tokens, dataDir: espeakDataDir, voices: join(dir, 'voices.bin'), lengthScale: 1 },
        // English words are looked up; French ones go through espeak-ng's rules.
        lexicon: names
          .filter(name => language === 'en' && /^lexicon-us-.*\.txt$/.test(name))
          .map(name => join(dir, name))
          .join(','),
        lang: language === 'fr' ? 'fr' : 'en-us',
      },
    }),
    // af_heart and ff_siwis of the multilingual model 1.0.
    speaker: { en: 3, fr: 30 },
  },
  {
    engine: 'piper',
    isHere: () => true,
    model: ({ model, tokens, espeakDataDir }) => ({
      // Piper's own scales. To the engine a plain 0 means "not given".
      vits: { model, tokens, dataDir: espeakDataDir, noiseScale: 0.667, noiseScaleW: 0.8, lengthScale: 1 },
    }),
    speaker: { en: 0, fr: 0 },
  },
];

export interface FoundVoice {
  readonly engine: string;
  readonly model: Partial<sherpa.OfflineTtsModelConfig>;
  readonly speaker: number;
  readonly espeakDataDir: string;
}

/** The voice in a folder, as it speaks this language. Throws `speech.model-incomplete`. */
export async function findVoice(dir: string, language: Language): Promise<FoundVoice> {
  const files = await findPiperFiles(dir);
  const names = await readdir(dir);
  const row = voiceEngines.find(each => each.isHere(names));
  if (!row) throw new Error('the last row fits every folder');
  const { engine, speaker } = row;
  const model = row.model(files, dir, names, language);
  return { engine, model, speaker: speaker[language], espeakDataDir: files.espeakDataDir };
}
