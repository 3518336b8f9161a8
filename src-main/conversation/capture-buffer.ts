/** The frames of one capture in memory: ordered, without doubles, bounded, overwritten when no longer needed. */
import { JarvisError } from '../domain/errors.ts';

/** Frames are 20 ms; shorter ones than 5 ms are not from a microphone of ours. */
const shortestFrameSeconds = 0.005;

export class CaptureBuffer {
  readonly sampleRateHz: number;
  private readonly maxSamples: number;
  private readonly maxFrames: number;
  private readonly frames = new Map<number, Int16Array>();
  private sampleCount = 0;

  /** @throws JarvisError `speech.bad-audio` for a rate that is none. */
  constructor(sampleRateHz: number, maxSeconds: number) {
    if (!Number.isInteger(sampleRateHz) || sampleRateHz < 8_000 || sampleRateHz > 192_000) {
      throw new JarvisError('speech.bad-audio', { detail: `${sampleRateHz} Hz` });
    }
    this.sampleRateHz = sampleRateHz;
    this.maxSamples = maxSeconds * sampleRateHz;
    this.maxFrames = maxSeconds / shortestFrameSeconds;
  }

  /** Keeps a copy; a frame that came before, is empty, of another rate, or over the bounds is left out. */
  add(frame: { sequence: number; sampleRateHz: number; samples: Int16Array }): void {
    const { sequence, sampleRateHz, samples } = frame;
    const fits = sequence < this.maxFrames && this.sampleCount + samples.length <= this.maxSamples;
    if (!fits || samples.length === 0 || sampleRateHz !== this.sampleRateHz || this.frames.has(sequence))
      return;
    this.frames.set(sequence, samples.slice());
    this.sampleCount += samples.length;
  }

  /**
   * Empties the buffer into one sound, frames 0 to `lastSequence`; what is missing becomes as much silence as one
   * frame is long.
   */
  join(lastSequence: number): { samples: Int16Array; missingFrames: number } {
    const length = this.frames.values().next().value?.length ?? 0;
    const highest = Math.min(lastSequence, this.maxFrames - 1, Math.max(-1, ...this.frames.keys()));
    const parts: (Int16Array | undefined)[] = [];
    for (let sequence = 0; sequence <= highest; sequence++) parts.push(this.frames.get(sequence));
    const total = parts.reduce((sum, part) => sum + (part?.length ?? length), 0);
    const samples = new Int16Array(Math.min(total, this.maxSamples));
    let at = 0;
    for (const part of parts) {
      if (at >= samples.length) break;
      if (part !== undefined) samples.set(part.subarray(0, samples.length - at), at);
      at += part?.length ?? length;
    }
    const received = parts.filter(part => part !== undefined).length;
    this.clear();
    const sent = Math.min(Math.max(-1, lastSequence), this.maxFrames - 1) + 1;
    return { samples, missingFrames: Math.max(0, sent - received) };
  }

  /** Overwrites the sound and lets it go. */
  clear(): void {
    for (const frame of this.frames.values()) frame.fill(0);
    this.frames.clear();
    this.sampleCount = 0;
  }
}
