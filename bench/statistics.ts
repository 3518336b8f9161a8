/** Quantiles, and rows that say whether a target was reached. */
import type { Row } from './bench.ts';

type Measure = Pick<Row, 'what' | 'value' | 'unit' | 'baseline'>;

/** The value below which the share `fraction` of `values` lies; NaN of none. */
export function quantile(values: readonly number[], fraction: number): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const p95 = (values: readonly number[]): number => quantile(values, 0.95);
export const p99 = (values: readonly number[]): number => quantile(values, 0.99);

export const atMost = (row: Measure, target: number): Row => ({ ...row, target, pass: row.value <= target });
export const atLeast = (row: Measure, target: number): Row => ({ ...row, target, pass: row.value >= target });
