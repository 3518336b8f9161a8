/** In which package the program came, by what each leaves to be seen. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageKindOf } from './package-kind.ts';

it('is told by the system, by the image that runs, or by what the package says of itself', () => {
  const resources = mkdtempSync(join(tmpdir(), 'jarvis-kind-'));
  try {
    expect(packageKindOf('win32', {}, resources)).toBe('nsis');
    expect(packageKindOf('darwin', {}, resources)).toBe('zip');
    expect(packageKindOf('linux', { APPIMAGE: '/x/Jarvis.AppImage' }, resources)).toBe('appimage');
    expect(packageKindOf('linux', {}, resources)).toBeUndefined();
    for (const kind of ['deb', 'rpm'] as const) {
      writeFileSync(join(resources, 'package-type'), `${kind}\n`);
      expect(packageKindOf('linux', {}, resources)).toBe(kind);
    }
    writeFileSync(join(resources, 'package-type'), 'pacman');
    expect(packageKindOf('linux', {}, resources)).toBeUndefined();
  } finally {
    rmSync(resources, { recursive: true, force: true });
  }
});
