/**
 * The tools that electron-builder would download to make Linux packages, from Debian's own programs: for packages that
 * are tried on this machine. Released ones are made with electron-builder's tools.
 */
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../debian-packages.mjs';
import { PackageError } from './package-error.mjs';

/** Bytes before the file system inside an AppImage; the program of the beginning must fit in. */
const runtimeBytes = 4096;

/** Unpacks itself and runs, where the real one mounts itself. What ends it ends what it runs. */
const runtime = `#!/bin/sh
# A runtime for trials on one machine. An AppImage that begins with it is NOT for publication.
self=$(readlink -f "$0")
at=$(mktemp -d)
unsquashfs -q -n -o ${runtimeBytes} -d "$at/app" "$self" >/dev/null || exit 1
APPIMAGE=$self APPDIR=$at/app "$at/app/AppRun" "$@" &
child=$!
trap 'kill -TERM $child' TERM INT HUP
wait $child
status=$?
while kill -0 $child 2>/dev/null; do wait $child; status=$?; done
rm -rf "$at"
exit $status
`;

/** First words of an AppImage that was made here. */
export const trialRuntimeMark = 'A runtime for trials on one machine';

const needed = [
  ['mksquashfs', 'squashfs-tools'],
  ['unsquashfs', 'squashfs-tools'],
  ['desktop-file-validate', 'desktop-file-utils'],
  ['dpkg-deb', 'dpkg'],
];

/** Environment for electron-builder. Throws `tool-missing`. */
export function makeLinuxTools(folder, { root, node, arch }) {
  for (const [name, detail] of needed)
    if (findProgram(name) === undefined) throw new PackageError('tool-missing', { name, detail });
  rmSync(folder, { recursive: true, force: true });
  const appImage = join(folder, 'appimage');
  mkdirSync(join(appImage, 'runtimes'), { recursive: true });
  mkdirSync(join(appImage, 'lib', arch), { recursive: true });
  symlinkSync(findProgram('desktop-file-validate'), join(appImage, 'desktop-file-validate'));
  // What is only tried here need not be small, but soon there.
  const squash = `exec '${findProgram('mksquashfs')}' "$@" -Xcompression-level 1`;
  writeFileSync(join(appImage, 'mksquashfs'), `#!/bin/sh\n${squash}\n`, { mode: 0o755 });
  writeFileSync(join(appImage, 'runtimes', `runtime-${arch}`), runtime.padEnd(runtimeBytes, '\n'));
  const fpm = join(folder, 'fpm');
  writeFileSync(fpm, `#!/bin/sh\nexec '${node}' '${join(root, 'scripts/package/trial-deb.mjs')}' "$@"\n`);
  chmodSync(fpm, 0o755);
  return { CUSTOM_FPM_PATH: fpm, APPIMAGE_TOOLS_PATH: appImage };
}
