/** In which kind of package this program came. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageKind } from '../domain/update.ts';

/** `resources`: the packaged program's folder of that name. Undefined: unpacked by hand; nobody would replace it. */
export function packageKindOf(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  resources: string,
): PackageKind | undefined {
  if (platform === 'win32') return 'nsis';
  if (platform === 'darwin') return 'zip';
  if (env.APPIMAGE !== undefined) return 'appimage';
  const kind = packageTypeIn(resources);
  return kind === 'deb' || kind === 'rpm' ? kind : undefined;
}

/** electron-builder writes it into packages for Linux's package managers. */
function packageTypeIn(resources: string): string | undefined {
  try {
    return readFileSync(join(resources, 'package-type'), 'utf8').trim();
  } catch {
    // None of these packages.
    return undefined;
  }
}
