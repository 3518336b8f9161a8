/** What a module of `bench/*.bench.ts` exports by default, and what it measures. */

export interface Row {
  /** What was measured, with its quantile: `accepted message p95`. */
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What is to be reached; `pass` says whether it was, at most or at least as the thing demands. */
  readonly target?: number;
  readonly pass?: boolean;
  /** The same measure of what the bench compares with, in the same run. */
  readonly baseline?: number;
}

export interface Bench {
  /** As in `npm run bench -- NAME`. */
  readonly name: string;
  /** What it compares with, in words. */
  readonly baseline: string;
  run(): Promise<readonly Row[]>;
}
