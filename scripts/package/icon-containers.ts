/** Several pictures of one icon in a file: `.ico` for Windows, `.icns` for macOS. Both hold PNGs. */

export interface SizedPng {
  /** Pixels of a side. */
  readonly size: number;
  readonly png: Uint8Array;
}

const headerBytes = 6;
const entryBytes = 16;
/** A byte holds the side; Windows takes no larger one. */
const largestIco = 256;

/** A list of pictures, then the pictures. */
export function iconFile(all: readonly SizedPng[]): Buffer {
  const pictures = all.filter(({ size }) => size <= largestIco);
  const header = Buffer.alloc(headerBytes + pictures.length * entryBytes);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = headerBytes + index * entryBytes;
    // 0 stands for 256.
    header.writeUInt8(size % largestIco, at);
    header.writeUInt8(size % largestIco, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/** Apple's names for a PNG of this many pixels; some serve as the doubled picture of half the size. */
const appleTypes: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['icp6', 'ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** Blocks of a name, a length and a picture, all in one block of the same kind. */
export function iconSetFile(all: readonly SizedPng[]): Buffer {
  const blocks = all.flatMap(({ size, png }) => (appleTypes[size] ?? []).map(type => block(type, png)));
  return block('icns', Buffer.concat(blocks));
}

function block(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
