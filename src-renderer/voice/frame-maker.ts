/** Cuts captured sound into numbered frames of 20 ms at 16 kHz, 16-bit, as the core takes them. */
import { captureSampleRateHz, samplesPerFrame } from '../../src-main/domain/audio.ts';
import { Resampler } from './resampler.ts';

export interface CapturedFrame {
  /** From 0. */
  readonly sequence: number;
  readonly samples: Int16Array<ArrayBuffer>;
  /** Root mean square, 0 to 1. */
  readonly level: number;
}

export class FrameMaker {
  private readonly resampler: Resampler;
  private readonly onFrame: (frame: CapturedFrame) => void;
  private samples = new Int16Array(samplesPerFrame);
  private filled = 0;
  private energy = 0;
  private next = 0;

  constructor(inputRateHz: number, onFrame: (frame: CapturedFrame) => void) {
    this.resampler = new Resampler(inputRateHz, captureSampleRateHz);
    this.onFrame = onFrame;
  }

  push(input: Float32Array): void {
    this.add(this.resampler.push(input));
  }

  /** Gives what is left as a last frame filled up with silence. @returns the sequence of the last frame, -1 for none. */
  flush(): number {
    this.add(this.resampler.flush());
    if (this.filled > 0) this.finish();
    return this.next - 1;
  }

  private add(floats: Float32Array): void {
    for (const value of floats) {
      this.energy += value * value;
      this.samples[this.filled++] = Math.max(-32_768, Math.min(32_767, Math.round(value * 32_767)));
      if (this.filled === samplesPerFrame) this.finish();
    }
  }

  private finish(): void {
    const level = Math.min(1, Math.sqrt(this.energy / this.filled));
    this.onFrame({ sequence: this.next++, samples: this.samples, level });
    this.samples = new Int16Array(samplesPerFrame);
    this.filled = 0;
    this.energy = 0;
  }
}
