/** When the desktop is told that a timer rings. */
import { expect, test } from 'vitest';
import { mayNotify } from './may-notify.ts';

const night = { from: '22:00', to: '07:00' };
const at = (iso: string) => ({ nowMs: Date.parse(iso), zone: 'UTC' });

test.each([
  ['by day', { ...at('2026-11-22T12:00:00Z'), quietHours: night, isLookedAt: false }, true],
  ['at night', { ...at('2026-11-22T23:00:00Z'), quietHours: night, isLookedAt: false }, false],
  ['at night without quiet hours', { ...at('2026-11-22T23:00:00Z'), isLookedAt: false }, true],
  ['while the window is looked at', { ...at('2026-11-22T12:00:00Z'), isLookedAt: true }, false],
])('%s', (_when, moment, isTold) => expect(mayNotify(moment)).toBe(isTold));
