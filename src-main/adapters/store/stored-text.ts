/** Text as bytes, exactly and small: raw DEFLATE with a dictionary of everyday French and English. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { dictionary1 } from './text-dictionary.ts';

/** The first byte says how the rest is written. Numbers are never given a second meaning. */
const utf8 = 0;
const utf16 = 1;
const deflatedUtf8 = 2;

/** Shorter texts gain nothing; their bytes stay as they are. */
const minDeflateBytes = 24;
/** Above this the faster level is used: a megabyte takes 10 ms, not 40 ms, and is 5 % larger. */
const fastAboveBytes = 65_536;
/** Up to this size small tables give the same bytes in half the time, which goes into setting them up. */
const smallTables = { upToBytes: 2048, options: { memLevel: 4, chunkSize: 1024 } };

/**
 * Lone surrogates, which UTF-8 cannot hold, make the text UTF-16LE. Compression is what keeps the database with its
 * search index under 1.6 bytes for each byte of text.
 */
export function encodeText(text: string): Buffer {
  if (!text.isWellFormed()) return tagged(utf16, Buffer.from(text, 'utf16le'));
  const plain = Buffer.from(text, 'utf8');
  if (plain.length < minDeflateBytes) return tagged(utf8, plain);
  const level = plain.length > fastAboveBytes ? 1 : 6;
  const tables = plain.length <= smallTables.upToBytes ? smallTables.options : {};
  const small = deflateRawSync(plain, { level, dictionary: dictionary1, ...tables });
  return small.length < plain.length ? tagged(deflatedUtf8, small) : tagged(utf8, plain);
}

/** Up to here a text that is read hundreds at a time stays as it is: inflating it would take longer than finding it. */
const quickUpToBytes = 1024;

/** `encodeText` for texts that must be quick to read; `decodeText` reads both. */
export function encodeQuickText(text: string): Buffer {
  const plain = Buffer.from(text, 'utf8');
  return plain.length <= quickUpToBytes && text.isWellFormed() ? tagged(utf8, plain) : encodeText(text);
}

/** Throws RangeError for bytes this program does not know. */
export function decodeText(bytes: Uint8Array): string {
  const rest = Buffer.from(bytes.buffer, bytes.byteOffset + 1, bytes.byteLength - 1);
  if (bytes[0] === deflatedUtf8) return inflate(rest).toString('utf8');
  if (bytes[0] === utf8) return rest.toString('utf8');
  if (bytes[0] === utf16) return rest.toString('utf16le');
  throw new RangeError(`unknown text encoding ${bytes[0]}`);
}

/** SQL for a text: as letters where its bytes are these, else as the bytes that `decodeText` takes. */
export const asText = (column: string): string =>
  `CASE WHEN substr(${column}, 1, 1) = x'00' THEN CAST(substr(${column}, 2) AS TEXT) ELSE ${column} END`;

/** zlib's buffer of 16 KiB for each call costs more than inflating a short message: one of the likely size is given. */
function inflate(bytes: Uint8Array): Buffer {
  const chunkSize = Math.min(262_144, Math.max(512, 4 * bytes.length));
  return inflateRawSync(bytes, { dictionary: dictionary1, chunkSize });
}

const tagged = (tag: number, bytes: Uint8Array): Buffer => Buffer.concat([Buffer.of(tag), bytes]);
