/** Documents read in a process of their own, with bounds on time and memory: what a hostile file does, it does there. */
import { fileURLToPath } from 'node:url';
import { JarvisError } from '../../domain/errors.ts';
import type { DocumentBlock } from '../../domain/knowledge.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DocumentReader, DocumentSource } from '../../ports/document-reader.ts';
import type { LaunchProgram } from '../../ports/program-launcher.ts';
import { createNativeProcess, launchOf } from '../process/native-process.ts';

/** A book of a thousand pages takes ten seconds. */
const readAtMostMs = 60_000;
const idleStopMs = 20_000;

/** @param options.program path of the reading program; absent: the one of the sources. */
export function createProcessDocumentReader(options: {
  readonly clock: Clock;
  readonly program?: string;
  readonly launch?: LaunchProgram;
  readonly readAtMostMs?: number;
}): DocumentReader {
  const { clock } = options;
  const program =
    options.program ?? fileURLToPath(new URL('../../../native/document-process/main.ts', import.meta.url));
  const process = createNativeProcess({
    ...{ program, name: 'documents', clock, idleStopMs, ...launchOf(options) },
    diedCode: 'knowledge.gave-up',
    failedCode: 'knowledge.damaged',
    env: { NODE_OPTIONS: '--max-old-space-size=512' },
    // A program that works without a pause does not end by itself, and the next file waits.
    limits: { stopGraceMs: 200, maxBackoffMs: 500 },
  });
  return {
    read: async (source, { onBlocks, known, signal }) => {
      const late = new AbortController();
      const cancel = clock.after(options.readAtMostMs ?? readAtMostMs, () => late.abort());
      const { params, payload } = requestOf(source, known);
      try {
        const { result } = await process.request('read', params, {
          ...(payload && { payload }),
          signal: AbortSignal.any([signal, late.signal]),
          onEvent: data => onBlocks(data as readonly DocumentBlock[]),
        });
        return readResult(result);
      } catch (error) {
        // What it was at may go on for hours.
        if (late.signal.aborted || signal.aborted) await process.stop();
        if (late.signal.aborted && !signal.aborted) throw new JarvisError('knowledge.gave-up', {}, error);
        throw error;
      } finally {
        cancel();
      }
    },
    close: () => process.stop(),
  };
}

function requestOf(source: DocumentSource, known: Uint8Array | undefined) {
  const digest = known === undefined ? {} : { known: Buffer.from(known).toString('hex') };
  if ('path' in source) return { params: { path: source.path, ...digest }, payload: undefined };
  return { params: { name: source.name, ...digest }, payload: source.bytes };
}

function readResult(result: unknown) {
  const { sha256, title, pages } = result as { sha256: string; title?: string; pages?: number };
  return {
    sha256: Uint8Array.from(Buffer.from(sha256, 'hex')),
    ...(title !== undefined && { title }),
    ...(pages !== undefined && { pages }),
  };
}
