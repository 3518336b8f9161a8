/** Changes the rate of a stream of sound, with a low-pass filter so that high tones do not come back as false ones. */

/** Zero crossings of the filter on each side: steeper with more, and more work. */
const crossings = 16;
/** How much of the new band is kept; the rest is the filter's slope. */
const keptBand = 0.92;
/** Phases of the filter at most; rates without a small common ratio are rounded to them. */
const maxPhases = 512;

/**
 * A windowed-sinc filter (Blackman window), evaluated only where a new sample lies. Source: Smith, Digital Audio
 * Resampling (CCRMA). Delay: half the filter, about 1 ms at 48 to 16 kHz.
 */
export class Resampler {
  private readonly step: number;
  private readonly phases: readonly Float32Array[];
  private readonly taps: number;
  /** The newest input, preceded by as much of the past as the filter looks at. */
  private history: Float32Array;
  /** Where in `history` the next sample's filter begins; a fraction. */
  private position = 0;

  constructor(fromHz: number, toHz: number) {
    this.step = fromHz / toHz;
    const cutoff = Math.min(1, toHz / fromHz) * keptBand;
    this.taps = 2 * Math.ceil(crossings / cutoff);
    const count = Math.min(maxPhases, toHz / greatestCommonDivisor(fromHz, toHz));
    this.phases = Array.from({ length: count }, (_, phase) => filterAt(phase / count, this.taps, cutoff));
    // The first sample lies in the middle of its filter, so that nothing is shifted.
    this.history = new Float32Array(this.taps / 2);
  }

  push(input: Float32Array): Float32Array {
    const samples = new Float32Array(this.history.length + input.length);
    samples.set(this.history);
    samples.set(input, this.history.length);
    const count = Math.max(0, Math.ceil((samples.length - this.taps - this.position) / this.step));
    const output = new Float32Array(count);
    for (let i = 0; i < count; i++) output[i] = this.sampleAt(samples, this.position + i * this.step);
    this.position += count * this.step;
    const used = Math.min(samples.length, Math.floor(this.position));
    this.history = samples.slice(used);
    this.position -= used;
    return output;
  }

  /** What the filter still holds back. */
  flush(): Float32Array {
    return this.push(new Float32Array(this.taps / 2));
  }

  private sampleAt(samples: Float32Array, at: number): number {
    const whole = Math.floor(at + 1e-9);
    const phase = Math.min(this.phases.length - 1, Math.round((at - whole) * this.phases.length));
    const filter = this.phases[Math.max(0, phase)];
    let sum = 0;
    if (filter) for (let i = 0; i < filter.length; i++) sum += (filter[i] ?? 0) * (samples[whole + i] ?? 0);
    return sum;
  }
}

/** The filter's values for a sample that lies `fraction` after an input sample. */
function filterAt(fraction: number, taps: number, cutoff: number): Float32Array {
  const filter = new Float32Array(taps);
  let sum = 0;
  for (let i = 0; i < taps; i++) {
    const x = i - taps / 2 - fraction;
    const angle = Math.PI * x * cutoff;
    const sinc = x === 0 ? 1 : Math.sin(angle) / angle;
    const place = (2 * Math.PI * (i - fraction)) / taps;
    const window = 0.42 - 0.5 * Math.cos(place) + 0.08 * Math.cos(2 * place);
    filter[i] = sinc * window;
    sum += filter[i] ?? 0;
  }
  // The same loudness at every phase.
  return filter.map(value => value / sum);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
