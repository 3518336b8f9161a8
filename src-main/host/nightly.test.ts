/** Consolidation: after some idle minutes, never while a turn runs or on a battery, and ended by any turn. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Night } from '../ports/semantic-memory-store.ts';
import { idleMs, Nightly } from './nightly.ts';
import { isOnPower } from './power.ts';

const night: Night = { id: 'n1', atMs: 0, episodes: 3, changes: [] };

function stage() {
  const state = { isBusy: false, onPower: true as boolean | undefined };
  const nights: Night[] = [];
  let due: { readonly ms: number; readonly action: () => void } | undefined;
  let begun = 0;
  let finish = (_night: Night | undefined): void => undefined;
  const signals: AbortSignal[] = [];
  const nightly = new Nightly({
    consolidate: signal => {
      begun++;
      signals.push(signal);
      return new Promise(resolve => {
        finish = resolve;
        signal.addEventListener('abort', () => resolve(undefined));
      });
    },
    clock: {
      nowMs: () => 0,
      monotonicMs: () => 0,
      zone: () => 'UTC',
      after: (ms, action) => {
        due = { ms, action };
        return () => (due = undefined);
      },
    },
    isBusy: () => state.isBusy,
    isOnPower: () => state.onPower,
    onNight: one => nights.push(one),
    onError: () => undefined,
  });
  const pass = () => {
    const now = due;
    due = undefined;
    now?.action();
    return now?.ms;
  };
  return { nightly, state, nights, pass, begun: () => begun, finish: (one?: Night) => finish(one), signals };
}

test('it begins after some idle minutes and is told once', async () => {
  const { nightly, nights, pass, begun, finish } = stage();
  nightly.disturb();
  expect(pass()).toBe(idleMs);
  expect(begun()).toBe(1);
  finish(night);
  await new Promise(resolve => setImmediate(resolve));
  expect(nights).toEqual([night]);
});

test('it goes on night after night until nothing is left', async () => {
  const { nightly, nights, pass, begun, finish } = stage();
  nightly.disturb();
  pass();
  for (const one of [night, { ...night, id: 'n2' }, undefined]) {
    finish(one);
    await new Promise(resolve => setImmediate(resolve));
  }
  expect(nights.map(({ id }) => id)).toEqual(['n1', 'n2']);
  expect(begun()).toBe(3);
});

test('a turn ends it at once, and the wait begins anew', async () => {
  const { nightly, nights, pass, signals } = stage();
  nightly.disturb();
  pass();
  nightly.disturb();
  expect(signals[0]?.aborted).toBe(true);
  await new Promise(resolve => setImmediate(resolve));
  expect(nights).toEqual([]);
  expect(pass()).toBe(idleMs);
});

test('a running turn and a battery put it off', () => {
  const { nightly, state, pass, begun } = stage();
  nightly.disturb();
  state.isBusy = true;
  pass();
  state.isBusy = false;
  state.onPower = false;
  pass();
  expect(begun()).toBe(0);
  state.onPower = undefined;
  pass();
  expect(begun()).toBe(1);
});

test('mains power is read from the system, where it tells', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-power-'));
  const supply = (name: string, type: string, online?: string) => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'type'), `${type}\n`);
    if (online !== undefined) writeFileSync(join(folder, name, 'online'), `${online}\n`);
  };
  try {
    expect(isOnPower(join(folder, 'absent'))).toBeUndefined();
    supply('BAT0', 'Battery');
    expect(isOnPower(folder)).toBeUndefined();
    supply('AC', 'Mains', '0');
    expect(isOnPower(folder)).toBe(false);
    supply('USB', 'USB', '1');
    expect(isOnPower(folder)).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a night by hand takes the place of one that runs, and any turn ends it', async () => {
  const { nightly, pass, begun, finish, signals } = stage();
  nightly.disturb();
  pass();
  const byHand = nightly.now(new AbortController().signal);
  expect(signals[0]?.aborted).toBe(true);
  await new Promise(resolve => setImmediate(resolve));
  expect(begun()).toBe(2);
  finish(night);
  expect(await byHand).toEqual(night);
  const another = nightly.now(new AbortController().signal);
  await new Promise(resolve => setImmediate(resolve));
  nightly.disturb();
  expect(signals[2]?.aborted).toBe(true);
  await another;
  await nightly.close();
});

test('what an answer needs ends the night that runs, and no turn ends it', async () => {
  const { nightly, pass, finish, signals } = stage();
  nightly.disturb();
  pass();
  const needed = nightly.forAnswer(new AbortController().signal);
  expect(signals[0]?.aborted).toBe(true);
  await new Promise(resolve => setImmediate(resolve));
  nightly.disturb();
  expect(signals[1]?.aborted).toBe(false);
  finish(night);
  expect(await needed).toEqual(night);
});
