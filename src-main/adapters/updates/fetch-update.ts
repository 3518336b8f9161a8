/** Brings a manifest, and after it was believed the package it names, from the server of updates. */
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isAbort, JarvisError } from '../../domain/errors.ts';
import type { UpdateFile } from '../../domain/update.ts';
import { checkFile } from '../catalogue/digests.ts';
import { checkSpace, diskFault } from '../catalogue/disk-space.ts';
import { fetchFile } from '../catalogue/fetch-file.ts';
import { openSource, type SourceOptions } from '../catalogue/open-source.ts';
import { longestManifestBytes } from './manifest-format.ts';

export interface UpdateSource extends Pick<SourceOptions, 'clock' | 'env'> {
  /** Of the folder in which manifests and packages lie; https, or this machine. */
  readonly address: string;
  readonly stallMs?: number;
  readonly backoffMs?: number;
  readonly freeBytes?: (folder: string) => Promise<number>;
}

const usual = { stallMs: 30_000, backoffMs: 1000, attempts: 5 };

/** Its text, of which nothing is believed yet. Throws `update.unreachable`, `update.malformed`; the signal's reason. */
export async function fetchManifest(
  source: UpdateSource,
  name: string,
  signal: AbortSignal,
): Promise<string> {
  try {
    const answer = await openSource(
      addressOf(source, name),
      { offset: 0 },
      { ...usual, ...source, signal, purpose: 'update' },
    );
    const pieces: Buffer[] = [];
    let bytes = 0;
    for await (const piece of answer.body) {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes > longestManifestBytes) throw new JarvisError('update.malformed', { detail: 'size' });
    }
    return Buffer.concat(pieces).toString('utf8');
  } catch (error) {
    throw updateFault(error, source);
  }
}

/**
 * After it `target` is the package, by its size and digest; what came stays beside it for the next time when it is
 * cut. Throws `update.unreachable`, `update.file-differs`, `update.no-space`, `store.disk-full`; the signal's reason.
 */
export async function fetchPackage(
  source: UpdateSource,
  file: UpdateFile,
  target: string,
  options: { readonly signal: AbortSignal; readonly onProgress: (doneBytes: number) => void },
): Promise<void> {
  if (await isPackage(target, file)) return;
  const wanted = {
    path: file.name,
    addresses: [addressOf(source, file.name)],
    bytes: file.bytes,
    sha256: file.sha256,
  };
  const spaceFor = (bytes: number) => checkSpace(dirname(target), bytes, file.name, source.freeBytes);
  try {
    await spaceFor(file.bytes);
    await fetchFile(wanted, target, {
      ...usual,
      ...source,
      signal: options.signal,
      purpose: 'update',
      onProgress: options.onProgress,
      onChecking: () => undefined,
      checkSpace: () => spaceFor(0),
    });
  } catch (error) {
    throw updateFault(error, source, file.name);
  }
}

/** What an earlier start downloaded; another file of that name is removed. */
async function isPackage(path: string, file: UpdateFile): Promise<boolean> {
  try {
    await checkFile(path, { path: file.name, addresses: [], bytes: file.bytes, sha256: file.sha256 });
    return true;
  } catch (error) {
    if (error instanceof JarvisError) await rm(path, { force: true });
    else if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      throw diskFault(error, dirname(path));
    return false;
  }
}

const addressOf = ({ address }: UpdateSource, name: string): string =>
  new URL(name, address.endsWith('/') ? address : `${address}/`).href;

/** The words about models are none about a new version. */
function updateFault(error: unknown, { address }: UpdateSource, file = ''): unknown {
  if (isAbort(error) || !(error instanceof JarvisError)) return error;
  const { code, params } = error;
  if (code === 'model.download-wrong-size' || code === 'model.download-damaged')
    return new JarvisError('update.file-differs', { file }, error);
  if (code === 'model.download-no-space') return new JarvisError('update.no-space', params, error);
  if (code.startsWith('model.download-'))
    return new JarvisError('update.unreachable', { host: new URL(address).host }, error);
  return error;
}
