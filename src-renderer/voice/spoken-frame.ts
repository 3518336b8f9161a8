/** A piece of a spoken answer, and who wants to know what is heard of it. */
import type { SpokenPosition } from '../../src-preload/sound-frames.ts';
import type { HeardSpan } from './sound-orders.ts';

export interface SpokenFrame {
  /** From 0 for each answer. */
  readonly sequence: number;
  readonly sampleRateHz: number;
  readonly samples: Int16Array;
  readonly last: boolean;
  readonly at?: SpokenPosition;
}

export interface PlaybackWatch {
  readonly onPlays?: (span: HeardSpan) => void;
  /** Nothing is heard from this moment on, in ms since 1970. */
  readonly onSilent?: (fromMs: number) => void;
  /** Where the word begins that lies at `ms` of an answer, to go on from there after a pause. */
  readonly wordStartMs?: (position: SpokenPosition) => number | undefined;
}
