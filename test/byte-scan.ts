/** Searches every byte of a data folder for words and vectors: files as they are, databases decrypted, stored texts inflated. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { inflateRawSync, constants as zlib } from 'node:zlib';
import { readSecretFile } from '../src-main/adapters/secret/file-secret-store.ts';
import { readRawPages } from '../src-main/adapters/store/raw-pages.ts';
import { dictionary1 } from '../src-main/adapters/store/text-dictionary.ts';
import { toInt8 } from '../src-main/adapters/store/vector-numbers.ts';
import { fold } from '../src-main/domain/fold.ts';
import { indexTerm } from '../src-main/domain/index-terms.ts';
import { bytesIfThere, filesUnder } from './files-under.ts';

/** What is searched, in every form that it may have on disk. */
export interface Needle {
  readonly name: string;
  readonly forms: readonly Buffer[];
}

export interface Sighting {
  readonly needle: string;
  /** Relative to the folder. */
  readonly file: string;
  /** `bytes`: of the file. `pages`: of a database, decrypted. `log`: of its write-ahead log. `texts`: in either, inflated. */
  readonly place: 'bytes' | 'pages' | 'log' | 'texts';
  readonly count: number;
}

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/** As said, in capitals, folded, and as the indexes keep it; UTF-8, UTF-16 of both orders and Latin-1. */
export function wordNeedle(word: string): Needle {
  const spellings = [word, word.toLowerCase(), word.toUpperCase(), fold(word), indexTerm(fold(word))];
  const forms = [...new Set(spellings)].flatMap(text => [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    utf16be(text),
    Buffer.from(text, 'latin1'),
  ]);
  return { name: word, forms: distinct(forms) };
}

/** As 32-bit numbers, as bytes, and as signs in either order of bits. */
export function vectorNeedle(name: string, vector: Float32Array): Needle {
  const floats = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
  const [lowFirst, highFirst] = [Buffer.alloc(vector.length / 8), Buffer.alloc(vector.length / 8)];
  for (const [j, value] of vector.entries()) {
    if (value <= 0) continue;
    lowFirst[j >> 3] = (lowFirst[j >> 3] ?? 0) | (1 << (j & 7));
    highFirst[j >> 3] = (highFirst[j >> 3] ?? 0) | (128 >> (j & 7));
  }
  return { name, forms: distinct([floats, Buffer.from(toInt8(vector).buffer), lowFirst, highFirst]) };
}

const distinct = (forms: readonly Buffer[]): readonly Buffer[] => [
  ...new Map(forms.map(form => [form.toString('hex'), form])).values(),
];

/** All that is found in the data folder of a program that keeps its secrets in a file; it may run, if it is at rest. */
export function scanDataFolder(folder: string, needles: readonly Needle[]): readonly Sighting[] {
  const keys = [...readSecretFile(join(folder, 'secrets.json')).values()];
  return scanFolder(folder, needles, keys);
}

/** `keys`: one of them opens each database that is encrypted. */
export function scanFolder(
  folder: string,
  needles: readonly Needle[],
  keys: readonly Uint8Array[],
): readonly Sighting[] {
  return filesUnder(folder).flatMap(file => {
    const path = join(folder, file);
    const seen = (place: Sighting['place'], bytes: readonly Buffer[]) =>
      sightings(needles, file, place, bytes);
    const inBytes = seen('bytes', [bytesIfThere(path)]);
    // Chromium keeps databases of its own, which no key of ours opens.
    if (!/\.db(?:\.part)?$/.test(file) || file.startsWith('electron/')) return inBytes;
    const { pages, log } = dumpOf(path, keys);
    return [
      ...inBytes,
      ...seen('pages', pages),
      ...seen('log', log),
      ...seen('texts', [...pages, ...log].map(inflated)),
    ];
  });
}

function sightings(
  needles: readonly Needle[],
  file: string,
  place: Sighting['place'],
  bytes: readonly Buffer[],
): readonly Sighting[] {
  return needles
    .map(({ name, forms }) => ({ needle: name, file, place, count: countIn(bytes, forms) }))
    .filter(({ count }) => count > 0);
}

const countIn = (haystacks: readonly Buffer[], forms: readonly Buffer[]): number =>
  haystacks.reduce((sum, bytes) => sum + forms.reduce((all, form) => all + timesIn(bytes, form), 0), 0);

function timesIn(bytes: Buffer, form: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(form); at !== -1; at = bytes.indexOf(form, at + 1)) count += 1;
  return count;
}

interface Dump {
  readonly pages: readonly Buffer[];
  readonly log: readonly Buffer[];
}

/** Every page that is in the file, free ones too, and every page that is in the log, also those that count no longer. */
function dumpOf(path: string, keys: readonly Uint8Array[]): Dump {
  const place = mkdtempSync(join(tmpdir(), 'byte-scan-'));
  const copy = join(place, basename(path).replace(/\.part$/, ''));
  try {
    cpSync(path, copy);
    const whole = readFileSync(copy);
    if (whole.length === 0) return { pages: [], log: [] };
    const key = keys.find(one => opens(copy, one));
    if (key === undefined) throw new Error(`no key opens ${path}`);
    const pages = [readRawPages(copy, key)];
    const log = existsSync(`${path}-wal`) ? logPages(whole, readFileSync(`${path}-wal`), copy, key) : [];
    return { pages, log };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function opens(path: string, key: Uint8Array): boolean {
  try {
    return readRawPages(path, key).length > 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

const logHeaderBytes = 32;
const frameHeaderBytes = 24;

interface Frame {
  readonly page: number;
  /** Pages of the database after the transaction that this frame ends; 0 within one. */
  readonly size: number;
  readonly bytes: Buffer;
}

function framesOf(log: Buffer, pageBytes: number): readonly Frame[] {
  const frames: Frame[] = [];
  const frameBytes = frameHeaderBytes + pageBytes;
  for (let at = logHeaderBytes; at + frameBytes <= log.length; at += frameBytes) {
    const [page, size] = [log.readUInt32BE(at), log.readUInt32BE(at + 4)];
    frames.push({ page, size, bytes: log.subarray(at + frameHeaderBytes, at + frameBytes) });
  }
  return frames;
}

/**
 * A page of the log is read where it belongs: put into a copy of the file, each generation of a page in a copy of its own.
 * The first page says how many there are, so that it is the one of the largest size in all of them.
 */
function logPages(whole: Buffer, log: Buffer, path: string, key: Uint8Array): readonly Buffer[] {
  if (log.length < logHeaderBytes) return [];
  const pageBytes = log.readUInt32BE(8);
  const frames = framesOf(log, pageBytes);
  const generations: Map<number, Buffer>[] = [];
  const seen = new Map<number, number>();
  for (const { page, bytes } of frames) {
    const generation = seen.get(page) ?? 0;
    seen.set(page, generation + 1);
    generations[generation] ??= new Map();
    generations[generation].set(page, bytes);
  }
  const base = Buffer.alloc(Math.max(whole.length, pageBytes * Math.max(0, ...seen.keys())));
  whole.copy(base);
  // No page may be missing: all of them are read at once.
  for (const [page, bytes] of generations[0] ?? [])
    if (page * pageBytes > whole.length) bytes.copy(base, (page - 1) * pageBytes);
  largestFirstPage(frames, whole.length / pageBytes)?.copy(base);
  return generations.map(pages => {
    const variant = Buffer.from(base);
    for (const [page, bytes] of pages) if (page !== 1) bytes.copy(variant, (page - 1) * pageBytes);
    writeFileSync(path, variant);
    const clear = readRawPages(path, key);
    return Buffer.concat(
      [...pages.keys()].map(page => clear.subarray((page - 1) * pageBytes, page * pageBytes)),
    );
  });
}

/** Undefined where it is that of the file itself. */
function largestFirstPage(frames: readonly Frame[], sizeOfFile: number): Buffer | undefined {
  let [current, largest, size]: [Buffer | undefined, Buffer | undefined, number] = [
    undefined,
    undefined,
    sizeOfFile,
  ];
  for (const frame of frames) {
    if (frame.page === 1) current = frame.bytes;
    if (frame.size > size) [largest, size] = [current, frame.size];
  }
  return largest;
}

/** A stored text that is deflated begins with this byte (stored-text.ts). */
const deflatedMark = 2;
const mostInflated = 1 << 20;

/** Whatever can be inflated from any place that may begin a stored text, cut off ones too. */
function inflated(bytes: Buffer): Buffer {
  const texts: Buffer[] = [];
  for (let at = bytes.indexOf(deflatedMark); at !== -1; at = bytes.indexOf(deflatedMark, at + 1)) {
    const text = inflate(bytes.subarray(at + 1, at + 1 + 65_536));
    if (text.length > 3) texts.push(text, Buffer.of(0));
  }
  return Buffer.concat(texts);
}

function inflate(bytes: Buffer): Buffer {
  try {
    return inflateRawSync(bytes, {
      dictionary: dictionary1,
      finishFlush: zlib.Z_SYNC_FLUSH,
      maxOutputLength: mostInflated,
    });
  } catch (error) {
    // Most places begin no text.
    if (error instanceof Error && 'code' in error) return Buffer.alloc(0);
    throw error;
  }
}

/** One line a needle: how often it was seen before and after, and where it was. */
export function scanTable(
  needles: readonly Needle[],
  scans: Readonly<Record<string, readonly Sighting[]>>,
): string {
  const names = Object.keys(scans);
  const places = ['bytes', 'pages', 'log', 'texts'] as const;
  const width = Math.max(...needles.map(({ name }) => name.length), 8);
  const cell = (scan: readonly Sighting[], needle: string): string =>
    places
      .map(place =>
        scan
          .filter(one => one.needle === needle && one.place === place)
          .reduce((sum, { count }) => sum + count, 0),
      )
      .map(count => String(count).padStart(5))
      .join(' ');
  const head = `${'searched'.padEnd(width)} | ${names.map(name => `${name}: ${places.join(' ')}`.padEnd(23)).join(' | ')}`;
  const lines = needles.map(
    ({ name }) =>
      `${name.padEnd(width)} | ${names.map(scan => cell(scans[scan] ?? [], name).padEnd(23)).join(' | ')}`,
  );
  return [head, ...lines].join('\n');
}
