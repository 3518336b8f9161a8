/** SHA-256 of every file of a folder, in the form that `sha256sum --check` reads. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const listName = 'SHA256SUMS';

/** Writes SHA256SUMS. @returns its text. */
export function writeChecksums(folder) {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name !== listName)
    .map(entry => entry.name)
    .sort();
  const lines = names.map(name => `${sha256(join(folder, name))}  ${name}\n`);
  writeFileSync(join(folder, listName), lines.join(''));
  return lines.join('');
}

const sha256 = path => createHash('sha256').update(readFileSync(path)).digest('hex');
