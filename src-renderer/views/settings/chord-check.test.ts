/** Keys that the browser keeps are refused, those of another command are named, and one chord is one command's. */
import { describe, expect, test } from 'vitest';
import { commandOf, commandOfChord, keysOf } from '../../commands/registry.ts';
import { checkChord, withChord, withoutChord } from './chord-check.ts';

describe('a chord', () => {
  test.each([
    ['Ctrl+T', 'reserved'],
    ['Ctrl+Shift+W', 'reserved'],
    ['Tab', 'needed'],
    ['Shift+Enter', 'needed'],
    ['Ctrl+C', 'needed'],
    ['Meta+L', 'meta'],
    ['Ctrl+Shift+9', 'free'],
    ['Alt+G', 'free'],
    ['F9', 'free'],
  ])('%s is %s', (chord, kind) => {
    expect(checkChord(chord, 'room.memory', {}).kind).toBe(kind);
  });

  test('of another command is named, its own is free', () => {
    expect(checkChord('Ctrl+2', 'room.now', {})).toEqual({ kind: 'taken', by: 'room.memory' });
    expect(checkChord('Ctrl+2', 'room.memory', {}).kind).toBe('free');
    expect(checkChord('F9', 'room.now', { 'room.system': 'F9' })).toEqual({
      kind: 'taken',
      by: 'room.system',
    });
  });

  test('that writes is silent in a field', () => {
    expect(checkChord('G', 'room.now', {})).toEqual({ kind: 'free', isLetter: true });
    expect(checkChord('Alt+G', 'room.now', {})).toEqual({ kind: 'free', isLetter: false });
  });
});

test('one chord reaches one command', () => {
  const first = withChord({}, 'room.memory', 'F9');
  expect(commandOfChord('F9', first)?.id).toBe('room.memory');
  const second = withChord(first, 'room.now', 'F9');
  expect(commandOfChord('F9', second)?.id).toBe('room.now');
  expect(second).toEqual({ 'room.memory': '', 'room.now': 'F9' });
  const taken = withChord({}, 'room.now', 'Ctrl+2');
  expect(commandOfChord('Ctrl+2', taken)?.id).toBe('room.now');
  const memory = commandOf('room.memory');
  expect(memory && keysOf(memory, taken)).toEqual([]);
  expect(memory && keysOf(memory, withoutChord(taken, 'room.now'))).toEqual(['Ctrl+2']);
});
