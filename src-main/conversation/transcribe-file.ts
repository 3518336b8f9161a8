/** The words of an audio file, piece by piece while it is read. */
import { captureSampleRateHz } from '../domain/audio.ts';
import type { Language } from '../domain/language.ts';
import type { AudioFile } from '../ports/audio-files.ts';
import type { SpeechToText } from '../ports/speech-to-text.ts';
import { SoundCutter, type SoundPiece } from './sound-pieces.ts';

export interface FilePiece {
  /** Empty where nothing was said. */
  readonly text: string;
  readonly language?: Language;
  readonly fromMs: number;
  readonly toMs: number;
  /** How much of the file is behind us, 0 to 1. */
  readonly share: number;
}

/**
 * `language` absent: found out for each piece. Throws what the file and the recogniser throw, after the pieces before; an
 * aborted signal rejects with its reason.
 */
export async function* transcribeFile(
  file: AudioFile,
  options: { readonly speechToText: SpeechToText; readonly language?: Language },
  signal: AbortSignal,
): AsyncGenerator<FilePiece> {
  const cutter = new SoundCutter();
  const recognise = async (piece: SoundPiece, share: number): Promise<FilePiece> => {
    const { samples, fromSample } = piece;
    const { language } = options;
    const sound = { samples, sampleRateHz: captureSampleRateHz, ...(language && { language }) };
    const heard = await options.speechToText.transcribe(sound, signal);
    return {
      text: heard.text.trim(),
      ...(heard.language && { language: heard.language }),
      fromMs: toMs(fromSample),
      toMs: toMs(fromSample + samples.length),
      share,
    };
  };
  let share = 0;
  let fault: unknown;
  try {
    for await (const part of file.sound(signal)) {
      share = part.share;
      for (const piece of cutter.push(part.samples)) yield await recognise(piece, share);
    }
  } catch (error) {
    signal.throwIfAborted();
    fault = error;
  }
  // What was read before the damage is worth hearing too.
  for (const piece of cutter.end()) yield await recognise(piece, share);
  if (fault !== undefined) throw fault;
}

const toMs = (sample: number): number => Math.round((sample * 1000) / captureSampleRateHz);
