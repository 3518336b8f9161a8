/** Sound samples between 16-bit integers on the wire and floats in the engines. */

/** @returns samples in -1 to 1, followed by `silenceSamples` zeros. */
export function toFloat(samples: Int16Array, silenceSamples = 0): Float32Array {
  const floats = new Float32Array(samples.length + silenceSamples);
  for (let i = 0; i < samples.length; i++) floats[i] = (samples[i] ?? 0) / 32_768;
  return floats;
}

/** @returns 16-bit samples; what lies outside -1 to 1 is clipped, what is not a number is silence. */
export function toPcm16(floats: Float32Array): Int16Array {
  const samples = new Int16Array(floats.length);
  for (let i = 0; i < floats.length; i++) {
    const value = (floats[i] ?? 0) * 32_767;
    samples[i] = Number.isNaN(value) ? 0 : Math.max(-32_768, Math.min(32_767, Math.round(value)));
  }
  return samples;
}

/** Root mean square of a stretch, in sample units (0 to 32,768). */
export function rms(samples: Int16Array, from: number, to: number): number {
  let energy = 0;
  for (let i = from; i < to; i++) energy += (samples[i] ?? 0) ** 2;
  return to > from ? Math.sqrt(energy / (to - from)) : 0;
}
