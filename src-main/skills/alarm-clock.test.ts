/** Timers ring once, on time, late after a pause, and through jumps of the clock. */
import { expect, test } from 'vitest';
import type { Timer } from '../domain/organizer.ts';
import type { Clock } from '../ports/clock.ts';
import { createAlarmClock } from './alarm-clock.ts';

const timer = (id: string, dueAtMs: number): Timer => ({ id, kind: 'timer', label: id, setAtMs: 0, dueAtMs });

function stage(timers: Timer[]) {
  let nowMs = 0;
  let failing = false;
  const waits: { atMs: number; action: () => void }[] = [];
  const rang: string[] = [];
  const errors: unknown[] = [];
  const clock: Clock = {
    nowMs: () => nowMs,
    monotonicMs: () => nowMs,
    zone: () => 'UTC',
    after: (delayMs, action) => {
      const wait = { atMs: nowMs + delayMs, action };
      waits.push(wait);
      return () => {
        waits.splice(waits.indexOf(wait), waits.includes(wait) ? 1 : 0);
      };
    },
  };
  const organizer = {
    listTimers: async () => {
      if (failing) throw new Error('disk');
      return [...timers].sort((a, b) => a.dueAtMs - b.dueAtMs);
    },
    markRang: async (id: string, atMs: number) => {
      const at = timers.findIndex(one => one.id === id);
      const known = timers[at];
      if (known) timers[at] = { ...known, rangAtMs: atMs };
    },
  };
  const alarm = createAlarmClock({
    organizer,
    clock,
    onRang: (one, lateMs) => rang.push(`${one.id}@${nowMs}+${lateMs}`),
    onError: error => errors.push(error),
  });
  const settle = async () => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  /** Lets time pass, firing waits in their order. */
  const pass = async (untilMs: number) => {
    for (;;) {
      await settle();
      const next = waits.filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined) break;
      waits.splice(waits.indexOf(next), 1);
      nowMs = Math.max(nowMs, next.atMs);
      next.action();
    }
    nowMs = untilMs;
  };
  return {
    alarm,
    rang,
    errors,
    waits,
    pass,
    settle,
    jump: (ms: number) => (nowMs = ms),
    fail: (now: boolean) => (failing = now),
  };
}

test('each rings once, at its time', async () => {
  const { alarm, rang, pass } = stage([timer('tea', 180_000), timer('pasta', 600_000)]);
  await alarm.start();
  await pass(3_600_000);
  expect(rang).toEqual(['tea@180000+0', 'pasta@600000+0']);
});

test('what was due while the program was off rings at the start, late', async () => {
  const { alarm, rang, jump } = stage([timer('tea', 180_000)]);
  jump(1_000_000);
  await alarm.start();
  expect(rang).toEqual(['tea@1000000+820000']);
  await alarm.start();
  expect(rang).toHaveLength(1);
});

test('a clock that jumps ahead is noticed within a minute', async () => {
  const { alarm, rang, pass, jump, waits } = stage([timer('tea', 7_200_000)]);
  await alarm.start();
  expect(waits[0]?.atMs).toBe(60_000);
  jump(8_000_000);
  await pass(8_060_000);
  expect(rang).toEqual(['tea@8000000+800000']);
});

test('one that is added later, and sooner, rings first', async () => {
  const timers = [timer('pasta', 600_000)];
  const { alarm, rang, pass } = stage(timers);
  await alarm.start();
  timers.push(timer('egg', 30_000));
  alarm.reschedule();
  await pass(3_600_000);
  expect(rang).toEqual(['egg@30000+0', 'pasta@600000+0']);
});

test('after a stop nothing rings', async () => {
  const { alarm, rang, pass } = stage([timer('tea', 1000)]);
  await alarm.start();
  alarm.stop();
  await pass(10_000);
  expect(rang).toEqual([]);
});

test('a store that fails for a while loses no timer', async () => {
  const { alarm, rang, errors, pass, fail } = stage([timer('tea', 1000)]);
  await alarm.start();
  fail(true);
  await pass(30_000);
  fail(false);
  await pass(200_000);
  expect(errors).toHaveLength(1);
  expect(rang).toEqual(['tea@61000+60000']);
});
