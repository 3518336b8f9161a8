/** Brings one file of a model to the disk, whole and checked, however often the line is cut. */
import { type FileHandle, mkdir, open, readFile, rename, rm, stat, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import type { CatalogueFile } from '../../domain/catalogue.ts';
import { isAbort, JarvisError } from '../../domain/errors.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { checkFile } from './digests.ts';
import { diskFault } from './disk-space.ts';
import { openSource, type Source, type SourceOptions } from './open-source.ts';

export interface FetchOptions extends SourceOptions {
  /** Transfers that bring nothing new are tried so often from one address. */
  readonly attempts: number;
  /** The first pause after a fault; doubled each time. */
  readonly backoffMs: number;
  /** Bytes on disk so far, never more than the size where that is known; and what the server says the total is. */
  readonly onProgress: (doneBytes: number, totalBytes: number | undefined) => void;
  readonly onChecking: () => void;
  /** Throws when the disk is nearly full; asked now and then. */
  readonly checkSpace: () => Promise<void>;
}

/** What is known of the bytes in the part, kept beside it for the next start. */
const partState = z.object({ address: z.string(), validator: z.exactOptional(z.string()) });
type PartState = z.output<typeof partState>;

const spaceCheckBytes = 32 * 1024 * 1024;
const longestBackoffMs = 30_000;
/** Passing troubles of a server that is there. */
const busyStatuses = new Set<unknown>([408, 425, 429, 500, 502, 503, 504]);

/**
 * After it `target` is the whole file, checked. What came stays beside it as `.part` when it fails, except where it was
 * wrong. Throws the last fault of the first address; `store.disk-full`; the signal's reason.
 */
export async function fetchFile(file: CatalogueFile, target: string, options: FetchOptions): Promise<void> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  let fault: unknown;
  for (const address of file.addresses) {
    try {
      await fetchFrom(address, file, `${target}.part`, options);
      await rename(`${target}.part`, target);
      await rm(stateOf(`${target}.part`), { force: true });
      return;
    } catch (error) {
      options.signal.throwIfAborted();
      if (!isTransferFault(error)) throw diskFault(error, dirname(target));
      // What the first address says is what the person should hear: mirrors stand in for it.
      fault ??= error;
    }
  }
  throw fault;
}

async function fetchFrom(
  address: string,
  file: CatalogueFile,
  part: string,
  options: FetchOptions,
): Promise<void> {
  let failures = 0;
  let reachedBytes = await bytesOf(part);
  for (;;) {
    const resumed = (await bytesOf(part)) > 0;
    try {
      await transfer(address, file, part, options);
      options.onChecking();
      await checkFile(part, file, options.signal);
      return;
    } catch (error) {
      options.signal.throwIfAborted();
      const isWrong = isCode(error, 'model.download-damaged', 'model.download-wrong-size');
      if (isWrong) await rm(part, { force: true });
      // Halves of two versions may have met: the whole is asked for once more.
      const again = isWrong ? resumed && failures === 0 : isPassing(error);
      const nowBytes = await bytesOf(part);
      failures = !isWrong && nowBytes > reachedBytes ? 1 : failures + 1;
      reachedBytes = nowBytes;
      if (!again || failures >= options.attempts) throw error;
      await pause(Math.min(longestBackoffMs, options.backoffMs * 2 ** (failures - 1)), options);
    }
  }
}

/** One request, from where the part ends. */
async function transfer(
  address: string,
  file: CatalogueFile,
  part: string,
  options: FetchOptions,
): Promise<void> {
  const have = await usableBytes(address, file, part);
  if (have > 0 && have === file.bytes) return;
  const source = await openAt(address, have, part, options);
  const { totalBytes } = source;
  if (source.offset > have) {
    source.close();
    throw new JarvisError('model.download-cut', { file: file.path });
  }
  if (file.bytes !== undefined && totalBytes !== undefined && totalBytes !== file.bytes) {
    source.close();
    throw wrongSize(file, totalBytes);
  }
  const state: PartState = { address, ...(source.validator && { validator: source.validator }) };
  writeFileAtomically(stateOf(part), JSON.stringify(state), { durable: false });
  await write(part, source, file, options);
}

/** A server that finds nothing after our last byte is asked for the whole file. */
async function openAt(address: string, have: number, part: string, options: FetchOptions): Promise<Source> {
  const { validator } = await readState(part);
  try {
    return await openSource(address, { offset: have, ...(validator && { validator }) }, options);
  } catch (error) {
    const isPastEnd = isCode(error, 'model.download-refused') && error.params.status === 416;
    if (!isPastEnd) throw error;
    return openSource(address, { offset: 0 }, options);
  }
}

async function write(
  part: string,
  source: Source,
  file: CatalogueFile,
  options: FetchOptions,
): Promise<void> {
  const output = await openFrom(part, source.offset);
  let done = source.offset;
  let checkedAt = done;
  try {
    for await (const piece of source.body) {
      await writeWhole(output, piece, done);
      done += piece.length;
      if (file.bytes !== undefined && done > file.bytes) throw wrongSize(file, done);
      options.onProgress(done, file.bytes ?? source.totalBytes);
      if (done - checkedAt < spaceCheckBytes) continue;
      checkedAt = done;
      await options.checkSpace();
    }
    await output.datasync();
  } finally {
    await output.close();
  }
  const expected = file.bytes ?? source.totalBytes;
  // Some servers and proxies end a message early without a word.
  if (expected !== undefined && done < expected)
    throw new JarvisError('model.download-cut', { file: file.path });
}

/** A disk that runs full takes a part of a piece without a word, and refuses the rest. */
async function writeWhole(output: FileHandle, piece: Buffer, at: number): Promise<void> {
  for (let done = 0; done < piece.length; )
    done += (await output.write(piece, done, piece.length - done, at + done)).bytesWritten;
}

async function openFrom(part: string, offset: number): Promise<FileHandle> {
  if (offset === 0) return open(part, 'w', 0o600);
  await truncate(part, offset);
  return open(part, 'r+');
}

/** Bytes that may be built upon: what the same server sent of the same version, or what a digest will check anyway. */
async function usableBytes(address: string, file: CatalogueFile, part: string): Promise<number> {
  const have = await bytesOf(part);
  if (have === 0) return 0;
  const state = await readState(part);
  const isChecked = file.bytes !== undefined && (file.sha256 ?? file.md5) !== undefined;
  const isSame = state.address === address && state.validator !== undefined;
  const isUsable = (isChecked || isSame) && have <= (file.bytes ?? Number.POSITIVE_INFINITY);
  if (!isUsable) await rm(part, { force: true });
  return isUsable ? have : 0;
}

async function readState(part: string): Promise<Partial<PartState>> {
  try {
    return partState.parse(JSON.parse(await readFile(stateOf(part), 'utf8')));
  } catch {
    // Absent or half written: the part then counts only where a digest checks the whole.
    return {};
  }
}

async function bytesOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
}

function pause(ms: number, { clock, signal }: FetchOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      cancel();
      reject(signal.reason);
    };
    const cancel = clock.after(ms, () => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

const isPassing = (error: unknown): boolean =>
  isCode(error, 'model.download-unreachable', 'model.download-cut', 'model.download-stalled') ||
  (isCode(error, 'model.download-refused') && busyStatuses.has(error.params.status));

const isTransferFault = (error: unknown): boolean =>
  !isAbort(error) && error instanceof JarvisError && error.code.startsWith('model.download-');

const isCode = (error: unknown, ...codes: readonly JarvisError['code'][]): error is JarvisError =>
  error instanceof JarvisError && codes.includes(error.code);

const wrongSize = (file: CatalogueFile, found: number) =>
  new JarvisError('model.download-wrong-size', { file: file.path, found, expected: file.bytes ?? 0 });

const stateOf = (part: string): string => `${part}.json`;
