/** Turns decoded sound of any rate and number of channels into mono of 16 kHz, piece by piece without a seam. */

/** Zero crossings of the low-pass on either side of its middle. */
const crossings = 12;
/** Of the new rate's half, so that what would fold back is gone. */
const passShare = 0.94;
const maxPhases = 16_000;

export class MonoResampler {
  private readonly phases: number;
  private readonly step: number;
  private readonly reach: number;
  private readonly taps = new Map<number, Float32Array>();
  private readonly scale: number;
  /** The sound that later output still needs; `firstAt` is the place of its first sample. */
  private kept = new Float32Array(0);
  private firstAt = 0;
  private made = 0;

  constructor(fromHz: number, toHz: number) {
    const common = greatestCommonDivisor(fromHz, toHz);
    this.phases = toHz / common;
    this.step = fromHz / common;
    this.scale = Math.min(1, toHz / fromHz) * passShare;
    this.reach = Math.ceil(crossings / this.scale);
  }

  push(channels: readonly Float32Array[]): Int16Array {
    this.keep(mixDown(channels));
    return this.make(this.firstAt + this.kept.length - this.reach);
  }

  /** What is left once no more sound comes. */
  end(): Int16Array {
    const to = this.firstAt + this.kept.length;
    this.keep(new Float32Array(this.reach));
    return this.make(to);
  }

  private keep(more: Float32Array): void {
    const neededFrom = Math.max(this.firstAt, this.placeOf(this.made) - this.reach);
    const left = this.kept.subarray(neededFrom - this.firstAt);
    const kept = new Float32Array(left.length + more.length);
    kept.set(left);
    kept.set(more, left.length);
    this.kept = kept;
    this.firstAt = neededFrom;
  }

  /** Output samples whose middle lies before `to`. */
  private make(to: number): Int16Array {
    const until = Math.max(this.made, Math.ceil((to * this.phases) / this.step));
    const output = new Int16Array(until - this.made);
    for (let i = 0; i < output.length; i += 1) {
      const level = this.sampleAt(this.made + i) * 32_767;
      output[i] = Math.max(-32_768, Math.min(32_767, Math.round(level)));
    }
    this.made = until;
    return output;
  }

  private placeOf(output: number): number {
    return Math.floor((output * this.step) / this.phases);
  }

  private sampleAt(output: number): number {
    const taps = this.tapsOf((output * this.step) % this.phases);
    const from = this.placeOf(output) - this.reach + 1 - this.firstAt;
    const { kept } = this;
    let sum = 0;
    for (let i = Math.max(0, -from); i < taps.length; i += 1) sum += (kept[from + i] ?? 0) * (taps[i] ?? 0);
    return sum;
  }

  /** A windowed sinc, moved by `phase / phases` of a sample. */
  private tapsOf(phase: number): Float32Array {
    const known = this.taps.get(phase);
    if (known) return known;
    const taps = Float32Array.from({ length: 2 * this.reach }, (_, i) => {
      const x = i - this.reach + 1 - phase / this.phases;
      const window = Math.abs(x) < this.reach ? 0.5 + 0.5 * Math.cos((Math.PI * x) / this.reach) : 0;
      return this.scale * sinc(this.scale * x) * window;
    });
    if (this.taps.size < maxPhases) this.taps.set(phase, taps);
    return taps;
  }
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);

function mixDown(channels: readonly Float32Array[]): Float32Array {
  const mixed = new Float32Array(channels[0]?.length ?? 0);
  for (const channel of channels) {
    for (let i = 0; i < mixed.length; i += 1) {
      const level = channel[i] ?? 0;
      // A file of floating point may hold what is no number.
      if (Number.isFinite(level)) mixed[i] = (mixed[i] ?? 0) + level / channels.length;
    }
  }
  return mixed;
}
