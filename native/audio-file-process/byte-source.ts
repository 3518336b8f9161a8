/** Where the bytes of an audio file come from: a file that is read piece by piece, or memory for what was dropped on a window. */
import { type FileHandle, open } from 'node:fs/promises';

export interface ByteSource {
  readonly size: number;
  /** Up to `length` bytes from `at`; fewer at the end. */
  read(at: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

const stepBytes = 64 * 1024;

/** Throws what the file system says. */
export async function openFileSource(path: string): Promise<ByteSource> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return {
      size,
      read: (at, length) => readAt(file, at, Math.min(length, size - at)),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.max(0, length));
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, at + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

export function memorySource(pieces: readonly Uint8Array[]): ByteSource {
  const bytes = Buffer.concat(pieces);
  return {
    size: bytes.length,
    // A copy, for decoders may keep or change what they are given.
    read: async (at, length) => Uint8Array.from(bytes.subarray(at, Math.max(at, at + length))),
    close: async () => undefined,
  };
}

/** The bytes from `from` to the end, in order. */
export async function* piecesOf(
  source: ByteSource,
  from = 0,
): AsyncGenerator<{ bytes: Uint8Array; end: number }> {
  for (let at = from; at < source.size; ) {
    const bytes = await source.read(at, stepBytes);
    if (bytes.length === 0) return;
    at += bytes.length;
    yield { bytes, end: at };
  }
}

/** Big-endian and little-endian numbers of a few bytes. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  Buffer.from(bytes.subarray(at, at + length)).toString('latin1');
