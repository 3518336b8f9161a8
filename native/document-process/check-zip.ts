/** Unpacks a zip file's parts to nowhere, to know their real sizes before a library holds them in memory. */
import { inflateRawSync } from 'node:zlib';
import { RequestFailure } from '../frames.ts';

/** All parts together. */
const maxUnpackedBytes = 256 * 1024 * 1024;
const maxEntries = 10_000;
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const headerSignature = 0x04034b50;

/** Throws `knowledge.damaged`, or `knowledge.too-large` whatever the file says of itself. Returns the names of its parts. */
export function checkZip(bytes: Buffer): readonly string[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endSignature) damaged('no zip');
  const count = bytes.readUInt16LE(end + 10);
  if (count > maxEntries) throw new RequestFailure('knowledge.too-large');
  const names: string[] = [];
  let left = maxUnpackedBytes;
  let at = bytes.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) damaged('entry');
    const nameLength = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('utf8', at + 46, at + 46 + nameLength));
    left -= unpackedBytes(bytes, at, left);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}

function unpackedBytes(bytes: Buffer, entry: number, most: number): number {
  const method = bytes.readUInt16LE(entry + 10);
  const packed = bytes.readUInt32LE(entry + 20);
  const header = bytes.readUInt32LE(entry + 42);
  if (header + 30 > bytes.length || bytes.readUInt32LE(header) !== headerSignature) damaged('header');
  const from = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const data = bytes.subarray(from, from + packed);
  if (data.length < packed) damaged('cut');
  if (method === 0) return requireAtMost(packed, most);
  if (method !== 8) damaged('method');
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    if (error instanceof RangeError) throw new RequestFailure('knowledge.too-large', {}, error);
    throw new RequestFailure('knowledge.damaged', { detail: 'deflate' }, error);
  }
}

function requireAtMost(size: number, most: number): number {
  if (size > most) throw new RequestFailure('knowledge.too-large');
  return size;
}

function damaged(detail: string): never {
  throw new RequestFailure('knowledge.damaged', { detail });
}
