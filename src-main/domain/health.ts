/** What `jarvis doctor` and `/health` say about each part. */

/**
 * What a finding offers as a button. The first ones are done by the core (`system.mend`); those that `show` something
 * are done by the window.
 */
export const mends = [
  'restart-speech',
  'restart-language',
  'look-for-models',
  'check-models',
  'built-in-meanings',
] as const;
export const shownMends = ['show-models', 'show-settings', 'export-all'] as const;
export type Mend = (typeof mends)[number];
export type OfferedMend = Mend | (typeof shownMends)[number];

export type HealthState = 'fine' | 'degraded' | 'broken';

export interface HealthCheck {
  /** Stable name of the part: `node`, `memory`, `disk`, `store`, `secrets`, `model:<backend>`, `wire`, `speech-to-text`, … */
  readonly part: string;
  readonly state: HealthState;
  /** What it means for the user, in their language. */
  readonly meaning: string;
  /** What to do about it; absent when fine. */
  readonly mend?: string;
  /** What the program can do about it. */
  readonly mends?: readonly OfferedMend[];
  /** Figures behind the verdict. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  readonly durationMs: number;
}

export interface HealthReport {
  readonly state: HealthState;
  readonly checks: readonly HealthCheck[];
}
