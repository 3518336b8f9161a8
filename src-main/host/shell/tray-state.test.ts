/** One state at a time, by the order of what matters most. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CrashCount } from './crash-count.ts';
import { type TrayFacts, trayState } from './tray-state.ts';

const rest: TrayFacts = {
  ...{ isBroken: false, isListening: false, isPrivate: false, isArmed: false },
  isOnline: true,
};

test.each([
  ['idle', {}],
  ['armed', { isArmed: true }],
  ['private', { isArmed: true, isPrivate: true, isOnline: false }],
  ['offline', { isArmed: true, isOnline: false }],
  ['thinking', { isPrivate: true, turn: 'thinking', isOnline: false }],
  ['speaking', { isArmed: true, turn: 'speaking' }],
  ['listening', { turn: 'speaking', isListening: true }],
  ['error', { isBroken: true, isListening: true }],
] as const)('%s', (state, facts) => expect(trayState({ ...rest, ...facts })).toBe(state));

test('every state has its pictures, on both grounds and as a template, at both sizes', () => {
  const files = new Set(readdirSync(new URL('../../../resources/tray/', import.meta.url)));
  const states = ['idle', 'armed', 'listening', 'thinking', 'speaking', 'private', 'offline', 'error'];
  const wanted = states.flatMap(state =>
    ['-on-dark', '-on-light', 'Template'].flatMap(kind =>
      ['', '@2x'].map(size => `${state}${kind}${size}.png`),
    ),
  );
  expect(wanted.filter(name => !files.has(name))).toEqual([]);
});

test('the third crash within a minute is one too many', () => {
  const crashes = new CrashCount();
  expect([0, 10_000, 71_000, 80_000, 90_000].map(atMs => crashes.add(atMs))).toEqual([
    false,
    false,
    false,
    false,
    true,
  ]);
});
