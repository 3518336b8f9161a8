/** The document process: reads files that anybody may have made, apart from the core, one after the other. */
import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ProgramRequest, RequestFailure, runProgram } from '../frames.ts';
import { Blocks } from './blocks.ts';
import { readDocument } from './read-document.ts';
import { watchMemory } from './watchdog.ts';

const maxFileBytes = 64 * 1024 * 1024;
/** Of the whole process. A PDF of 64 MB takes 400 MB. */
const maxMemoryBytes = 1024 * 1024 * 1024;

watchMemory(maxMemoryBytes);

await runProgram({
  /**
   * Reads the file at `path`, or the payload, and sends its blocks as events. `known`: the digest in hexadecimal of a
   * content that need not be read again.
   */
  read: async ({ params, payload }: ProgramRequest, { emit }) => {
    const { path, name, known } = (params ?? {}) as Record<string, unknown>;
    const bytes = typeof path === 'string' ? await readBytes(path) : Buffer.from(payload);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (sha256 === known) return { result: { sha256 } };
    const blocks = new Blocks(batch => emit(batch));
    const called = typeof path === 'string' ? basename(path) : String(name);
    return { result: { sha256, ...(await readDocument(bytes, called, blocks)) } };
  },
});

/** Throws `input.file-unreadable`, `knowledge.too-large`. A pipe or a device is no document. */
async function readBytes(path: string): Promise<Buffer> {
  try {
    // To open a pipe would wait for whoever writes to it.
    if (!(await stat(path)).isFile()) throw new RequestFailure('knowledge.unsupported');
    const file = await open(path, 'r');
    try {
      const about = await file.stat();
      if (about.size > maxFileBytes) throw new RequestFailure('knowledge.too-large');
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof RequestFailure) throw error;
    const detail = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new RequestFailure('input.file-unreadable', { path, detail }, error);
  }
}
