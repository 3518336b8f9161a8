/** Which host the end-to-end tests run Jarvis in: `JARVIS_TEST_HOST=web | stand-in | electron`. */
import { fileURLToPath } from 'node:url';

export type TestHost = 'web' | 'stand-in' | 'electron';

const hosts: readonly string[] = ['web', 'stand-in', 'electron'] satisfies TestHost[];
const standIn = fileURLToPath(new URL('./electron-stand-in/electron', import.meta.url));
const real = process.env.ELECTRON_PATH;

/** Throws when JARVIS_TEST_HOST names none, or a real Electron that nobody has named. */
function chosenHost(): TestHost {
  const named = process.env.JARVIS_TEST_HOST ?? 'web';
  if (!hosts.includes(named)) throw new Error(`JARVIS_TEST_HOST is one of ${hosts.join(', ')}, not ${named}`);
  if (named === 'electron' && real === undefined)
    throw new Error('JARVIS_TEST_HOST=electron wants ELECTRON_PATH, the path of its binary');
  return named as TestHost;
}

/** What the suite runs in. */
export const testHost = chosenHost();

/** Tests of the shell itself need one, whatever the suite runs in. */
export const shellHost = real === undefined || testHost === 'stand-in' ? 'stand-in' : 'electron';

/** Binary of the shell: the real one's, or the stand-in's. */
export const shellBinary = shellHost === 'electron' && real !== undefined ? real : standIn;

/** The stand-in is a Node process with Debian's Chromium: what passes there has not been seen in Electron. */
export const aboutShellHost =
  shellHost === 'electron'
    ? `the shell runs in the Electron at ${shellBinary}`
    : 'the shell runs in the stand-in, which is NOT Electron (ELECTRON_PATH would name a real one)';
