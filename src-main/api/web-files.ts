/**
 * The files of the window. Their names are learned once, when a window first asks for one, so that no path of a request ever
 * reaches the disk, and no start waits for hundreds of them. Most carry a hash in their name and are read when they are asked
 * for: a new build under a running program leaves them where they are. The few others are read with the names.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

/** What is read of the window's folder: by the path that is asked for; `/` is the window. */
export type WebFiles = (path: string) => WebFile | undefined;

/** Throws `host.unexpected` when there is no window. */
export function openWebFiles(folder: string): WebFiles {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) throw new JarvisError('host.unexpected', {}, new Error(`no ${index}`));
  let files: ReadonlyMap<string, WebFile> | undefined;
  return path => {
    files ??= listFiles(folder);
    return files.get(path === '/' ? '/index.html' : path);
  };
}

function listFiles(folder: string): ReadonlyMap<string, WebFile> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter(entry => entry.isFile())
      .map(entry => {
        const path = join(entry.parentPath, entry.name);
        const address = `/${relative(folder, path).split(sep).join('/')}`;
        const isHashed = address.startsWith(hashedFolder);
        return [address, isHashed ? hashed(address, path) : plain(address, readFileSync(path))];
      }),
  );
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
