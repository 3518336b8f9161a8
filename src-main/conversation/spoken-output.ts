/** What the loudspeaker played at each moment of the microphone's sound, so that the two can be compared. */
import { captureSampleRateHz } from '../domain/audio.ts';

export interface SpokenPosition {
  readonly turnId: string;
  /** In the sound of the turn's answer. */
  readonly ms: number;
}

const samplesPerMs = captureSampleRateHz / 1000;
/** A position is good for so long before and after the frame that brought it. */
const reachSamples = captureSampleRateHz / 2;

export class SpokenOutput {
  private latest: { atSample: number; position: SpokenPosition } | undefined;

  /** `position`: at the end of a frame that ends at this sample; absent: nothing was played. */
  note(atSample: number, position: SpokenPosition | undefined): void {
    this.latest = position && { atSample, position };
  }

  /** Where the answer of this turn was last known to be. */
  lastMs(turnId: string): number | undefined {
    return this.latest?.position.turnId === turnId ? this.latest.position.ms : undefined;
  }

  /** Where the answer of this turn was when the sample was captured; undefined when it was not played then. */
  playedMs(atSample: number, turnId: string): number | undefined {
    const { latest } = this;
    if (latest?.position.turnId !== turnId) return undefined;
    const distance = atSample - latest.atSample;
    if (Math.abs(distance) > reachSamples) return undefined;
    return Math.max(0, latest.position.ms + distance / samplesPerMs);
  }
}
