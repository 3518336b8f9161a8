/** Every step from every state. */
import { expect, test } from 'vitest';
import { isOver, nextTurnState } from './turn-state.ts';

test('a turn goes from accepted to done by way of thinking and speaking', () => {
  expect(nextTurnState('accepted', 'start')).toBe('thinking');
  expect(nextTurnState('thinking', 'first-words')).toBe('speaking');
  expect(nextTurnState('speaking', 'finish')).toBe('done');
});

test('it can be stopped and can fail until it is over, and nothing moves it afterwards', () => {
  for (const state of ['accepted', 'thinking', 'speaking'] as const) {
    expect(nextTurnState(state, 'stop')).toBe('stopped');
    expect(nextTurnState(state, 'fail')).toBe('failed');
    expect(isOver(state)).toBe(false);
  }
  for (const state of ['done', 'stopped', 'failed'] as const) {
    for (const step of ['start', 'first-words', 'finish', 'stop', 'fail'] as const) {
      expect(nextTurnState(state, step)).toBe(state);
    }
    expect(isOver(state)).toBe(true);
  }
});
