/** What `jarvis doctor` and `/health` say about each part. */

export type HealthState = 'fine' | 'degraded' | 'broken';

export interface HealthCheck {
  /** Stable name of the part: `node`, `memory`, `disk`, `store`, `secrets`, `model:<backend>`, `wire`, `speech-to-text`, … */
  readonly part: string;
  readonly state: HealthState;
  /** What it means for the user, in their language. */
  readonly meaning: string;
  /** What to do about it; absent when fine. */
  readonly mend?: string;
  /** Figures behind the verdict. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  readonly durationMs: number;
}

export interface HealthReport {
  readonly state: HealthState;
  readonly checks: readonly HealthCheck[];
}
