/** The states of one turn and the ways between them: accepted → thinking → speaking → done, stopped or failed. */
import type { TurnState } from '../domain/conversation.ts';

export type TurnStep = 'start' | 'first-words' | 'finish' | 'stop' | 'fail';

const ways: Readonly<Record<TurnState, Partial<Record<TurnStep, TurnState>>>> = {
  accepted: { start: 'thinking', stop: 'stopped', fail: 'failed' },
  thinking: { 'first-words': 'speaking', finish: 'done', stop: 'stopped', fail: 'failed' },
  speaking: { finish: 'done', stop: 'stopped', fail: 'failed' },
  done: {},
  stopped: {},
  failed: {},
};

/** The state after `step`; a step that leads nowhere (words after a stop) leaves the state as it is. */
export function nextTurnState(state: TurnState, step: TurnStep): TurnState {
  return ways[state][step] ?? state;
}

export const isOver = (state: TurnState): boolean => Object.keys(ways[state]).length === 0;
