/** Ids as bytes: a UUID takes 16, any other text keeps its characters. */

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const uuidBytes = 16;

/**
 * A lower-case UUID becomes its 16 bytes. Other text becomes UTF-16LE after one or two bytes that say how many they
 * are, so that it never has 16 bytes in all; UTF-16 keeps lone surrogates apart from each other.
 */
export function encodeId(id: string): Buffer {
  if (uuid.test(id)) return Buffer.from(id.replaceAll('-', ''), 'hex');
  const text = Buffer.from(id, 'utf16le');
  return text.length + 2 === uuidBytes
    ? Buffer.concat([Buffer.of(1), text])
    : Buffer.concat([Buffer.of(2, 0), text]);
}

export function decodeId(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length !== uuidBytes) return buffer.subarray(buffer[0]).toString('utf16le');
  return dashed(buffer.toString('hex'));
}

const dashed = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

/** SQL for an id as `idOfHex` takes it; null stays null. */
export const asHex = (column: string): string =>
  `CASE WHEN ${column} IS NULL THEN NULL ELSE lower(hex(${column})) END`;

export const idOfHex = (hex: string): string =>
  hex.length === 2 * uuidBytes ? dashed(hex) : decodeId(Buffer.from(hex, 'hex'));
