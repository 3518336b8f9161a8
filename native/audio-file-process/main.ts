/** The audio-file process: decodes files that anybody may have made, apart from the core, and holds one file at a time. */
import { type ProgramRequest, RequestFailure, runProgram } from '../frames.ts';
import { type ByteSource, memorySource, openFileSource } from './byte-source.ts';
import { openSound, type SoundReader } from './sound-reader.ts';

const maxReadSamples = 16_000 * 60;

const pieces: Uint8Array[] = [];
let source: ByteSource | undefined;
let reader: SoundReader | undefined;

await runProgram({
  /** The next bytes of a file that lies on no disk. */
  feed: async ({ payload }) => {
    pieces.push(Uint8Array.from(payload));
    return {};
  },
  /** Opens the file at `path`, or what was fed. */
  open: async ({ params }) => {
    const path = field(params, 'path');
    source = typeof path === 'string' ? await openPath(path) : memorySource(pieces.splice(0));
    reader = await openSound(source);
    const { format, expectedSeconds } = reader;
    return { result: { format, ...(expectedSeconds !== undefined && { expectedSeconds }) } };
  },
  /** Up to `length` samples of 16 kHz mono. */
  read: async ({ params }: ProgramRequest, { signal }) => {
    const length = field(params, 'length');
    if (!reader || typeof length !== 'number' || !(length > 0 && length <= maxReadSamples)) {
      throw new RequestFailure('speech.engine-failed', { detail: 'read' });
    }
    const { samples, ...result } = await reader.read(length, signal);
    return { result, payload: new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength) };
  },
});

function field(params: unknown, name: string): unknown {
  return typeof params === 'object' && params !== null
    ? (params as Record<string, unknown>)[name]
    : undefined;
}

async function openPath(path: string): Promise<ByteSource> {
  try {
    return await openFileSource(path);
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new RequestFailure('input.file-unreadable', { path, detail }, error);
  }
}
