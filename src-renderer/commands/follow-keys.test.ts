/** What keys do in the window, wherever the focus is. */
import { describe, expect, it } from 'vitest';
import { message } from '../store/fake-core.ts';
import { type Focused, followKeys } from './follow-keys.ts';
import { startedWindow } from './test-around.ts';

const nowhere: Focused = { writes: false, isEmptyComposer: false, usesSpace: false };
const emptyComposer: Focused = { writes: true, isEmptyComposer: true, usesSpace: true };
const text: Focused = { writes: true, isEmptyComposer: false, usesSpace: true };

const press = (key: string, change: Partial<KeyboardEvent> = {}) => {
  const code = key === ' ' ? 'Space' : /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
  let isPrevented = false;
  return {
    ...{ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
    ...{ repeat: false, isComposing: false, ...change },
    get defaultPrevented() {
      return isPrevented;
    },
    preventDefault: () => {
      isPrevented = true;
    },
  };
};

async function withKeys(messages = [message('q', null), message('a', 'q', { role: 'assistant' })]) {
  const window = await startedWindow(messages);
  const keys = followKeys(window.around);
  const down = (key: string, change: Partial<KeyboardEvent> = {}, focused = nowhere) => {
    const event = press(key, change);
    keys.down(event, focused);
    return event.defaultPrevented;
  };
  return { ...window, keys, down };
}

describe('the keyboard', () => {
  it('walks through the rooms', async () => {
    const { down, store } = await withKeys();
    for (const [digit, room] of [
      ['2', 'memory'],
      ['3', 'now'],
      ['4', 'system'],
      ['5', 'settings'],
      ['1', 'conversation'],
    ]) {
      expect(down(digit ?? '', { ctrlKey: true, code: `Digit${digit}` }, text)).toBe(true);
      expect(store.getState().place).toEqual({ room });
    }
  });

  it('knows digits where Shift would be needed for them', async () => {
    const { down, store } = await withKeys();
    down('é', { ctrlKey: true, code: 'Digit2' });
    expect(store.getState().place.room).toBe('memory');
  });

  it('leaves letters and signs to the field in which one writes', async () => {
    const { down, store } = await withKeys();
    expect(down('?', { shiftKey: true }, text)).toBe(false);
    expect(store.getState().dialog).toBeUndefined();
    expect(down('?', { shiftKey: true }, nowhere)).toBe(true);
    expect(store.getState().dialog).toBe('help');
  });

  it('does nothing behind a dialog, but for the palette', async () => {
    const { down, store } = await withKeys();
    down('?', { shiftKey: true });
    expect(down('2', { ctrlKey: true, code: 'Digit2' })).toBe(false);
    expect(store.getState().place.room).toBe('conversation');
    expect(down('k', { ctrlKey: true })).toBe(true);
    expect(store.getState().dialog).toBe('palette');
    down('k', { ctrlKey: true });
    expect(store.getState().dialog).toBeUndefined();
  });

  it('obeys recorded keys, and not those they took the place of', async () => {
    const { down, store, paged } = await withKeys();
    const { preferences } = store.getState();
    store.setState({ preferences: { ...preferences, keys: { 'conversation.search': 'Ctrl+Shift+L' } } });
    expect(down('f', { ctrlKey: true })).toBe(false);
    expect(down('L', { ctrlKey: true, shiftKey: true })).toBe(true);
    expect(paged).toEqual(['focus search']);
  });

  it('leaves a key alone that has nothing to do now', async () => {
    const { down } = await withKeys();
    expect(down('Escape')).toBe(false);
  });

  it('is not misled by letters that are being put together', async () => {
    const { down, store } = await withKeys();
    expect(down('k', { ctrlKey: true, isComposing: true })).toBe(false);
    expect(store.getState().dialog).toBeUndefined();
  });
});

describe('the space bar', () => {
  const canListen = { speech: { canListen: true, voices: { fr: '', en: '' } } };

  it('talks for as long as it is held, once', async () => {
    const { down, keys, store, talked } = await withKeys();
    store.setState(canListen);
    expect(down(' ', {}, emptyComposer)).toBe(true);
    expect(down(' ', { repeat: true }, emptyComposer)).toBe(true);
    keys.up({ key: ' ', code: 'Space' });
    expect(talked).toEqual(['press', 'release']);
  });

  it('writes a space where one writes, and presses the button that has the focus', async () => {
    const { down, store, talked } = await withKeys();
    store.setState(canListen);
    expect(down(' ', {}, text)).toBe(false);
    expect(down(' ', {}, { ...nowhere, usesSpace: true })).toBe(false);
    expect(talked).toEqual([]);
    // With Ctrl it talks from anywhere.
    expect(down(' ', { ctrlKey: true }, text)).toBe(true);
    expect(talked).toEqual(['press']);
  });

  it('is a space where Jarvis cannot listen', async () => {
    const { down, talked } = await withKeys();
    expect(down(' ', {}, emptyComposer)).toBe(false);
    expect(talked).toEqual([]);
  });
});

describe('Escape', () => {
  it('ends listening first, then the voice and the answer, then the drawer', async () => {
    const { core, down, store, talked } = await withKeys();
    core.answer('turn.stop', () => ({}));
    const { voice } = store.getState();
    const running = new Map([['c1', { turnId: 't', conversationId: 'c1', state: 'thinking' as const }]]);
    store.setState({ railOpen: true, running, voice: { ...voice, state: 'listening', speaking: true } });
    expect(down('Escape', {}, text)).toBe(true);
    expect(talked).toEqual(['cancel']);
    store.setState({ voice: { ...voice, speaking: true } });
    down('Escape', {}, text);
    expect(talked).toEqual(['cancel', 'hush']);
    expect(core.calls.map(({ name }) => name)).toContain('turn.stop');
    expect(store.getState().railOpen).toBe(true);
    store.setState({ voice, running: new Map() });
    down('Escape');
    expect(store.getState().railOpen).toBe(false);
  });
});
