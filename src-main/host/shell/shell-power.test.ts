/** Sleep in the middle of an answer, waking, and a choice that is changed while the screen is locked. */
import { expect, test } from 'vitest';
import type { PageOrder, WindowName } from '../../../src-preload/shell-contract.ts';
import { defaultPreferences } from '../../domain/settings.ts';
import type { PowerState } from './power-state.ts';
import { startShellPower } from './shell-power.ts';

function stage() {
  const done: unknown[] = [];
  let lockDisarms = true;
  let changed = (): void => undefined;
  let state: PowerState | undefined;
  const power = startShellPower(
    {
      client: {
        call: async (name: string) => {
          done.push(name);
          return {};
        },
        on: (_name: string, handler: () => void) => {
          changed = handler;
          return () => undefined;
        },
      } as never,
      pages: { tell: (window: WindowName, order: PageOrder) => done.push([window, order]) } as never,
      preferences: () => ({ ...defaultPreferences, desktop: { ...defaultPreferences.desktop, lockDisarms } }),
      log: { write: () => undefined } as never,
    },
    { allow: isAllowed => done.push(`keys ${isAllowed}`), again: () => done.push('keys again') },
    followed => {
      state = followed;
      return () => undefined;
    },
  );
  if (state === undefined) throw new Error('nobody follows the power');
  return {
    ...{ power, state, done },
    choose: (wanted: boolean) => {
      lockDisarms = wanted;
      changed();
    },
  };
}
const hearing = (isAllowed: boolean, hushes: boolean) =>
  (['main', 'quick'] as const).map(window => [window, { kind: 'hearing', isAllowed, hushes }]);

test('sleep ends the voice and the microphone everywhere; waking brings them, the keys and the models back', () => {
  const { power, state, done } = stage();
  state.suspend();
  expect(done.splice(0)).toEqual(['keys false', ...hearing(false, true)]);
  expect(power.mayHear()).toBe(false);
  state.resume();
  expect(done).toEqual(['keys true', ...hearing(true, false), 'keys again', 'model.list']);
  expect(power.mayHear()).toBe(true);
});

test('what is chosen while the screen is locked holds at once', () => {
  const { power, state, done, choose } = stage();
  state.lock();
  expect(power.mayHear()).toBe(false);
  done.splice(0);
  choose(false);
  expect(done).toEqual(['keys true', ...hearing(true, false)]);
  expect(power.mayHear()).toBe(true);
});
