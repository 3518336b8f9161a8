/** The machine's own time. */
import type { Clock } from '../ports/clock.ts';

/** Asking the system takes up to half a millisecond, and a turn needs it several times. */
const zoneKeptMs = 10_000;
let known = { zone: '', untilMs: Number.NEGATIVE_INFINITY };

function zone(): string {
  const nowMs = performance.now();
  if (nowMs >= known.untilMs)
    known = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, untilMs: nowMs + zoneKeptMs };
  return known.zone;
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  zone,
  after: (delayMs, action) => {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};
