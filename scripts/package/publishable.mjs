/** What may be published: packages that were looked into and hold the real Electron. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { trialRuntimeMark } from './linux-tools.mjs';
import { PackageError } from './package-error.mjs';
import { standInMark } from './stand-in-dist.mjs';

/** Beginnings of programs of Linux, Windows and macOS. */
const nativeStarts = [
  Buffer.from([0x7f, 0x45, 0x4c, 0x46]),
  Buffer.from('MZ'),
  Buffer.from([0xcf, 0xfa, 0xed, 0xfe]),
  Buffer.from([0xca, 0xfe, 0xba, 0xbe]),
];
const largestListing = 256 * 1024 * 1024;

/** Names of the packages in a folder. */
export const packagesIn = folder =>
  existsSync(folder) ? readdirSync(folder).filter(name => kindOf(name) !== undefined) : [];

/** How the inside of each kind of package is seen: by a listing, or, where only its installer can open it, in the folder that it was made of. */
const kinds = {
  '.deb': path => listing('dpkg-deb', ['--contents', path], path),
  '.rpm': path => listing('rpm', ['-qlp', path], path),
  '.AppImage': path => listing('unsquashfs', ['-l', '-o', String(fileSystemStart(path)), path], path),
  '.zip': path => packedFolder(path),
  '.dmg': path => packedFolder(path),
  '.exe': path => packedFolder(path),
};

const kindOf = name => Object.keys(kinds).find(ending => name.endsWith(ending));

/**
 * Looks into every package of a folder. @returns their names. Throws `nothing-to-publish`, `stand-in-not-published` or
 * `artifact-not-seen`.
 */
export function checkPublishable(folder) {
  const names = packagesIn(folder);
  if (names.length === 0) throw new PackageError('nothing-to-publish', { name: folder });
  for (const name of names) checkOne(join(folder, name), kindOf(name));
  return names;
}

function checkOne(path, kind) {
  if (firstBytes(path, 4096).includes(trialRuntimeMark)) refuse(path);
  const inside = kinds[kind](path);
  if (inside.includes(standInMark)) refuse(path);
  // What was listed must be a program of ours at all: an empty list proves nothing.
  if (!inside.includes('app.asar')) throw notSeen(path, 'app.asar');
}

function refuse(path) {
  throw new PackageError('stand-in-not-published', { name: basename(path) });
}

const notSeen = (path, detail) => new PackageError('artifact-not-seen', { name: basename(path), detail });

function listing(program, args, path) {
  try {
    return execFileSync(program, args, {
      encoding: 'utf8',
      maxBuffer: largestListing,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    throw notSeen(path, `${program}: ${error.code ?? error.stderr?.trim() ?? error.message}`);
  }
}

/**
 * The unpacked folder that lies beside installers; its binary must be one of a system, not a script. Far from the machine
 * that made it, the record of what was seen there takes its place.
 */
function packedFolder(path) {
  const folder = join(path, '..');
  if (wasSeen(path)) return 'app.asar';
  const made = readdirSync(folder).filter(name => /^(?:win|mac)(?:-|$)/.test(name));
  if (made.length === 0) throw notSeen(path, 'win-unpacked, mac');
  const files = made.flatMap(name =>
    readdirSync(join(folder, name), { recursive: true }).map(file => join(folder, name, String(file))),
  );
  for (const binary of files.filter(file => /(?:Jarvis\.exe|MacOS.Jarvis)$/.test(file)))
    if (!nativeStarts.some(start => firstBytes(binary, start.length).equals(start))) refuse(path);
  return files.join('\n');
}

/** Writes what was looked into, with its checksums: where the packages are brought together, installers cannot be opened. */
export function writeSeen(folder, names, label) {
  const sums = Object.fromEntries(names.map(name => [name, sha256(join(folder, name))]));
  writeFileSync(join(folder, `seen-${label}.json`), `${JSON.stringify(sums, null, 2)}\n`);
}

function wasSeen(path) {
  const folder = join(path, '..');
  const records = readdirSync(folder).filter(name => /^seen-[\w-]+\.json$/.test(name));
  const sums = records.map(name => JSON.parse(readFileSync(join(folder, name), 'utf8'))[basename(path)]);
  return sums.some(sum => sum !== undefined) && sums.includes(sha256(path));
}

const sha256 = path => createHash('sha256').update(readFileSync(path)).digest('hex');

/** In an AppImage the file system begins where the runtime, a program of Linux, ends. */
function fileSystemStart(path) {
  const head = firstBytes(path, 64);
  if (!head.subarray(0, 4).equals(nativeStarts[0])) throw notSeen(path, 'ELF');
  return Number(head.readBigUInt64LE(0x28)) + head.readUInt16LE(0x3a) * head.readUInt16LE(0x3c);
}

function firstBytes(path, length) {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}
