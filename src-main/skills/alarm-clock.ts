/** Rings timers and reminders once each, at their time or, when the program was off then, at its next start. */
import type { Timer } from '../domain/organizer.ts';
import type { Clock } from '../ports/clock.ts';
import type { OrganizerStore } from '../ports/organizer-store.ts';

export interface AlarmClockOptions {
  readonly organizer: Pick<OrganizerStore, 'listTimers' | 'markRang'>;
  readonly clock: Clock;
  /** Called after the ringing is on disk; `lateMs`: how long after its time. */
  readonly onRang: (timer: Timer, lateMs: number) => void;
  /** The store could not be read or written; the clock tries again. */
  readonly onError: (error: unknown) => void;
}

export interface AlarmClock {
  /** Rings what is due already and waits for the next one. */
  start(): Promise<void>;
  /** To be called when timers were added or removed. */
  reschedule(): void;
  stop(): void;
}

/** The machine may sleep and its clock may jump, so the time is looked at again at least this often. */
const longestWaitMs = 60_000;

export function createAlarmClock({ organizer, clock, onRang, onError }: AlarmClockOptions): AlarmClock {
  let cancel: () => void = () => undefined;
  let stopped = true;
  /** One look at a time, so that nothing rings twice. */
  let looking: Promise<void> = Promise.resolve();

  const ringDue = async (): Promise<void> => {
    cancel();
    if (stopped) return;
    const nowMs = clock.nowMs();
    const waiting = (await organizer.listTimers()).filter(timer => timer.rangAtMs === undefined);
    for (const timer of waiting.filter(({ dueAtMs }) => dueAtMs <= nowMs)) {
      await organizer.markRang(timer.id, nowMs);
      onRang({ ...timer, rangAtMs: nowMs }, nowMs - timer.dueAtMs);
    }
    const next = waiting.find(({ dueAtMs }) => dueAtMs > nowMs);
    if (next !== undefined) wait(Math.min(next.dueAtMs - nowMs, longestWaitMs));
  };
  const wait = (delayMs: number): void => {
    cancel();
    if (!stopped) cancel = clock.after(delayMs, reschedule);
  };
  const look = (): Promise<void> => {
    looking = looking.then(ringDue).catch((error: unknown) => {
      onError(error);
      wait(longestWaitMs);
    });
    return looking;
  };
  const reschedule = (): void => {
    void look();
  };
  return {
    start: () => {
      stopped = false;
      return look();
    },
    reschedule,
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}
