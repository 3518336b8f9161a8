/** Runs electron-builder over the staged folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../program.mjs';
import { PackageError } from './package-error.mjs';

/** Packages that are only tried ask nobody for updates. */
const noServer = 'https://updates.invalid/';
const limitMs = 30 * 60_000;

/**
 * `targets`: such as `deb`; none: those of electron-builder.yml. `options`: set over the configuration, such as
 * `{electronDist: path}`. Throws `builder-failed`.
 */
export async function runBuilder({ root, node, platform, targets, options, env, output }) {
  const system = { linux: '--linux', darwin: '--mac', win32: '--win' }[platform.os];
  // A configuration of the person's own must not reach in.
  const home = mkdtempSync(join(tmpdir(), 'jarvis-builder-'));
  const set = Object.entries({ ...options, 'directories.output': output });
  const args = [
    fileURLToPath(import.meta.resolve('electron-builder/cli.js')),
    ...['--config', 'electron-builder.yml', '--publish', 'never', system, ...targets, `--${platform.arch}`],
    ...set.map(([name, value]) => `-c.${name}=${value}`),
  ];
  try {
    const { status, output: said } = await run(node, args, {
      cwd: root,
      limitMs,
      env: {
        JARVIS_UPDATE_URL: process.env.JARVIS_UPDATE_URL || noServer,
        TMPDIR: home,
        ...env,
        FORCE_COLOR: '0',
      },
    });
    if (status !== 0) throw new PackageError('builder-failed', { detail: said.trim().slice(-3000) });
    return said;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
