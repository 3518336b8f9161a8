/** What every decoder of an audio format gives: how long the sound should be, and the sound itself. */
import { RequestFailure } from '../frames.ts';

export interface DecodedSound {
  /** One array a channel, -1 to 1; all of one length. */
  readonly channels: readonly Float32Array[];
  readonly sampleRateHz: number;
  /** How much of the file is behind us, 0 to 1. */
  readonly share: number;
}

export interface Decoding {
  readonly format: string;
  /** As the file says; absent where it does not. */
  readonly expectedSeconds?: number;
  /** The file ends before it should, as far as its frame tells. */
  readonly isCut?: boolean;
  sound(): AsyncGenerator<DecodedSound>;
}

export const badFile = (detail: string, cause?: unknown): RequestFailure =>
  new RequestFailure('speech.bad-audio-file', { detail }, cause);
