/** Pitch of a voice, frame by frame, by normalised autocorrelation at 8 kHz. */

const rateHz = 8000;
const lowestHz = 70;
const highestHz = 400;
const frameSamples = 240;
/** One frame every 10 ms. */
const hopSamples = 80;
const longestLag = Math.floor(rateHz / lowestHz);
const shortestLag = Math.floor(rateHz / highestHz);
/** Below this a frame repeats itself too little to be a vowel. */
const leastPeriodicity = 0.6;
/** Twice the period fits as well as the period: the shortest lag nearly as good as the best is the pitch. */
const nearlyBest = 0.9;

/**
 * @param samples mono, 16 kHz.
 * @returns one value for each 10 ms: semitones above 55 Hz, undefined where there is no voice.
 */
export function pitchOf(samples: Int16Array): readonly (number | undefined)[] {
  const sound = halved(samples);
  const count = Math.max(0, Math.floor((sound.length - frameSamples - longestLag) / hopSamples) + 1);
  return Array.from({ length: count }, (_, index) => pitchAt(sound, index * hopSamples));
}

function halved(samples: Int16Array): Float64Array {
  return Float64Array.from(
    { length: samples.length >> 1 },
    (_, i) => ((samples[2 * i] ?? 0) + (samples[2 * i + 1] ?? 0)) / 2,
  );
}

function pitchAt(sound: Float64Array, from: number): number | undefined {
  const likeness = likenessOf(sound, from);
  const best = Math.max(...likeness);
  if (best < leastPeriodicity) return undefined;
  const index = likeness.findIndex(
    (value, i) =>
      value >= nearlyBest * best && value >= (likeness[i - 1] ?? 0) && value >= (likeness[i + 1] ?? 0),
  );
  const lag = shortestLag + index + offset(likeness, index);
  return 12 * Math.log2(rateHz / lag / 55);
}

/** Of the frame with itself later, -1 to 1, for each lag. */
function likenessOf(sound: Float64Array, from: number): readonly number[] {
  const own = energy(sound, from);
  let later = energy(sound, from + shortestLag);
  const likeness: number[] = [];
  for (let lag = shortestLag; lag <= longestLag; lag += 1) {
    let both = 0;
    for (let i = from; i < from + frameSamples; i += 1) both += (sound[i] ?? 0) * (sound[i + lag] ?? 0);
    const scale = own * later;
    likeness.push(scale <= 0 ? 0 : both / Math.sqrt(scale));
    later += (sound[from + lag + frameSamples] ?? 0) ** 2 - (sound[from + lag] ?? 0) ** 2;
  }
  return likeness;
}

function energy(sound: Float64Array, from: number): number {
  let sum = 0;
  for (let i = from; i < from + frameSamples; i += 1) sum += (sound[i] ?? 0) ** 2;
  return sum;
}

/** Where the top of the parabola through three neighbours lies, -0.5 to 0.5. */
function offset(values: readonly number[], index: number): number {
  const [left, top, right] = [values[index - 1], values[index] ?? 0, values[index + 1]];
  if (left === undefined || right === undefined) return 0;
  const curve = left - 2 * top + right;
  return curve === 0 ? 0 : Math.max(-0.5, Math.min(0.5, (left - right) / (2 * curve)));
}
