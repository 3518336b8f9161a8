/**
 * The files of the window, read once at the start: what is served stays whole when a new build replaces the folder
 * under a running program, and no path of a request ever reaches the disk.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import { JarvisError } from '../domain/errors.ts';

export interface WebFile {
  readonly body: Buffer;
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
      files.set(address, describe(address, await readFile(path)));
    });
  await Promise.all(read);
  const window = files.get('/index.html');
  if (window === undefined) {
    throw new JarvisError('host.unexpected', {}, new Error(`no index.html in ${folder}`));
  }
  return files.set('/', window);
}

const digest = (body: Buffer): string => createHash('sha256').update(body).digest('base64url').slice(0, 22);

function describe(address: string, body: Buffer): WebFile {
  const isHashed = address.startsWith(hashedFolder);
  return {
    body,
    headers: {
      'Content-Type': mediaTypes[extname(address)] ?? 'application/octet-stream',
      'Cache-Control': isHashed ? 'private, max-age=31536000, immutable' : 'no-cache',
      // A name with a hash tells its content already.
      ETag: isHashed ? `"${basename(address)}"` : `"${digest(body)}"`,
    },
  };
}
