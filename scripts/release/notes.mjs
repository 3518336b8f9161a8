/** What is new in a version, in both languages: resources/release-notes/VERSION.md, and what a release makes of it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackageError } from '../package/package-error.mjs';

const headings = { fr: 'Français', en: 'English' };

/** `v1.2.3-beta.1` → `{version, channel}`. Throws `tag-differs`. */
export function versionOfTag(tag, root) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (tag !== `v${version}`) throw new PackageError('tag-differs', { name: tag, detail: `v${version}` });
  return { version, channel: version.includes('-') ? 'beta' : 'stable' };
}

/** `{fr, en}`. Throws `notes-missing`. */
export function readNotes(root, version) {
  const path = join(root, 'resources/release-notes', `${version}.md`);
  if (!existsSync(path)) throw new PackageError('notes-missing', { name: version, detail: path });
  const text = readFileSync(path, 'utf8');
  const parts = Object.entries(headings).map(([language, heading]) => [
    language,
    text
      .split(/^## /m)
      .find(part => part.startsWith(`${heading}\n`))
      ?.slice(heading.length)
      .trim() ?? '',
  ]);
  const absent = parts.filter(([, part]) => part === '').map(([language]) => language);
  if (absent.length > 0)
    throw new PackageError('notes-missing', { name: version, detail: absent.join(', ') });
  return Object.fromEntries(parts);
}

/** For the signed manifest, which shows them before an update, and for the page of the release. */
export function writeNotes(notes, folder) {
  writeFileSync(join(folder, 'release-notes.json'), `${JSON.stringify(notes, null, 2)}\n`);
  const page = Object.entries(headings).map(([language, heading]) => `## ${heading}\n\n${notes[language]}\n`);
  writeFileSync(join(folder, 'RELEASE-NOTES.md'), page.join('\n'));
}
