/** Logistic regression with a pull of each weight towards zero, fitted by L-BFGS (Nocedal and Wright, 2006, chapter 7). */

export interface Examples {
  /** Row by row, `width` numbers each. */
  readonly rows: Float32Array;
  readonly width: number;
  /** 1 where the row is to be found, else 0. */
  readonly labels: Uint8Array;
}

export interface Fitted {
  readonly bias: number;
  /** One for each column, for values as they are given. */
  readonly weights: readonly number[];
}

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly scale: number;
}

const iterations = 120;
const remembered = 8;
const firstBias = -4;
const smallest = 1e-5;

/** `pull`: how strongly weights (of columns brought to a deviation of 1) are held near zero. */
export function fitLogistic(examples: Examples, pull: number): Fitted {
  const deviations = columnDeviations(examples);
  const scaled = scale(examples, deviations);
  let point = new Float64Array(examples.width + 1);
  point[examples.width] = firstBias;
  let here = lossAt(scaled, examples, point, pull);
  const steps: Step[] = [];
  for (let round = 0; round < iterations; round += 1) {
    const direction = descent(here.slope, steps);
    const next = search(point, direction, here, probe => lossAt(scaled, examples, probe, pull));
    if (next === undefined) break;
    const moved = next.point.map((value, at) => value - (point[at] as number));
    const turned = next.here.slope.map((value, at) => value - (here.slope[at] as number));
    const along = product(moved, turned);
    if (along > 1e-12) steps.push({ moved, turned, scale: 1 / along });
    if (steps.length > remembered) steps.shift();
    const gain = here.loss - next.here.loss;
    point = next.point;
    here = next.here;
    if (gain < smallest * Math.abs(here.loss)) break;
  }
  return {
    bias: point[examples.width] as number,
    weights: deviations.map((deviation, at) =>
      deviation > smallest ? (point[at] as number) / deviation : 0,
    ),
  };
}

function columnDeviations({ rows, width }: Examples): number[] {
  const count = rows.length / width;
  return Array.from({ length: width }, (_, at) => {
    let sum = 0;
    let squares = 0;
    for (let row = 0; row < count; row += 1) {
      const value = rows[row * width + at] as number;
      sum += value;
      squares += value * value;
    }
    return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
  });
}

function scale({ rows, width }: Examples, deviations: readonly number[]): Float32Array {
  const factors = deviations.map(deviation => (deviation > smallest ? 1 / deviation : 0));
  return rows.map((value, at) => value * (factors[at % width] as number));
}

interface Loss {
  readonly loss: number;
  readonly slope: Float64Array;
}

function lossAt(rows: Float32Array, { width, labels }: Examples, point: Float64Array, pull: number): Loss {
  const slope = new Float64Array(width + 1);
  let loss = 0;
  for (let row = 0, from = 0; row < labels.length; row += 1, from += width) {
    let sum = point[width] as number;
    for (let at = 0; at < width; at += 1) sum += (point[at] as number) * (rows[from + at] as number);
    const label = labels[row] as number;
    const likelihood = 1 / (1 + Math.exp(-sum));
    loss += Math.max(sum, 0) + Math.log1p(Math.exp(-Math.abs(sum))) - label * sum;
    const error = likelihood - label;
    for (let at = 0; at < width; at += 1)
      slope[at] = (slope[at] as number) + error * (rows[from + at] as number);
    slope[width] = (slope[width] as number) + error;
  }
  for (let at = 0; at < width; at += 1) {
    const weight = point[at] as number;
    loss += 0.5 * pull * weight * weight;
    slope[at] = (slope[at] as number) + pull * weight;
  }
  return { loss, slope };
}

/** The slope turned by what earlier steps told of the curvature. */
function descent(slope: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = slope.map(value => -value);
  const pulls: number[] = [];
  for (const step of [...steps].reverse()) {
    const pull = step.scale * product(step.moved, direction);
    pulls.unshift(pull);
    addTo(direction, step.turned, -pull);
  }
  const last = steps.at(-1);
  const size = last
    ? 1 / (last.scale * product(last.turned, last.turned))
    : 1 / Math.max(1, Math.sqrt(product(slope, slope)));
  for (let at = 0; at < direction.length; at += 1) direction[at] = (direction[at] as number) * size;
  for (const [at, step] of steps.entries()) {
    const back = step.scale * product(step.turned, direction);
    addTo(direction, step.moved, (pulls[at] as number) - back);
  }
  return direction;
}

/** Halves the step until it gains enough. */
function search(
  point: Float64Array,
  direction: Float64Array,
  here: Loss,
  lossOf: (probe: Float64Array) => Loss,
): { readonly point: Float64Array<ArrayBuffer>; readonly here: Loss } | undefined {
  const promised = product(here.slope, direction);
  for (let size = 1; size > 1e-6; size /= 2) {
    const probe = Float64Array.from(point, (value, at) => value + size * (direction[at] as number));
    const there = lossOf(probe);
    if (there.loss <= here.loss + 1e-4 * size * promised) return { point: probe, here: there };
  }
  return undefined;
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] as number) * (other[at] as number);
  return sum;
}

function addTo(target: Float64Array, other: Float64Array, factor: number): void {
  for (let at = 0; at < target.length; at += 1)
    target[at] = (target[at] as number) + factor * (other[at] as number);
}
