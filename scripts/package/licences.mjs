/** The licences that go along: ours, the list of all parts, and the text that each part asks to be passed on. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackageError } from './package-error.mjs';

const licenceFile = /^(?:LICEN[CS]E|COPYING|NOTICE|COPYRIGHT)/i;

/** Every package of the lock file that is part of the running program or of its window, and is installed here. */
export function shippedParts(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([place, { dev }]) => place !== '' && dev !== true && existsSync(join(root, place)))
    .map(([place, { version, license }]) => ({
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license ?? 'see its text',
      folder: join(root, place),
    }))
    .sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

/** One text for all: parts with the same licence file share it. */
export function licenceTexts(parts) {
  const byText = new Map();
  for (const { name, version, licence, folder } of parts) {
    const files = readdirSync(folder, { withFileTypes: true }).filter(
      entry => entry.isFile() && licenceFile.test(entry.name),
    );
    const texts = files.map(({ name: path }) => readFileSync(join(folder, path), 'utf8').trim());
    const text = texts.join('\n\n') || `(${licence}; the package brings no text of its own)`;
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
  }
  const line = '-'.repeat(80);
  return [...byText].map(([text, names]) => `${line}\n${names.join(', ')}\n${line}\n\n${text}\n`).join('\n');
}

export function writeLicences(root, folder) {
  mkdirSync(folder, { recursive: true });
  for (const [from, to] of [
    ['LICENSE', 'LICENSE.txt'],
    ['THIRD-PARTY-NOTICES.md', 'THIRD-PARTY-NOTICES.md'],
  ])
    writeFileSync(join(folder, to), readFileSync(join(root, from)));
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), licenceTexts(shippedParts(root)));
}

/** Throws `unlisted-package`: everything that is shipped is named in the notices, in the version that is shipped. */
export function checkNotices(packages, notices) {
  const listed = new Set(notices.split('\n').flatMap(line => line.split(', ')));
  const unlisted = packages.map(({ name, version }) => `${name} ${version}`).filter(one => !listed.has(one));
  if (unlisted.length > 0) throw new PackageError('unlisted-package', { detail: unlisted.join(', ') });
}
