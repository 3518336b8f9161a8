/** Measures a sound for the eye: how loud it is and of which tones. It stands beside the sound's way and changes nothing of it. */

/** Bands of the spectrum, from low to high. */
export const bandCount = 32;

/** A sound at one moment; numbers from 0 to 1. */
export interface SoundNow {
  loudness: number;
  readonly bands: Float32Array;
}

export const silence = (): SoundNow => ({ loudness: 0, bands: new Float32Array(bandCount) });

export function hush(sound: SoundNow): void {
  sound.loudness = 0;
  sound.bands.fill(0);
}

/** Speech lies between these. */
const [lowestHz, highestHz] = [100, 7_000];
/** Of its tones; the eye takes strength by decibels. */
const [faintestDb, strongestDb] = [-80, -28];
const [quietestDb, loudestDb] = [-60, -10];
const windowSize = 1024;

const within = (value: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (value - from) / (to - from)));

/** Of a root mean square from 0 to 1. */
export const shownLevel = (level: number): number =>
  within(20 * Math.log10(Math.max(level, 1e-5)), quietestDb, loudestDb);

/** The first bin of each band and the one after the last, in equal steps of pitch. */
export function bandEdges(sampleRateHz: number, binCount: number): readonly number[] {
  const top = Math.min(highestHz, sampleRateHz / 2);
  const binHz = sampleRateHz / 2 / binCount;
  return Array.from({ length: bandCount + 1 }, (_, i) => {
    const hz = lowestHz * (top / lowestHz) ** (i / bandCount);
    return Math.min(binCount - 1, Math.round(hz / binHz));
  });
}

/** Strength of each band from a spectrum in decibels. */
export function fillBands(bands: Float32Array, spectrumDb: Float32Array, edges: readonly number[]): void {
  for (let band = 0; band < bandCount; band++) {
    const from = edges[band] ?? 0;
    const to = Math.max(from + 1, edges[band + 1] ?? 0);
    let strongest = Number.NEGATIVE_INFINITY;
    for (let bin = from; bin < to; bin++) strongest = Math.max(strongest, spectrumDb[bin] ?? strongest);
    bands[band] = within(strongest, faintestDb, strongestDb);
  }
}

export class SoundMeter {
  /** To be connected with what is to be measured; nothing comes out of it. */
  readonly node: AnalyserNode;
  private readonly wave: Float32Array<ArrayBuffer>;
  private readonly spectrum: Float32Array<ArrayBuffer>;
  private readonly edges: readonly number[];

  constructor(audio: BaseAudioContext) {
    this.node = new AnalyserNode(audio, { fftSize: windowSize, smoothingTimeConstant: 0 });
    this.wave = new Float32Array(windowSize);
    this.spectrum = new Float32Array(this.node.frequencyBinCount);
    this.edges = bandEdges(audio.sampleRate, this.node.frequencyBinCount);
  }

  read(into: SoundNow): void {
    this.node.getFloatTimeDomainData(this.wave);
    this.node.getFloatFrequencyData(this.spectrum);
    let energy = 0;
    for (const value of this.wave) energy += value * value;
    into.loudness = shownLevel(Math.sqrt(energy / windowSize));
    fillBands(into.bands, this.spectrum, this.edges);
  }
}
