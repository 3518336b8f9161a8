/** Speech to text that can be trusted, whatever the engine: cut in pauses, gated by activity, checked against the sound. */
import type { Language } from '../../src-main/domain/language.ts';
import { RequestFailure } from '../frames.ts';
import type { ActivityModel } from './activity-detector.ts';
import { findRecognizer } from './model-folders.ts';
import { numbersAsWritten } from './number-words.ts';
import type { RecognitionEngine } from './recognition-engines.ts';
import { type DecodedPiece, type DecodePiece, loadDecoder } from './sherpa-decoder.ts';
import { activityWindow, streamSampleRateHz } from './sound-marks.ts';
import { splitAtQuietPlaces } from './sound-pieces.ts';
import { activityOf, holdsSpeech, measureSpeech, speechPart } from './speech-measure.ts';
import { trustedWords } from './trusted-words.ts';

export interface SoundToRecognize {
  /** Mono, 16-bit. */
  readonly samples: Int16Array;
  readonly sampleRateHz: number;
  /** The speaker's own: no other is taken. None: whatever the engine hears. */
  readonly languages: readonly Language[];
  /** Names that may occur. */
  readonly hints: readonly string[];
  /** Probability of speech of each window of 32 ms, where that is known already. */
  readonly activity?: ArrayLike<number>;
}

export interface RecognizedSpeech {
  /** Empty for silence and noise. */
  readonly text: string;
  readonly language?: Language;
  /** That the words are right, 0 to 1; absent where the engine cannot tell. */
  readonly confidence?: number;
}

export interface SpeechRecognizer {
  /** Row of the engine table. */
  readonly engine: string;
  /** Throws `speech.bad-audio`, `speech.engine-failed`, or the signal's AbortError at the next piece of at most 28 s. */
  transcribe(sound: SoundToRecognize, signal: AbortSignal): Promise<RecognizedSpeech>;
}

const minSampleRateHz = 8_000;
const maxSampleRateHz = 192_000;
const maxSoundSeconds = 600;

/** Loads the recogniser in a folder once. Throws `speech.model-incomplete` or `speech.engine-failed`. */
export async function loadRecognizer(
  dir: string,
  activityModel: () => Promise<ActivityModel>,
): Promise<SpeechRecognizer> {
  const found = await findRecognizer(dir);
  return createRecognizer(found.row, await loadDecoder(found), activityModel);
}

export function createRecognizer(
  row: Pick<RecognitionEngine, 'engine' | 'takesLanguage' | 'writesBareWords'>,
  decode: DecodePiece,
  activityModel: () => Promise<ActivityModel>,
): SpeechRecognizer {
  let last: Promise<unknown> = Promise.resolve();

  async function pieces(sound: SoundToRecognize, signal: AbortSignal): Promise<RecognizedSpeech> {
    const heard: HeardPiece[] = [];
    for (const piece of splitAtQuietPlaces(sound.samples, sound.sampleRateHz)) {
      signal.throwIfAborted();
      const words = await hear(piece, sound);
      if (words && words.text !== '') heard.push(words);
    }
    signal.throwIfAborted();
    return together(heard);
  }

  async function hear(piece: Int16Array, sound: SoundToRecognize): Promise<HeardPiece | undefined> {
    const { sampleRateHz } = sound;
    const whole = { samples: piece, sampleRateHz };
    const activity = knownActivity(piece, sound) ?? (await activityOf(await activityModel(), whole));
    const speech = measureSpeech(activity);
    // An engine that is asked about noise invents words for it.
    if (!holdsSpeech(speech)) return undefined;
    const samples = speechPart(whole, activity);
    const decoded = await inOwnLanguage({ samples, sampleRateHz }, sound);
    const language =
      languageOf(decoded.lang) ?? (sound.languages.length === 1 ? sound.languages[0] : undefined);
    const trusted = trustedWords(decoded.text, speech);
    const text = row.writesBareWords && language ? numbersAsWritten(trusted, language) : trusted;
    return {
      text,
      ...(language && { language }),
      ...(decoded.confidence !== undefined && { confidence: decoded.confidence }),
    };
  }

  /** Told the language where the speaker has one; heard in another than theirs, the sound is looked at again as the first. */
  async function inOwnLanguage(
    piece: { samples: Int16Array; sampleRateHz: number },
    { languages, hints }: SoundToRecognize,
  ): Promise<DecodedPiece> {
    const [first = '', another] = languages;
    const told = row.takesLanguage && another === undefined ? first : '';
    const decoded = await decode(piece, { language: told, hints });
    const isOther = decoded.lang && first !== '' && !languages.some(language => language === decoded.lang);
    return isOther && row.takesLanguage && told === '' ? decode(piece, { language: first, hints }) : decoded;
  }

  return {
    engine: row.engine,
    transcribe(sound, signal) {
      checkSound(sound);
      // One at a time: a fixed language belongs to the engine, not to the sound.
      const result = last.then(() => pieces(sound, signal));
      last = result.catch(() => undefined);
      return result;
    },
  };
}

interface HeardPiece {
  readonly text: string;
  readonly language?: Language;
  readonly confidence?: number;
}

function together(heard: readonly HeardPiece[]): RecognizedSpeech {
  const language = heard.find(piece => piece.language)?.language;
  const certain = heard.flatMap(({ text, confidence }) =>
    confidence === undefined ? [] : [{ length: text.length, confidence }],
  );
  const length = certain.reduce((sum, piece) => sum + piece.length, 0);
  const confidence = certain.reduce((sum, piece) => sum + (piece.confidence * piece.length) / length, 0);
  return {
    text: heard.map(({ text }) => text).join(' '),
    ...(language && { language }),
    ...(certain.length > 0 && { confidence }),
  };
}

/** The part of what is known that belongs to a piece, which is a view of the whole sound. */
function knownActivity(piece: Int16Array, { samples, sampleRateHz, activity }: SoundToRecognize) {
  if (!activity || sampleRateHz !== streamSampleRateHz) return undefined;
  const from = (piece.byteOffset - samples.byteOffset) / Int16Array.BYTES_PER_ELEMENT;
  const window = (sample: number): number => Math.round(sample / activityWindow);
  return Array.from(activity).slice(window(from), window(from + piece.length));
}

const languageOf = (code: string | undefined): Language | undefined =>
  code === 'fr' || code === 'en' ? code : undefined;

function checkSound({ samples, sampleRateHz }: SoundToRecognize): void {
  if (!Number.isInteger(sampleRateHz) || sampleRateHz < minSampleRateHz || sampleRateHz > maxSampleRateHz) {
    throw new RequestFailure('speech.bad-audio', { detail: `${sampleRateHz} Hz` });
  }
  if (samples.length > maxSoundSeconds * sampleRateHz) {
    throw new RequestFailure('speech.bad-audio', { detail: `> ${maxSoundSeconds / 60} min` });
  }
}
