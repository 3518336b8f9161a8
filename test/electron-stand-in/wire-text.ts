/** Values as text on the way to a page and back: JSON, with bytes as base64. */

interface PackedBytes {
  readonly standInBytes: string;
}

const isPacked = (value: unknown): value is PackedBytes =>
  typeof value === 'object' && value !== null && typeof (value as PackedBytes).standInBytes === 'string';

export const pack = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key, shown) {
    // Buffers turn themselves into JSON before they come here.
    const original = this[key];
    if (ArrayBuffer.isView(original)) {
      const bytes = Buffer.from(original.buffer, original.byteOffset, original.byteLength);
      return { standInBytes: bytes.toString('base64') } satisfies PackedBytes;
    }
    return shown;
  });

export const unpack = (text: string): unknown =>
  JSON.parse(text, (_key, value) =>
    isPacked(value) ? new Uint8Array(Buffer.from(value.standInBytes, 'base64')) : value,
  );
