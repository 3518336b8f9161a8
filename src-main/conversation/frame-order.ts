/** Puts the frames of one capture in order: doubles are left out, silence stands in the place of lost ones. */

/** More than this is not filled: the sound began anew. */
const maxLostFrames = 1_500;

export class FrameOrder {
  private next = 0;
  private lost = 0;

  /** The sequence number that comes next. */
  get expected(): number {
    return this.next;
  }

  get lostFrames(): number {
    return this.lost;
  }

  /** @returns the samples that come next, in order; none for a frame that came before. */
  take(sequence: number, samples: Int16Array): Int16Array[] {
    if (sequence < this.next || samples.length === 0) return [];
    const missing = Math.min(sequence - this.next, maxLostFrames);
    this.lost += missing;
    this.next = sequence + 1;
    return missing === 0 ? [samples] : [new Int16Array(missing * samples.length), samples];
  }
}
