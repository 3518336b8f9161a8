/** Before the end-to-end tests: says in which host they run, and which files are left out there, and why. */
import { aboutShellHost, testHost } from '../test-host.ts';
import { leftOutFiles } from './web-only.ts';

export function setup(): void {
  if (testHost === 'web') return;
  console.warn(aboutShellHost);
  if (process.env.JARVIS_TEST_PACE === 'together') return;
  for (const [file, reason] of Object.entries(leftOutFiles(process.env.JARVIS_TEST_UNSEEN === '1')))
    console.warn(`SKIPPED in the desktop program: ${file}: ${reason}`);
}
