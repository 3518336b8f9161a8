/** Digests of files on disk, and whether a file is what the catalogue says. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { CatalogueFile } from '../../domain/catalogue.ts';
import { JarvisError } from '../../domain/errors.ts';

/** Read in pieces that keep the core from other work for a few milliseconds at most. */
const pieceBytes = 1024 * 1024;

export async function digestOf(
  path: string,
  algorithm: 'sha256' | 'md5',
  signal?: AbortSignal,
): Promise<string> {
  const hash = createHash(algorithm);
  const pieces = createReadStream(path, { highWaterMark: pieceBytes, ...(signal && { signal }) });
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

/** Throws `model.download-wrong-size` or `model.download-damaged`; without a known digest the size alone is checked. */
export async function checkFile(path: string, file: CatalogueFile, signal?: AbortSignal): Promise<void> {
  const { size } = await stat(path);
  if (file.bytes !== undefined && size !== file.bytes)
    throw new JarvisError('model.download-wrong-size', {
      file: file.path,
      found: size,
      expected: file.bytes,
    });
  if (file.sha256 !== undefined && (await digestOf(path, 'sha256', signal)) !== file.sha256)
    throw new JarvisError('model.download-damaged', { file: file.path });
  if (
    file.sha256 === undefined &&
    file.md5 !== undefined &&
    (await digestOf(path, 'md5', signal)) !== file.md5
  )
    throw new JarvisError('model.download-damaged', { file: file.path });
}
