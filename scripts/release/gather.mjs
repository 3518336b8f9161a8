/** Brings what each system made into one folder. */
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PackageError } from '../package/package-error.mjs';

/**
 * `parts` holds a folder for each system and processor, such as `linux-arm64`. Lists of electron-builder have one name
 * for both processors of Windows and macOS: those of the second get its name. Throws `artifact-twice`.
 */
export function gatherParts(parts, folder) {
  mkdirSync(folder, { recursive: true });
  for (const part of readdirSync(parts).sort())
    for (const name of readdirSync(join(parts, part)).sort()) {
      const to = join(folder, name.endsWith('.yml') ? nameFor(part, name) : name);
      if (existsSync(to)) throw new PackageError('artifact-twice', { name, detail: part });
      copyFileSync(join(parts, part, name), to);
    }
}

/** `latest.yml` of `win-arm64` becomes `latest-arm64.yml`; what names its processor already stays. */
const nameFor = (part, name) =>
  part.endsWith('-arm64') && !name.includes('arm64') ? name.replace(/\.yml$/, '-arm64.yml') : name;
