/** Which majors of Electron still get mends of their Chromium: the newest three, one every eight weeks. */

/** First stable release of each, as its registry says; a new one is added when it is taken. */
const released: Readonly<Record<number, string>> = {
  43: '2026-07-01',
  44: '2026-08-25',
  45: '2026-10-21',
};
const weekMs = 7 * 24 * 60 * 60 * 1000;
/** Until the third one after it comes. */
const supportedWeeks = 24;

/** Why this version may not be shipped on this day; undefined when it may. `version`: exact, such as `45.4.1`. */
export function unsupported(version: string, nowMs: number): string | undefined {
  const major = Number(/^(\d+)\.\d+\.\d+$/.exec(version)?.[1]);
  if (!Number.isInteger(major)) return `Electron is not pinned to one version: ${version}`;
  const first = released[major];
  if (first === undefined) return `Electron ${major} is not in the list of test/electron/electron-support.ts`;
  const untilMs = Date.parse(first) + supportedWeeks * weekMs;
  if (nowMs < untilMs) return undefined;
  return `Electron ${major} has had no mends since about ${new Date(untilMs).toISOString().slice(0, 10)}: take a newer one`;
}
