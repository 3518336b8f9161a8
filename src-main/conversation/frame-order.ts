/** Puts the frames of one capture in order: doubles are left out, silence stands in the place of lost ones. */

/** More than this is not filled: the sound began anew. */
const maxLostFrames = 1_500;

export class FrameOrder {
  private next = 0;
  private lost = 0;
  private waiting: { readonly sequence: number; readonly arrived: () => void }[] = [];

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
    for (const { sequence: last, arrived } of this.waiting) if (last < this.next) arrived();
    this.waiting = this.waiting.filter(({ sequence: last }) => last >= this.next);
    return missing === 0 ? [samples] : [new Int16Array(missing * samples.length), samples];
  }

  /** Resolves when this frame, or a later one, has come; -1 is none. */
  until(sequence: number): Promise<void> {
    return new Promise(arrived => {
      if (sequence < this.next) arrived();
      else this.waiting.push({ sequence, arrived });
    });
  }
}
