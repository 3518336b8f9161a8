/** The desktop's file for starting with the session: as its specification reads it, and gone when it is not wanted. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { autostartFile, autostartText, setAutostart, startsBy } from './autostart-file.ts';

/** Undoes the two readings of the specification: of texts, then of quoted words. */
function wordsOfExec(text: string): readonly string[] {
  const value = /^Exec=(.*)$/m.exec(text)?.[1] ?? '';
  const unescaped = value.replaceAll('\\\\', '\\');
  return [...unescaped.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word = '']) =>
    word.replaceAll(/\\(.)/g, '$1').replaceAll('%%', '%'),
  );
}

test.each([
  [['/opt/Jarvis/jarvis', '--hidden']],
  [['/home/Ada Lovelace/Jarvis 100%.AppImage', '--hidden']],
  [['/tmp/a"b`c$d\\e', '--hidden']],
])('every word of %j comes back from the file', command => {
  expect(wordsOfExec(autostartText(command))).toEqual(command);
});

test('it is written, found and removed in the person’s own folder', () => {
  const home = mkdtempSync(join(tmpdir(), 'jarvis-home-'));
  try {
    const path = autostartFile({ XDG_CONFIG_HOME: 'relative/folder' }, home);
    expect(path).toBe(join(home, '.config/autostart/jarvis.desktop'));
    expect(autostartFile({ XDG_CONFIG_HOME: '/etc/own' }, home)).toBe('/etc/own/autostart/jarvis.desktop');
    expect(startsBy(path)).toBe(false);
    setAutostart(path, ['/opt/Jarvis/jarvis', '--hidden']);
    expect(startsBy(path)).toBe(true);
    expect(readFileSync(path, 'utf8')).toMatch(/^\[Desktop Entry\]\nType=Application\n/);
    setAutostart(path, undefined);
    expect(existsSync(path)).toBe(false);
    setAutostart(path, undefined);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
