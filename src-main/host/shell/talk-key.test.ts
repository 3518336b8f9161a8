/** Pressed, let go, tapped, lost; and what is pressed behind a locked screen is nothing. */
import { describe, expect, it } from 'vitest';
import { longestHoldMs, TalkKey, type TalkOrder } from './talk-key.ts';

function stage() {
  const orders: TalkOrder[] = [];
  const timers = new Map<() => void, number>();
  const key = new TalkKey({
    order: what => orders.push(what),
    clock: {
      after: (delayMs, action) => {
        timers.set(action, delayMs);
        return () => timers.delete(action);
      },
    },
  });
  return {
    ...{ key, orders },
    waitForever: () => {
      for (const action of [...timers.keys()]) action();
    },
    waits: () => [...timers.values()],
  };
}

describe('the talk key', () => {
  it('is pressed once and let go once', () => {
    const { key, orders, waits } = stage();
    for (const phase of ['down', 'down', 'up', 'up'] as const) key.saw(phase);
    expect(orders).toEqual(['press', 'release']);
    expect(waits()).toEqual([]);
  });

  it('is a tap where nobody sees it go up', () => {
    const { key, orders } = stage();
    key.tapped();
    key.tapped();
    expect(orders).toEqual(['tap', 'tap']);
  });

  it('that sticks is let go, and can be pressed again', () => {
    const { key, orders, waits, waitForever } = stage();
    key.saw('down');
    expect(waits()).toEqual([longestHoldMs]);
    waitForever();
    key.saw('up');
    key.saw('down');
    expect(orders).toEqual(['press', 'lose', 'press']);
  });

  it('is lost with the process that saw it', () => {
    const { key, orders } = stage();
    key.saw('down');
    key.saw('lost');
    key.saw('lost');
    expect(orders).toEqual(['press', 'lose']);
  });

  it('is lost when the screen is locked, and does nothing until it is open', () => {
    const { key, orders } = stage();
    key.saw('down');
    key.allow(false);
    key.saw('up');
    key.saw('down');
    key.tapped();
    key.allow(true);
    key.saw('up');
    expect(orders).toEqual(['press', 'lose']);
    key.saw('down');
    expect(orders).toEqual(['press', 'lose', 'press']);
  });
});
