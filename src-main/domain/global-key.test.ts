/** Keys for every program: what a hook looks for, what Electron calls them, and which are refused. */
import { describe, expect, it } from 'vitest';
import { acceleratorOf, combinationOf, defaultGlobalKeys, keyFault } from './global-key.ts';

const key = (chord: string, code = 'KeyJ') => ({ chord, code });

describe('a global key', () => {
  it('is looked for by its place, on Windows by its letter', () => {
    const azerty = key('Ctrl+Alt+A', 'KeyQ');
    const held = { ctrl: true, alt: true, shift: false, meta: false };
    expect(combinationOf(azerty, 'linux')).toEqual({ code: 'KeyQ', ...held });
    expect(combinationOf(azerty, 'win32')).toEqual({ code: 'KeyA', ...held });
  });

  it('has the command key for Ctrl on macOS', () => {
    expect(combinationOf(key('Ctrl+Shift+J'), 'darwin')).toEqual({
      ...{ code: 'KeyJ', ctrl: false, alt: false, shift: true, meta: true },
    });
  });

  it.each([
    ['Ctrl+Alt+J', 'CommandOrControl+Alt+J'],
    ['Ctrl+Alt+Shift+J', 'CommandOrControl+Alt+Shift+J'],
    ['Alt+ArrowUp', 'Alt+Up'],
    ['F9', 'F9'],
    ['Ctrl+Space', 'CommandOrControl+Space'],
    ['Ctrl++', undefined],
    ['Ctrl+É', undefined],
  ])('%s is %s for Electron', (chord, accelerator) => expect(acceleratorOf({ chord })).toBe(accelerator));

  it.each(['linux', 'win32', 'darwin'])('that is the default will do on %s', platform => {
    const { talk, quick } = defaultGlobalKeys;
    expect(keyFault(talk, platform, [quick.chord])).toBeUndefined();
    expect(keyFault(quick, platform, [talk.chord])).toBeUndefined();
  });

  it.each([
    ['J', 'linux', 'no-modifier'],
    ['Shift+J', 'linux', 'no-modifier'],
    ['Alt+Tab', 'win32', 'system'],
    ['Alt+Space', 'win32', 'system'],
    ['Ctrl+Space', 'darwin', 'system'],
    ['Meta+L', 'win32', 'system'],
    ['Ctrl+Alt+F2', 'linux', 'system'],
    ['Ctrl+Alt+K', 'linux', 'other'],
    ['Ctrl+É', 'linux', 'unknown'],
    ['F9', 'linux', undefined],
  ])('%s on %s: %s', (chord, platform, fault) =>
    expect(keyFault(key(chord), platform, ['Ctrl+Alt+K'])).toBe(fault),
  );
});
