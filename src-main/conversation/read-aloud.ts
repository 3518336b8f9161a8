/** Reads a text of any length aloud: piece by piece, the next one made while one is taken, silence where it belongs. */
import type { SpeechChunk } from '../domain/audio.ts';
import type { Language } from '../domain/language.ts';
import type { VoicePreferences } from '../domain/settings.ts';
import type { TextToSpeech } from '../ports/text-to-speech.ts';
import { createAnswerPieces, type SpokenPiece } from './answer-pieces.ts';
import { joinable } from './sound-joins.ts';

export interface ReadAloudOptions {
  readonly textToSpeech: TextToSpeech;
  readonly language: Language;
  /** 0.5 to 2.0. */
  readonly rate: number;
  readonly numbers: VoicePreferences['numbers'];
}

/** What is cut into pieces at once, in UTF-16 units, so that a book is never held as pieces. */
const stepLength = 4_000;

/**
 * Markdown as the voice says it. Yields nothing for a text without words. Throws JarvisError `speech.*`; an aborted
 * signal rejects with its reason.
 */
export async function* readAloud(
  text: string,
  options: ReadAloudOptions,
  signal: AbortSignal,
): AsyncGenerator<SpeechChunk> {
  const abandoned = new AbortController();
  const either = AbortSignal.any([signal, abandoned.signal]);
  const make = ({ spoken }: SpokenPiece) => soundOf(spoken, options, either);
  let ahead: { piece: SpokenPiece; sound: ReturnType<typeof make> } | undefined;
  let pauseMs = 0;
  try {
    for (const piece of piecesOf(text, options)) {
      const sound = make(piece);
      // The fault is thrown where the sound is taken; until then nobody waits for it.
      sound.catch(() => undefined);
      if (ahead) {
        yield* withPause(await ahead.sound, pauseMs);
        pauseMs = ahead.piece.pauseMs;
      }
      ahead = { piece, sound };
    }
    if (ahead) yield* withPause(await ahead.sound, pauseMs);
    signal.throwIfAborted();
  } finally {
    abandoned.abort();
  }
}

function* piecesOf(text: string, { language, numbers }: ReadAloudOptions): Generator<SpokenPiece> {
  const pieces = createAnswerPieces(language, numbers);
  for (let at = 0; at < text.length; at += stepLength) yield* pieces.push(text.slice(at, at + stepLength));
  yield* pieces.end();
}

async function soundOf(
  spoken: string,
  { textToSpeech, language, rate }: ReadAloudOptions,
  signal: AbortSignal,
): Promise<SpeechChunk | undefined> {
  const chunks: SpeechChunk[] = [];
  for await (const chunk of textToSpeech.speak({ text: spoken, language, rate }, signal)) chunks.push(chunk);
  signal.throwIfAborted();
  return joinable(chunks);
}

function* withPause(sound: SpeechChunk | undefined, pauseMs: number): Generator<SpeechChunk> {
  if (sound === undefined) return;
  const { sampleRateHz } = sound;
  if (pauseMs > 0)
    yield { samples: new Int16Array(Math.round((pauseMs / 1000) * sampleRateHz)), sampleRateHz };
  yield sound;
}
