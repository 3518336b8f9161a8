/** Speech to text with a Whisper model in sherpa-onnx, every call that would end the process or lose words guarded. */
import { availableParallelism } from 'node:os';
import type sherpa from 'sherpa-onnx-node';
import type { Language } from '../../src-main/domain/language.ts';
import { RequestFailure } from '../frames.ts';
import { findWhisperFiles, type WhisperFiles } from './model-folders.ts';
import { toFloat } from './pcm.ts';
import type { RecognizedSpeech, SpeechRecognizer } from './recognizer.ts';
import { splitAtQuietPlaces, trimSilence } from './sound-pieces.ts';

const minSampleRateHz = 8_000;
const maxSampleRateHz = 192_000;
const maxSoundSeconds = 600;
/** Under -60 dB below full scale nobody spoke; true Whisper weights invent words for silence. */
const silentBelowRms = 33;
/** Whisper writes at most 6 tokens for each second of sound; silence after it buys tokens for fast speech. */
const paddingSeconds = 1;

/** Loads the model once. Throws `speech.model-incomplete` or `speech.engine-failed`. */
export async function loadWhisperRecognizer(dir: string): Promise<SpeechRecognizer> {
  const files = await findWhisperFiles(dir);
  // The library alone takes 60 MB: a process that only waits for the name does without.
  const { default: engine } = await import('sherpa-onnx-node');
  const recognizer = await orEngineFailure(() =>
    engine.OfflineRecognizer.createAsync(configuration(files, '')),
  );
  let fixedLanguage = '';
  let last: Promise<unknown> = Promise.resolve();

  async function decode(piece: Int16Array, sampleRateHz: number, language: string) {
    if (language !== fixedLanguage) {
      recognizer.setConfig(configuration(files, language));
      fixedLanguage = language;
    }
    const stream = recognizer.createStream();
    stream.acceptWaveform({
      samples: toFloat(piece, paddingSeconds * sampleRateHz),
      sampleRate: sampleRateHz,
    });
    return recognizer.decodeAsync(stream);
  }

  return {
    engine: 'whisper',
    transcribe(sound, signal) {
      checkSound(sound);
      const [language = '', another] = sound.languages;
      const fixed = another === undefined ? language : '';
      // One at a time: the fixed language belongs to the recogniser, not to the sound.
      const result = last.then(() => transcribePieces(sound, fixed, decode, signal));
      last = result.catch(() => undefined);
      return result;
    },
  };
}

type Decode = (
  piece: Int16Array,
  sampleRateHz: number,
  language: string,
) => Promise<{ text: string; lang?: string }>;

async function transcribePieces(
  sound: { samples: Int16Array; sampleRateHz: number },
  language: string,
  decode: Decode,
  signal: AbortSignal,
): Promise<RecognizedSpeech> {
  const texts: string[] = [];
  let heard: Language | undefined;
  for (const whole of splitAtQuietPlaces(sound.samples, sound.sampleRateHz)) {
    signal.throwIfAborted();
    const piece = trimSilence(whole, sound.sampleRateHz, silentBelowRms);
    if (piece.length === 0) continue;
    const result = await orEngineFailure(() => decode(piece, sound.sampleRateHz, language));
    const text = spokenWords(result.text);
    if (text === '') continue;
    texts.push(text);
    heard ??= result.lang === 'fr' || result.lang === 'en' ? result.lang : undefined;
  }
  signal.throwIfAborted();
  return { text: texts.join(' '), ...(heard && { language: heard }) };
}

/** Whisper describes noise in brackets, such as [BLANK_AUDIO] or (bruit): those are not words. */
function spokenWords(text: string): string {
  const words = text.replace(/\[[^\]]*\]|\([^)]*\)|[♪♫]/gu, ' ').trim();
  return /[\p{L}\p{N}]/u.test(words) ? words.replace(/\s+/g, ' ') : '';
}

function checkSound({ samples, sampleRateHz }: { samples: Int16Array; sampleRateHz: number }): void {
  if (!Number.isInteger(sampleRateHz) || sampleRateHz < minSampleRateHz || sampleRateHz > maxSampleRateHz) {
    throw new RequestFailure('speech.bad-audio', { detail: `${sampleRateHz} Hz` });
  }
  if (samples.length > maxSoundSeconds * sampleRateHz) {
    throw new RequestFailure('speech.bad-audio', { detail: `> ${maxSoundSeconds / 60} min` });
  }
}

function configuration(files: WhisperFiles, language: string): sherpa.OfflineRecognizerConfig {
  return {
    featConfig: { sampleRate: 16_000, featureDim: 80 },
    modelConfig: {
      whisper: {
        encoder: files.encoder,
        decoder: files.decoder,
        language,
        task: 'transcribe',
        tailPaddings: -1,
      },
      tokens: files.tokens,
      // Half of what the system calls cores are threads of the same core; the other half keeps the window smooth.
      numThreads: Math.max(1, Math.min(4, Math.floor(availableParallelism() / 2))),
      provider: 'cpu',
      debug: 0,
    },
  };
}

async function orEngineFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new RequestFailure('speech.engine-failed', { detail: 'Whisper' }, error);
  }
}
