/** Down and up of the watched keys, each once; what is typed otherwise is told to nobody. */
import { describe, expect, it } from 'vitest';
import { KeyMatcher, type KeyReport, repeatGoneMs, type WatchedKey } from './key-matcher.ts';

const none = { ctrl: false, alt: false, shift: false, meta: false };
const [J, A, Control, Alt] = [36, 30, 29, 56];
const talk: WatchedKey = { ...none, name: 'talk', keycode: J, ctrl: true, alt: true };
const quick: WatchedKey = { ...talk, name: 'quick', shift: true };

function stage(watched: readonly WatchedKey[] = [talk, quick]) {
  const reports: string[] = [];
  let nowMs = 0;
  const matcher = new KeyMatcher({
    watched,
    report: ({ name, state }: KeyReport) => reports.push(`${name} ${state}`),
    nowMs: () => nowMs,
  });
  const press = (keycode: number, held: Partial<typeof none> = {}): void =>
    matcher.take({ ...none, ...held, key: { keycode, isDown: true } });
  const release = (keycode: number, held: Partial<typeof none> = {}): void =>
    matcher.take({ ...none, ...held, key: { keycode, isDown: false } });
  return {
    ...{ matcher, reports, press, release },
    wait: (ms: number) => {
      nowMs += ms;
      matcher.check();
    },
  };
}
const both = { ctrl: true, alt: true };

describe('a watched key', () => {
  it('goes down once, however it repeats, and up once', () => {
    const { press, release, reports } = stage();
    press(J, both);
    press(J, both);
    press(J, both);
    release(J, both);
    expect(reports).toEqual(['talk down', 'talk up']);
  });

  it('is up with the first finger that leaves it', () => {
    const { press, release, reports } = stage();
    press(J, both);
    release(Control, { alt: true });
    release(J, { alt: true });
    expect(reports).toEqual(['talk down', 'talk up']);
  });

  it('is known by exactly what is held with it', () => {
    const { press, release, reports } = stage();
    for (const held of [{}, { ctrl: true }, { ...both, meta: true }]) {
      press(J, held);
      release(J, held);
    }
    press(J, { ...both, shift: true });
    release(J, { ...both, shift: true });
    expect(reports).toEqual(['quick down', 'quick up']);
  });

  it('is up when a move of the mouse shows that nothing is held', () => {
    const { press, matcher, reports } = stage();
    press(J, both);
    matcher.take({ ...none, ...both });
    expect(reports).toEqual(['talk down']);
    matcher.take(none);
    expect(reports).toEqual(['talk down', 'talk up']);
  });
});

describe('a key whose end nobody saw', () => {
  it('is lost once its repeats have ceased', () => {
    const { press, wait, reports } = stage();
    press(J, both);
    for (let repeat = 0; repeat < 5; repeat++) {
      wait(40);
      press(J, both);
    }
    wait(repeatGoneMs - 1);
    expect(reports).toEqual(['talk down']);
    wait(2);
    expect(reports).toEqual(['talk down', 'talk lost']);
  });

  it('is still held where the system never repeats, or another key took the repeats over', () => {
    const silent = stage();
    silent.press(J, both);
    silent.wait(60_000);
    expect(silent.reports).toEqual(['talk down']);
    const taken = stage();
    taken.press(J, both);
    taken.wait(40);
    taken.press(J, both);
    taken.press(A, both);
    taken.wait(60_000);
    taken.release(J, both);
    expect(taken.reports).toEqual(['talk down', 'talk up']);
  });
});

it('says nothing of a sentence that is typed, nor of other combinations', () => {
  const { press, release, reports, matcher } = stage();
  for (let keycode = 2; keycode < 90; keycode++)
    for (const held of [{}, { shift: true }, { ctrl: true }, { alt: true }]) {
      press(keycode, held);
      release(keycode, held);
    }
  press(Control, { ctrl: true });
  press(Alt, both);
  release(Alt, { ctrl: true });
  release(Control);
  expect(reports).toEqual([]);
  expect(matcher.isHolding).toBe(false);
});
