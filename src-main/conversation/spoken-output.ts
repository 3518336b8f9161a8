/** What the loudspeaker played at each moment of the microphone's sound, so that the two can be compared. */
import { captureSampleRateHz } from '../domain/audio.ts';

export interface SpokenPosition {
  readonly turnId: string;
  /** In the sound of the turn's answer. */
  readonly ms: number;
}

interface Note {
  /** Where the frame ends. */
  readonly atSample: number;
  /** Absent: nothing was played. */
  readonly position: SpokenPosition | undefined;
}

const samplesPerMs = captureSampleRateHz / 1000;
/** What the engines make of a sound may come seconds later on a busy machine. */
const keptSamples = 20 * captureSampleRateHz;
/** A position is good for so long after the last frame that brought one. */
const reachSamples = captureSampleRateHz / 2;

export class SpokenOutput {
  private notes: Note[] = [];

  /** `position`: at the end of a frame that ends at this sample; absent: nothing was played. */
  note(atSample: number, position: SpokenPosition | undefined): void {
    this.notes.push({ atSample, position });
    const oldest = this.notes[0]?.atSample ?? atSample;
    // In one go now and then: a note comes fifty times a second.
    if (atSample - oldest > 2 * keptSamples)
      this.notes = this.notes.filter(note => note.atSample > atSample - keptSamples);
  }

  /** Where the answer of this turn was last known to be. */
  lastMs(turnId: string): number | undefined {
    return this.notes.findLast(({ position }) => position?.turnId === turnId)?.position?.ms;
  }

  /** Where the answer of this turn was when the sample was captured; undefined when it was not played then. */
  playedMs(atSample: number, turnId: string): number | undefined {
    const found = this.frameOf(atSample);
    if (found?.position?.turnId !== turnId) return undefined;
    const distance = atSample - found.atSample;
    if (distance > reachSamples) return undefined;
    return Math.max(0, found.position.ms + distance / samplesPerMs);
  }

  /** The frame that the sample lies in, or the newest one before it. */
  private frameOf(atSample: number): Note | undefined {
    let found = this.notes.at(-1);
    for (let i = this.notes.length - 1; i >= 0; i--) {
      const note = this.notes[i];
      if (note === undefined || note.atSample < atSample) break;
      found = note;
    }
    return found;
  }
}
