/** Cuts captured sound into frames of 20 ms at 16 kHz, 16-bit, as the core takes them. */
import { captureSampleRateHz, samplesPerFrame } from '../../src-main/domain/audio.ts';
import { Resampler } from './resampler.ts';

export interface CapturedFrame {
  readonly samples: Int16Array<ArrayBuffer>;
  /** Root mean square, 0 to 1. */
  readonly level: number;
  /** The loudest sample, 0 to 1. */
  readonly peak: number;
}

export class FrameMaker {
  private readonly resampler: Resampler;
  private readonly onFrame: (frame: CapturedFrame) => void;
  private samples = new Int16Array(samplesPerFrame);
  private filled = 0;
  private energy = 0;
  private peak = 0;

  constructor(inputRateHz: number, onFrame: (frame: CapturedFrame) => void) {
    this.resampler = new Resampler(inputRateHz, captureSampleRateHz);
    this.onFrame = onFrame;
  }

  push(input: Float32Array): void {
    for (const value of this.resampler.push(input)) {
      const size = Math.abs(value);
      if (size > this.peak) this.peak = size;
      this.energy += value * value;
      this.samples[this.filled++] = Math.max(-32_768, Math.min(32_767, Math.round(value * 32_767)));
      if (this.filled === samplesPerFrame) this.finish();
    }
  }

  private finish(): void {
    const level = Math.min(1, Math.sqrt(this.energy / samplesPerFrame));
    const peak = Math.min(1, this.peak);
    this.onFrame({ samples: this.samples, level, peak });
    this.samples = new Int16Array(samplesPerFrame);
    this.filled = 0;
    this.energy = 0;
    this.peak = 0;
  }
}
