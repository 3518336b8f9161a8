/** Chords as they are pressed, written down and shown. */
import { describe, expect, it } from 'vitest';
import { chordOf, chordParts, type Pressed, writesText } from './chords.ts';

const pressed = (key: string, code: string, held: Partial<Pressed> = {}): Pressed => ({
  ...{ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...held,
});

describe('a chord', () => {
  it.each<[string, Pressed]>([
    ['Ctrl+K', pressed('k', 'KeyK', { ctrlKey: true })],
    ['Ctrl+Shift+P', pressed('P', 'KeyP', { ctrlKey: true, shiftKey: true })],
    ['Ctrl+1', pressed('&', 'Digit1', { ctrlKey: true })],
    ['Alt+N', pressed('ñ', 'KeyN', { altKey: true })],
    ['?', pressed('?', 'KeyM', { shiftKey: true })],
    ['Shift+F6', pressed('F6', 'F6', { shiftKey: true })],
    ['Ctrl+.', pressed('.', 'Period', { ctrlKey: true })],
    ['Space', pressed(' ', 'Space')],
    ['', pressed('Control', 'ControlLeft', { ctrlKey: true })],
  ])('%s', (chord, event) => {
    expect(chordOf(event, false)).toBe(chord);
  });

  it('is the same on a Mac with the command key', () => {
    expect(chordOf(pressed('k', 'KeyK', { metaKey: true }), true)).toBe('Ctrl+K');
    expect(chordOf(pressed('k', 'KeyK', { ctrlKey: true }), true)).toBe('Control+K');
    expect(chordParts('Ctrl+Shift+P', {}, true)).toEqual(['⌘', '⇧', 'P']);
  });

  it('is shown by the names of the reader’s keys', () => {
    expect(chordParts('Ctrl+Shift+P', { Shift: 'Maj' }, false)).toEqual(['Ctrl', 'Maj', 'P']);
    expect(chordParts('Alt+ArrowUp', {}, false)).toEqual(['Alt', '↑']);
    expect(chordParts('Ctrl++', {}, false)).toEqual(['Ctrl', '+']);
  });

  it('that writes is known', () => {
    expect(['A', '?', 'Shift+A', 'Space'].every(writesText)).toBe(true);
    expect(['Ctrl+A', 'Alt+N', 'F6', 'Escape', 'Ctrl+Space'].some(writesText)).toBe(false);
  });
});
