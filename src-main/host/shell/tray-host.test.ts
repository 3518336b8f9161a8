/** Whether there is a tray, from what the session's bus answers. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasTrayHost } from './tray-host.ts';

/** A bus that answers so. */
async function asked(answer: string, more: NodeJS.ProcessEnv = {}): Promise<boolean | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-bus-'));
  try {
    const program = join(folder, 'dbus-send');
    writeFileSync(program, `#!/bin/sh\n${answer}\n`);
    chmodSync(program, 0o755);
    const env = { PATH: `${folder}:/bin:/usr/bin`, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/none', ...more };
    return await hasTrayHost(env, 'linux');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a desktop whose panel shows icons has one, another has none', async () => {
  expect(await asked('echo "   boolean true"')).toBe(true);
  expect(await asked('echo "   boolean false"')).toBe(false);
});

test('panels that take the icons of X11 count too, but not on Wayland', async () => {
  const no = 'echo "   boolean false"';
  expect(await asked(no, { XDG_CURRENT_DESKTOP: 'XFCE', XDG_SESSION_TYPE: 'x11' })).toBe(true);
  expect(await asked(no, { XDG_CURRENT_DESKTOP: 'XFCE', XDG_SESSION_TYPE: 'wayland' })).toBe(false);
});

test('what cannot be known is left open, and other systems always have one', async () => {
  expect(await asked('exit 1')).toBeUndefined();
  expect(await hasTrayHost({}, 'linux')).toBeUndefined();
  expect(await hasTrayHost({}, 'darwin')).toBe(true);
});
