/** A date or a time where it stands in a sentence. */
export interface FoundDate {
  /** `2026-11-24`, `2026-11-24T17:00`, `2019-05` or `2019`; absent where it needs a now that was not given. */
  readonly iso?: string;
  /** First token and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** A day that comes back ("every Tuesday"). */
  readonly isHabit?: boolean;
  /** The hour was said without its day, and today was taken. */
  readonly isHourAlone?: boolean;
}
