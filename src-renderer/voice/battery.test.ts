/** Low only without mains power and below what was chosen; told when that changes. */
import { expect, test } from 'vitest';
import { watchBattery } from './battery.ts';

const settle = () => new Promise<void>(resolve => setImmediate(resolve));

test('a battery is low below what was chosen, and not while it is charged', async () => {
  const found = Object.assign(new EventTarget(), { charging: false, level: 0.5 });
  let changes = 0;
  const battery = watchBattery(() => changes++, { getBattery: async () => found });
  expect(battery.isLow(0.9)).toBe(false);
  await settle();
  expect([battery.isLow(0.2), battery.isLow(0.6), changes]).toEqual([false, true, 1]);
  found.level = 0.1;
  found.dispatchEvent(new Event('levelchange'));
  expect([battery.isLow(0.2), battery.isLow(0), changes]).toEqual([true, false, 2]);
  found.charging = true;
  found.dispatchEvent(new Event('chargingchange'));
  expect([battery.isLow(0.2), changes]).toEqual([false, 3]);
});

test('where nothing tells it is never low', async () => {
  const refused = watchBattery(() => undefined, { getBattery: () => Promise.reject(new Error('refused')) });
  const absent = watchBattery(() => undefined, {});
  await settle();
  expect([refused.isLow(1), absent.isLow(1)]).toEqual([false, false]);
});
