/**
 * How often each size of a measure was seen, in buckets that grow by 5 %: two can be added, and a percentile read from
 * them is off by 2.5 % at most. Buckets as in DDSketch (Masson, Rim, Lee 2019).
 */

export interface Histogram {
  readonly count: number;
  /** How often, by bucket: bucket i holds what is above growth^(i-1) and at most growth^i. */
  readonly buckets: ReadonlyMap<number, number>;
}

const growth = 1.05;
const logGrowth = Math.log(growth);
/** What is smaller counts as this: no measure of ours is. */
const smallest = 1e-6;

export const emptyHistogram: Histogram = { count: 0, buckets: new Map() };

export const bucketOf = (value: number): number => Math.ceil(Math.log(Math.max(value, smallest)) / logGrowth);

export function merged(histograms: readonly Histogram[]): Histogram {
  const buckets = new Map<number, number>();
  let count = 0;
  for (const one of histograms) {
    count += one.count;
    for (const [bucket, times] of one.buckets) buckets.set(bucket, (buckets.get(bucket) ?? 0) + times);
  }
  return { count, buckets };
}

/** The value that this share (0 to 1) of all is not above; undefined of nothing. */
export function percentile({ count, buckets }: Histogram, share: number): number | undefined {
  if (count === 0) return undefined;
  const rank = Math.max(1, Math.ceil(share * count));
  let seen = 0;
  for (const bucket of [...buckets.keys()].sort((a, b) => a - b)) {
    seen += buckets.get(bucket) ?? 0;
    if (seen >= rank) return (growth ** bucket * 2) / (1 + growth);
  }
  return undefined;
}

/** `12:3 14:1`, by bucket. */
export const histogramText = ({ buckets }: Histogram): string =>
  [...buckets].map(([bucket, times]) => `${bucket}:${times}`).join(' ');

/** Leaves out what cannot be read. */
export function histogramOf(text: string): Histogram {
  const pairs = text
    .split(' ')
    .map(pair => pair.split(':').map(Number))
    .filter((pair): pair is [number, number] => pair.length === 2 && pair.every(Number.isSafeInteger));
  return { count: pairs.reduce((sum, [, times]) => sum + times, 0), buckets: new Map(pairs) };
}
