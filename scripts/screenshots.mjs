/** `npm run screenshots`: sets up and builds, then takes the pictures under the Node that the project brings. */
import { endWithSignals, run } from './program.mjs';
import { root } from './root.mjs';
import { prepare } from './setup.mjs';

endWithSignals();
const node = await prepare({ sources: true });
const args = ['--experimental-strip-types', '--no-warnings', 'scripts/screenshots.ts'];
const { status } = await run(node, [...args, ...process.argv.slice(2)], {
  cwd: root,
  limitMs: 10 * 60_000,
  echo: true,
});
process.exitCode = status ?? 1;
