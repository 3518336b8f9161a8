/** The fast Fourier transform of complex numbers, mixed radix: for lengths whose prime factors are small, such as 400. */

export interface Complex {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** @returns a function that writes the transform of its input to `output`; both of `length`, and not the same. */
export function createTransform(length: number): (input: Complex, output: Complex) => void {
  const factors = primeFactors(length);
  const cos = Float64Array.from({ length }, (_, i) => Math.cos((2 * Math.PI * i) / length));
  const sin = Float64Array.from({ length }, (_, i) => -Math.sin((2 * Math.PI * i) / length));
  const re = new Float64Array(Math.max(1, ...factors));
  const im = new Float64Array(re.length);

  /** Every `step`-th number from `from` on, to `size` numbers from `to` on. */
  function transform(input: Complex, output: Complex, from: number, to: number, level: number, step: number) {
    const radix = factors[level];
    if (radix === undefined) {
      output.re[to] = input.re[from] ?? 0;
      output.im[to] = input.im[from] ?? 0;
      return;
    }
    const size = length / step / radix;
    for (let part = 0; part < radix; part++)
      transform(input, output, from + part * step, to + part * size, level + 1, step * radix);
    for (let k = 0; k < size; k++) combine(output, to + k, k, radix, size, step);
  }

  /** A butterfly: one number of each part to as many of the whole. */
  function combine(
    { re: outRe, im: outIm }: Complex,
    at: number,
    k: number,
    radix: number,
    size: number,
    step: number,
  ) {
    for (let part = 0; part < radix; part++) {
      const turn = (part * k * step) % length;
      const x = outRe[at + part * size] ?? 0;
      const y = outIm[at + part * size] ?? 0;
      const c = cos[turn] ?? 0;
      const s = sin[turn] ?? 0;
      re[part] = x * c - y * s;
      im[part] = x * s + y * c;
    }
    for (let bin = 0; bin < radix; bin++) {
      let sumRe = 0;
      let sumIm = 0;
      for (let part = 0; part < radix; part++) {
        const turn = (((part * bin) % radix) * length) / radix;
        const x = re[part] ?? 0;
        const y = im[part] ?? 0;
        const c = cos[turn] ?? 0;
        const s = sin[turn] ?? 0;
        sumRe += x * c - y * s;
        sumIm += x * s + y * c;
      }
      outRe[at + bin * size] = sumRe;
      outIm[at + bin * size] = sumIm;
    }
  }

  return (input, output) => transform(input, output, 0, 0, 0, 1);
}

function primeFactors(length: number): number[] {
  const factors: number[] = [];
  for (let rest = length, factor = 2; rest > 1; ) {
    if (rest % factor === 0) {
      factors.push(factor);
      rest /= factor;
    } else factor++;
  }
  return factors;
}
