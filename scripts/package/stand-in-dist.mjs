/** A folder in the shape of Electron's, with the stand-in in the place of its binary: packages can be made and tried without Electron. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of this name is in every package that is made around the stand-in, and in no other. */
export const standInMark = 'THIS-IS-NOT-ELECTRON.txt';

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Version 1, nine fuses, in the states that Electron's own binary is delivered with. */
const fuseWire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, 9]), Buffer.from('101100011')]);

/** `node`: the Node that runs it; it is not copied. */
const program = node => `#!/bin/sh
# Stands where Electron's binary would: a Node process and Debian's Chromium. It is NOT Electron.
here=$(dirname "$(readlink -f "$0")")
exec "\${STAND_IN_NODE:-${node}}" --disable-warning=ExperimentalWarning "$here/stand-in/boot.ts" "$@"
# Behind this line lie the fuses, as they do in the real binary.
exit 1
`;

/** Files that electron-builder expects beside the binary, or that its packages set rights on. */
const empty = [
  'LICENSE',
  'LICENSES.chromium.html',
  'chrome-sandbox',
  'chrome_crashpad_handler',
  'locales/en-US.pak',
  'locales/en-GB.pak',
  'locales/fr.pak',
  'locales/de.pak',
];

/** `version`: of the Electron that it stands for. */
export function makeStandInDist(folder, { root, node, version }) {
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['', 'locales', 'resources']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from(program(node)), fuseWire]), {
    mode: 0o755,
  });
  for (const name of empty) writeFileSync(join(folder, name), 'stand-in\n', { mode: 0o755 });
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(
    join(folder, standInMark),
    'This package was made to be tried on a machine without Electron. It must never be published.\n',
  );
  cpSync(join(root, 'test/electron-stand-in'), join(folder, 'stand-in'), {
    recursive: true,
    filter: path => !/(?:same-shape|\.test)\.ts$/.test(path),
  });
  writeFileSync(join(folder, 'stand-in/package.json'), '{"type":"module"}\n');
}
