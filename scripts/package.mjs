/**
 * `npm run package [-- OPTIONS]`: makes the packages of this system, shows what is in them, and tries them.
 *
 *   (none)            deb and AppImage around the stand-in for Electron, tried here; never for publication
 *   --electron        every package of this system around the real Electron
 *   --publish FOLDER  looks into the packages of a folder; refuses what holds the stand-in
 *   --version V       another version than package.json's, as a release has it
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.mjs';
import { prepare } from './setup.mjs';
import { SetupError } from './setup-error.mjs';

try {
  const node = await prepare({ sources: true });
  const program = join(root, 'scripts/package/make.mjs');
  const child = spawn(node, [program, ...process.argv.slice(2)], { stdio: 'inherit', cwd: root });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', status => {
    process.exitCode = status ?? 1;
  });
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
