/** Every order of the desktop program reaches the voice, in order, however fast they come. */
import { expect, test } from 'vitest';
import type { PageOrder } from '../src-preload/shell-contract.ts';
import { type FollowedTalk, followShell } from './follow-shell.ts';
import { initialState, type WindowState } from './store/state.ts';

function stage({ isSecret = false, canListen = true, mode = 'hold' as 'hold' | 'toggle' } = {}) {
  const done: string[] = [];
  const listeners: ((now: WindowState, before: WindowState) => void)[] = [];
  const begun = initialState('first', 'en');
  const { preferences, speech } = begun;
  let state: WindowState = {
    ...begun,
    speech: { ...speech, canListen },
    preferences: { ...preferences, voice: { ...preferences.voice, mode } },
  };
  const talk: FollowedTalk = {
    press: () => done.push('press'),
    release: () => done.push('release'),
    lose: () => done.push('lose'),
    hush: () => done.push('hush'),
    allow: isAllowed => done.push(`allow ${isAllowed}`),
  };
  followShell(
    {
      getState: () => state,
      subscribe: listener => {
        listeners.push(listener);
        return () => undefined;
      },
    },
    talk,
    () => done.push('cannot'),
    () => isSecret,
  );
  const change = (wanted: Partial<WindowState>): void => {
    const before = state;
    state = { ...state, ...wanted };
    for (const listener of listeners) listener(state, before);
  };
  let nonce = 0;
  return { done, change, order: (order: PageOrder) => change({ shellOrder: { order, nonce: ++nonce } }) };
}

test('a key that is held presses and lets go, once each', () => {
  const { done, order, change } = stage();
  order({ kind: 'talk', what: 'press' });
  change({ ready: true });
  order({ kind: 'talk', what: 'release' });
  order({ kind: 'talk', what: 'lose' });
  expect(done).toEqual(['press', 'release', 'lose']);
});

test('a key that nobody sees go up taps twice to go on, and once where one sentence is taken', () => {
  const held = stage();
  held.order({ kind: 'talk', what: 'tap' });
  expect(held.done).toEqual(['press', 'release', 'press', 'release']);
  const clicked = stage({ mode: 'toggle' });
  clicked.order({ kind: 'talk', what: 'tap' });
  expect(clicked.done).toEqual(['press', 'release']);
});

test('nothing begins while a secret is typed, and where nothing can listen that is told', () => {
  const secret = stage({ isSecret: true });
  secret.order({ kind: 'talk', what: 'press' });
  secret.order({ kind: 'talk', what: 'tap' });
  expect(secret.done).toEqual([]);
  const deaf = stage({ canListen: false });
  deaf.order({ kind: 'talk', what: 'press' });
  deaf.order({ kind: 'talk', what: 'release' });
  expect(deaf.done).toEqual(['cannot', 'release']);
});

test('a locked screen shuts the microphone, sleep ends the voice too', () => {
  const { done, order } = stage();
  order({ kind: 'hearing', isAllowed: false, hushes: false });
  order({ kind: 'hearing', isAllowed: false, hushes: true });
  order({ kind: 'hearing', isAllowed: true, hushes: false });
  expect(done).toEqual(['allow false', 'allow false', 'hush', 'allow true']);
});
