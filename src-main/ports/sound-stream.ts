/** One stream of microphone sound inside the speech engines: activity, wake word and recognition over the same frames, sent once. */
import type { Language } from '../domain/language.ts';
import type { WakeTuning } from '../domain/wake-word.ts';
import type { Transcript } from './speech-to-text.ts';

/** Positions are samples at 16 kHz, counted from the stream's first. */
export interface ActivityWindow {
  /** Where the window of 512 samples (32 ms) begins. */
  readonly atSample: number;
  /** Of speech, 0 to 1. */
  readonly probability: number;
  /** Of the window, in decibels below full scale (0 is the loudest; silence is -100). */
  readonly levelDb: number;
}

export interface WakeScore {
  /** Where the window of 1,280 samples (80 ms) ends. */
  readonly atSample: number;
  /** That the name was just said, 0 to 1; 0 while too little was heard. */
  readonly score: number;
}

export interface SoundMarks {
  readonly activity: readonly ActivityWindow[];
  readonly wake: readonly WakeScore[];
  /**
   * The words so far since `partialFromSample`, when they changed: plain, without capitals and marks, and soon written
   * otherwise. For showing only; `transcribe` says what was said.
   */
  readonly partial?: string;
}

export interface SoundStreamOptions {
  /** Whether speech is looked for. */
  readonly activity: boolean;
  /** Whether the name is listened for. */
  readonly wake: boolean;
  /**
   * With `activity`: begin there, up to 60 s back, instead of at the next sample pushed. The marks of that past come with
   * the next push. For what was said in one breath with the name, while only the name was listened for.
   */
  readonly activityFromSample?: number;
  /**
   * Have words written down while they are said, from this sample on; another value begins anew, absent ends it. Nothing
   * comes where no streaming recogniser is installed for one of `languages`. Needs `activity`.
   */
  readonly partialFromSample?: number;
  /** The person's own, for `partialFromSample`: the first with a streaming recogniser is listened for. */
  readonly languages?: readonly Language[];
}

export interface SoundStream {
  /** Switches what is looked for, from the next push on. */
  configure(options: SoundStreamOptions): void;
  /**
   * Takes mono samples at 16 kHz, of any number (20 to 80 ms is usual), and resolves with what was made of the
   * windows that they completed. Pushes are taken in order, and answered in order; the next need not wait for the one
   * before, and should not: while only the name is listened for an answer may be 300 ms late. A speech process
   * that dies is started again and fed the last 30 s: no window is reported twice, and at most those of the break late.
   * Throws JarvisError `speech.*`.
   */
  push(samples: Int16Array): Promise<SoundMarks>;
  /**
   * The words of samples `fromSample` to `toSample`, of what was pushed in the last 60 s; older sound is left out. May run
   * while sound is pushed; one at a time. Throws JarvisError `speech.*`; an aborted signal rejects with AbortError.
   */
  transcribe(
    range: {
      fromSample: number;
      toSample: number;
      /** The person's own languages: no other is taken. One fixes it. */
      languages: readonly Language[];
      /** Names that may occur, for engines that can be told. */
      hints?: readonly string[];
    },
    signal: AbortSignal,
  ): Promise<Transcript>;
  /**
   * A second, dearer look at a name that was just heard at `atSample`, by the detector again and by the recogniser, where
   * one is installed; it waits for the next 160 ms of sound. `sensitivity`: 0 to 1, 0.5 is usual. `score`: of the second
   * look. Throws JarvisError `speech.*`.
   */
  confirmWake(
    atSample: number,
    sensitivity: number,
    person?: { readonly tuning?: WakeTuning; readonly languages?: readonly Language[] },
  ): Promise<{ accepted: boolean; score: number }>;
  /**
   * The probability that the speaker of these samples has finished, heard from the last 8 s of them; undefined where no
   * model for it is installed. Throws JarvisError `speech.*`; an aborted signal rejects with AbortError.
   */
  ending(range: { fromSample: number; toSample: number }, signal: AbortSignal): Promise<number | undefined>;
  /** A copy of what was pushed in the last 60 s, for a second look. */
  sound(fromSample: number, toSample: number): Int16Array;
  /** Forgets all sound of this stream. */
  close(): void;
}

export interface SoundStreams {
  open(options: SoundStreamOptions): SoundStream;
}
