/** The switches inside Electron's binary: what electron-builder.yml wants, and what a packaged binary really has. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { PackageError } from './package-error.mjs';

/** `{RunAsNode: false, …}`, read from the block `electronFuses` of the configuration. */
export function wantedFuses(root) {
  const [, block = ''] =
    /^electronFuses:\n((?: {2}.*\n)+)/m.exec(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) ?? [];
  return Object.fromEntries(
    [...block.matchAll(/^ {2}(\w)(\w*): (true|false)$/gm)].map(([, first, rest, value]) => [
      first.toUpperCase() + rest,
      value === 'true',
    ]),
  );
}

/** `{RunAsNode: false, …}` as they stand in a binary; a fuse that its Electron no longer has is absent. */
export async function readFuses(binary) {
  const wire = await getCurrentFuseWire(binary);
  const known = Object.entries(FuseV1Options).filter(([, index]) => typeof index === 'number');
  return Object.fromEntries(
    known
      .map(([name, index]) => [name, wire[index]])
      .filter(([, state]) => state === FuseState.ENABLE || state === FuseState.DISABLE)
      .map(([name, state]) => [name, state === FuseState.ENABLE]),
  );
}

/** @returns the fuses of the binary. Throws `fuses-differ`. */
export async function checkFuses(binary, wanted) {
  const found = await readFuses(binary);
  const wrong = Object.entries(wanted).filter(([name, value]) => found[name] !== value);
  if (wrong.length > 0 || Object.keys(wanted).length === 0)
    throw new PackageError('fuses-differ', {
      name: binary,
      detail: wrong.map(([name, value]) => `${name} ${found[name]} ≠ ${value}`).join(', ') || 'electronFuses',
    });
  return found;
}
