/** Counts the crashes of a part: it is started again, until it crashes too often to be worth it. */

const withinMs = 60_000;
const tooMany = 3;

/** `isTooOften()` is told of each crash at its time; true from the third within a minute on. */
export class CrashCount {
  private times: number[] = [];

  add(nowMs: number): boolean {
    this.times = [...this.times.filter(time => nowMs - time < withinMs), nowMs];
    return this.times.length >= tooMany;
  }
}
