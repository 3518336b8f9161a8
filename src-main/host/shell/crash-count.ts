/** Counts the crashes of a part: it is started again, until it crashes too often to be worth it. */

const withinMs = 60_000;
const tooMany = 3;

/** Told of each crash at its time; true from the third within a minute on. */
export class CrashCount {
  timesMs: readonly number[];

  constructor(timesMs: readonly number[] = []) {
    this.timesMs = timesMs;
  }

  add(nowMs: number): boolean {
    this.timesMs = [...this.timesMs.filter(time => nowMs - time < withinMs), nowMs];
    return this.timesMs.length >= tooMany;
  }
}
