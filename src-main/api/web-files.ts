/**
 * The files of the window. Their names are learned once at the start, so that no path of a request ever reaches the
 * disk. Most of them carry a hash in their name and are read when they are asked for: a new build under a running
 * program leaves them where they are. The few others are read at the start.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import { JarvisError } from '../domain/errors.ts';

export interface WebFile {
  /** Undefined when the file is gone: a build of another day took its place. */
  read(): Buffer | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
};

/** The bundler puts what carries a hash in its name here. */
const hashedFolder = '/assets/';

/** Files by the path they are asked for; `/` is the window. Throws `host.unexpected` when there is no window. */
export async function readWebFiles(folder: string): Promise<ReadonlyMap<string, WebFile>> {
  const files = new Map<string, WebFile>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new JarvisError('host.unexpected', {}, error);
  });
  const read = entries
    .filter(entry => entry.isFile())
    .map(async entry => {
      const path = join(entry.parentPath, entry.name);
      const address = `/${relative(folder, path).split(sep).join('/')}`;
      files.set(
        address,
        address.startsWith(hashedFolder) ? hashed(address, path) : plain(address, await readFile(path)),
      );
    });
  await Promise.all(read);
  const window = files.get('/index.html');
  if (window === undefined) {
    throw new JarvisError('host.unexpected', {}, new Error(`no index.html in ${folder}`));
  }
  return files.set('/', window);
}

const digest = (body: Buffer): string => createHash('sha256').update(body).digest('base64url').slice(0, 22);

const mediaType = (address: string): string => mediaTypes[extname(address)] ?? 'application/octet-stream';

const plain = (address: string, body: Buffer): WebFile => ({
  read: () => body,
  headers: {
    'Content-Type': mediaType(address),
    'Cache-Control': 'no-cache',
    ETag: `"${digest(body)}"`,
  },
});

const hashed = (address: string, path: string): WebFile => ({
  read: () => readIfThere(path),
  headers: {
    'Content-Type': mediaType(address),
    'Cache-Control': 'private, max-age=31536000, immutable',
    // A name with a hash tells its content already.
    ETag: `"${basename(address)}"`,
  },
});

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
