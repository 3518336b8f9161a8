/** The newest sound of a stream, in memory only, found by its position since the stream began. */

export interface SoundRing {
  /** Position of the oldest sample that is still there. */
  readonly start: number;
  /** Position after the newest. */
  readonly end: number;
  push(samples: Int16Array): void;
  /** A copy of what of this range is still there. */
  copy(from: number, to: number): Int16Array<ArrayBuffer>;
}

/**
 * @param capacity how many samples are kept.
 * @param firstPosition position of the first sample that will be pushed.
 */
export function createSoundRing(capacity: number, firstPosition = 0): SoundRing {
  // It grows as sound comes: most streams are short.
  let kept = new Int16Array(Math.min(capacity, 16_000));
  let end = firstPosition;
  const length = () => Math.min(end - firstPosition, capacity);

  function grow(needed: number): void {
    if (needed <= kept.length || kept.length === capacity) return;
    const larger = new Int16Array(Math.min(capacity, Math.max(needed, kept.length * 2)));
    // Nothing was overwritten yet, so positions in the ring are those from the first sample.
    larger.set(kept);
    kept = larger;
  }

  function write(samples: Int16Array): void {
    const at = (end - firstPosition) % kept.length;
    const head = samples.subarray(0, kept.length - at);
    kept.set(head, at);
    kept.set(samples.subarray(head.length), 0);
    end += samples.length;
  }

  return {
    get start() {
      return end - length();
    },
    get end() {
      return end;
    },
    push(samples) {
      grow(end - firstPosition + samples.length);
      for (let at = 0; at < samples.length; at += kept.length) write(samples.subarray(at, at + kept.length));
    },
    copy(from, to) {
      const first = Math.max(from, end - length());
      const count = Math.max(0, Math.min(to, end) - first);
      const copied = new Int16Array(count);
      const at = (first - firstPosition) % kept.length;
      const head = kept.subarray(at, at + count);
      copied.set(head);
      copied.set(kept.subarray(0, count - head.length), head.length);
      return copied;
    },
  };
}
