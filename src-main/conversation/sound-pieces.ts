/** Cuts a long sound where the speaker pauses, so that each piece can be recognised while the next is read. */

const sampleRateHz = 16_000;
const stepSamples = sampleRateHz / 50;
/** A recogniser takes at most 30 s. */
const longestSamples = 28 * sampleRateHz;
/** Beyond this length the quietest place that is left is searched for. */
const wantedSamples = 15 * sampleRateHz;
/** A pause that ends a piece wherever it comes. */
const longPauseSteps = 50;
const quietSteps = 10;
/** Of the loudest so far: what is softer is a pause. */
const quietShare = 0.06;
/** Under -60 dB nothing is speech, however soft the recording. */
const silenceLevel = 33;
/** What belongs to the sound on either side of it. */
const marginSamples = 0.3 * sampleRateHz;

export interface SoundPiece {
  readonly samples: Int16Array;
  readonly fromSample: number;
}

/** Silence between pieces is left out. */
export class SoundCutter {
  private samples = new Int16Array(longestSamples + 10 * sampleRateHz);
  private length = 0;
  private startAt = 0;
  private levels: number[] = [];

  push(more: Int16Array): SoundPiece[] {
    const pieces: SoundPiece[] = [];
    for (let done = 0; done < more.length; ) {
      const part = more.subarray(done, done + sampleRateHz);
      this.append(part);
      done += part.length;
      pieces.push(...this.cut());
    }
    return pieces;
  }

  end(): SoundPiece[] {
    const last = this.pieceUntil(this.length);
    this.drop(this.length);
    return last ? [last] : [];
  }

  private append(part: Int16Array): void {
    this.samples.set(part, this.length);
    this.length += part.length;
    while ((this.levels.length + 1) * stepSamples <= this.length) {
      this.levels.push(levelOf(this.samples, this.levels.length * stepSamples));
    }
  }

  private cut(): SoundPiece[] {
    const pieces: SoundPiece[] = [];
    for (let at = this.placeToCut(); at !== undefined; at = this.placeToCut()) {
      const piece = this.pieceUntil(at);
      if (piece) pieces.push(piece);
      this.drop(at);
    }
    return pieces;
  }

  /** In the middle of the first long pause after sound, or of the quietest place of a piece that grows too long. */
  private placeToCut(): number | undefined {
    const limit = this.quietLimit();
    let first = -1;
    let run = 0;
    for (const [step, level] of this.levels.entries()) {
      run = level < limit ? run + 1 : 0;
      if (level >= limit && first < 0) first = step;
      const isLeading = first < 0;
      // A long silence before any sound goes at once; one after sound ends the piece.
      if (run >= longPauseSteps && (!isLeading || run >= 4 * longPauseSteps)) {
        return (step - Math.floor(longPauseSteps / 2)) * stepSamples;
      }
    }
    return this.length >= longestSamples ? this.quietestPlace() : undefined;
  }

  private quietestPlace(): number {
    const from = wantedSamples / stepSamples;
    let best = this.levels.length - quietSteps;
    let least = Number.POSITIVE_INFINITY;
    for (let step = from; step + quietSteps <= this.levels.length; step += 1) {
      const sum = this.levels.slice(step, step + quietSteps).reduce((total, level) => total + level, 0);
      if (sum > least) continue;
      least = sum;
      best = step;
    }
    return (best + quietSteps / 2) * stepSamples;
  }

  private quietLimit(): number {
    return Math.max(silenceLevel, quietShare * this.levels.reduce((most, level) => Math.max(most, level), 0));
  }

  /** The sound up to `to` without the silence at its ends; undefined where there is nothing else. */
  private pieceUntil(to: number): SoundPiece | undefined {
    const limit = this.quietLimit();
    const levels = this.levels.slice(0, Math.ceil(to / stepSamples));
    const first = levels.findIndex(level => level >= limit);
    if (first < 0 || Math.max(...levels) < silenceLevel) return undefined;
    const last = levels.findLastIndex(level => level >= limit);
    const from = Math.max(0, first * stepSamples - marginSamples);
    const until = Math.min(to, (last + 1) * stepSamples + marginSamples);
    return { samples: this.samples.slice(from, until), fromSample: this.startAt + from };
  }

  private drop(count: number): void {
    this.samples.copyWithin(0, count, this.length);
    this.length -= count;
    this.startAt += count;
    this.levels = this.levels.slice(count / stepSamples);
  }
}

function levelOf(samples: Int16Array, from: number): number {
  let sum = 0;
  for (let i = from; i < from + stepSamples; i += 1) sum += (samples[i] ?? 0) ** 2;
  return Math.sqrt(sum / stepSamples);
}
