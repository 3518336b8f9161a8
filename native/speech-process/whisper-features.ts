/** What networks of Whisper's family hear instead of samples: the logarithm of the energy in 80 mel bands, every 10 ms. */
import { type Complex, createTransform } from './fourier.ts';
import { streamSampleRateHz } from './sound-marks.ts';

const frameSamples = 400;
const hopSamples = 160;
const bins = frameSamples / 2 + 1;
const bands = 80;
/** Energies lower than this, and those 80 dB below the loudest, count as such. */
const leastEnergy = 1e-10;
const rangeBels = 8;

const hann = Float64Array.from(
  { length: frameSamples },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / frameSamples),
);
const transform = createTransform(frameSamples);
const frame = complex();
const spectrum = complex();

function complex(): Complex {
  return { re: new Float64Array(frameSamples), im: new Float64Array(frameSamples) };
}

export interface LogMel {
  /** Band by band, each with all its frames. */
  readonly values: Float32Array;
  readonly shape: readonly [1, bands: number, frames: number];
}

/**
 * The newest `seconds` of the samples, zeros put before what is shorter, brought to mean 0 and variance 1.
 * As `WhisperFeatureExtractor` of Hugging Face's transformers makes them, with `do_normalize`.
 */
export function logMelOf(samples: Int16Array, seconds: number): LogMel {
  const length = seconds * streamSampleRateHz;
  const sound = normalized(samples.subarray(Math.max(0, samples.length - length)), length);
  const frames = length / hopSamples;
  const values = new Float32Array(bands * frames);
  // Frames of nothing but padding are all alike.
  const padded = Math.max(0, Math.floor((length - samples.length - frameSamples / 2) / hopSamples));
  if (padded > 0) writeFrames(sound, 0, values, frames);
  for (let i = 1; i < padded; i++) copyFirst(values, frames, i);
  for (let i = padded; i < frames; i += 2) writeFrames(sound, i, values, frames);
  compress(values);
  return { values, shape: [1, bands, frames] };
}

function normalized(samples: Int16Array, length: number): Float64Array {
  const sound = new Float64Array(length);
  let sum = 0;
  let energy = 0;
  for (const [i, sample] of samples.entries()) {
    const value = sample / 32_768;
    sound[length - samples.length + i] = value;
    sum += value;
    energy += value * value;
  }
  const mean = sum / length;
  const scale = 1 / Math.sqrt(energy / length - mean * mean + 1e-7);
  return sound.map(value => (value - mean) * scale);
}

function copyFirst(values: Float32Array, frames: number, at: number): void {
  for (let band = 0; band < bands; band++) values[band * frames + at] = values[band * frames] ?? 0;
}

/** Two frames at once: the one is the real part of what is transformed, the next the imaginary part. */
function writeFrames(sound: Float64Array, at: number, values: Float32Array, frames: number): void {
  fill(frame.re, sound, at);
  fill(frame.im, sound, at + 1);
  transform(frame, spectrum);
  const [one, next] = energies();
  write(one, at, values, frames);
  if (at + 1 < frames) write(next, at + 1, values, frames);
}

/** Frames are centred on their place; beyond the ends the sound is mirrored. */
function fill(into: Float64Array, sound: Float64Array, at: number): void {
  const from = at * hopSamples - frameSamples / 2;
  for (let i = 0; i < frameSamples; i++) {
    const place = Math.abs(from + i);
    const mirrored = place < sound.length ? place : 2 * (sound.length - 1) - place;
    into[i] = (sound[mirrored] ?? 0) * (hann[i] ?? 0);
  }
}

const energyOfOne = new Float64Array(bins);
const energyOfNext = new Float64Array(bins);

/** What is even about the spectrum belongs to the real part, what is odd to the imaginary one. */
function energies(): readonly [Float64Array, Float64Array] {
  const { re, im } = spectrum;
  for (let bin = 0; bin < bins; bin++) {
    const mirror = (frameSamples - bin) % frameSamples;
    const x = re[bin] ?? 0;
    const y = im[bin] ?? 0;
    const mirrorX = re[mirror] ?? 0;
    const mirrorY = im[mirror] ?? 0;
    energyOfOne[bin] = ((x + mirrorX) ** 2 + (y - mirrorY) ** 2) / 4;
    energyOfNext[bin] = ((x - mirrorX) ** 2 + (y + mirrorY) ** 2) / 4;
  }
  return [energyOfOne, energyOfNext];
}

function write(energy: Float64Array, at: number, values: Float32Array, frames: number): void {
  for (const [band, { first, weights }] of melBands().entries()) {
    let sum = 0;
    for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (energy[first + i] ?? 0);
    values[band * frames + at] = Math.log10(Math.max(leastEnergy, sum));
  }
}

function compress(values: Float32Array): void {
  const loudest = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  for (const [i, value] of values.entries()) values[i] = (Math.max(value, loudest - rangeBels) + 4) / 4;
}

interface MelBand {
  readonly first: number;
  readonly weights: Float64Array;
}

let filters: readonly MelBand[] | undefined;

/** Slaney's scale: even steps up to 1 kHz, even ratios above; each band of the same area. */
function melBands(): readonly MelBand[] {
  if (filters) return filters;
  const highest = melOf(streamSampleRateHz / 2);
  const edges = Array.from({ length: bands + 2 }, (_, i) => hertzOf((highest * i) / (bands + 1)));
  filters = Array.from({ length: bands }, (_, band) => {
    const [low = 0, middle = 0, high = 0] = edges.slice(band, band + 3);
    const weights = Array.from({ length: bins }, (_unused, bin) => {
      const hertz = (bin * streamSampleRateHz) / frameSamples;
      const height = Math.min((hertz - low) / (middle - low), (high - hertz) / (high - middle));
      return (Math.max(0, height) * 2) / (high - low);
    });
    const first = Math.max(
      0,
      weights.findIndex(weight => weight > 0),
    );
    const end = weights.findLastIndex(weight => weight > 0) + 1;
    return { first, weights: Float64Array.from(weights.slice(first, end)) };
  });
  return filters;
}

const linearStep = 200 / 3;
const linearMels = 15;
const ratioStep = Math.log(6.4) / 27;
const melOf = (hertz: number): number =>
  hertz < 1_000 ? hertz / linearStep : linearMels + Math.log(hertz / 1_000) / ratioStep;
const hertzOf = (mel: number): number =>
  mel < linearMels ? mel * linearStep : 1_000 * Math.exp((mel - linearMels) * ratioStep);
