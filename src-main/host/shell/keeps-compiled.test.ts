/** A signed program never runs code that only lay in a cache. */
import { expect, test } from 'vitest';
import { keepsCompiled } from './keeps-compiled.ts';

test.each([
  [{ platform: 'linux', env: {}, isPackaged: true }, true],
  [{ platform: 'linux', env: {}, isPackaged: false }, true],
  [{ platform: 'darwin', env: {}, isPackaged: false }, true],
  [{ platform: 'darwin', env: {}, isPackaged: true }, false],
  [{ platform: 'win32', env: {}, isPackaged: true }, false],
  [{ platform: 'linux', env: { APPIMAGE: '/home/me/Jarvis.AppImage' }, isPackaged: true }, false],
] as const)('%j: %s', (place, keeps) => expect(keepsCompiled(place)).toBe(keeps));
