/** A file arrives whole and checked from servers that cut, stall, lie, redirect, refuse and know no ranges. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileServer, startFileServer } from '../../../test/fixtures/file-server.ts';
import { canRunShortOfRoom, runShortOfRoom } from '../../../test/fixtures/short-of-room.ts';
import type { CatalogueFile } from '../../domain/catalogue.ts';
import { type FetchOptions, fetchFile } from './fetch-file.ts';

const content = randomBytes(300_000);
const sha256 = createHash('sha256').update(content).digest('hex');
/** Real timers of a few milliseconds: the sockets are real as well. */
const clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  zone: () => 'UTC',
  after: (delayMs: number, action: () => void) => {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};

let server: FileServer;
let folder: string;
let target: string;
let stop: AbortController;
beforeEach(async () => {
  server = await startFileServer();
  folder = mkdtempSync(join(tmpdir(), 'jarvis-fetch-'));
  target = join(folder, 'deep', 'model.onnx');
  stop = new AbortController();
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const addressed = (...paths: readonly string[]): CatalogueFile => ({
  path: 'model.onnx',
  addresses: paths.map(path => (path.startsWith('/') ? `${server.url}${path}` : path)),
  bytes: content.length,
  sha256,
});
const options = (change: Partial<FetchOptions> = {}): FetchOptions => ({
  signal: stop.signal,
  clock,
  env: {},
  stallMs: 150,
  attempts: 4,
  backoffMs: 1,
  onProgress: () => undefined,
  onChecking: () => undefined,
  checkSpace: async () => undefined,
  ...change,
});
const fetched = () => readFileSync(target);
const ranges = () => server.requests.map(({ range }) => range);

describe('a file', () => {
  it('arrives, tells how far it is, and leaves nothing beside it', async () => {
    server.serve('/a', content);
    const progress: (number | undefined)[][] = [];
    const onProgress = (...told: (number | undefined)[]) => void progress.push(told);
    await fetchFile(addressed('/a'), target, options({ onProgress }));
    expect(fetched().equals(content)).toBe(true);
    expect(progress.at(-1)).toEqual([content.length, content.length]);
    expect(existsSync(`${target}.part`) || existsSync(`${target}.part.json`)).toBe(false);
  });

  it('goes on where the line was cut, as often as it is', async () => {
    server.serve('/a', content, { cutAfterBytes: 50_000 });
    await fetchFile(addressed('/a'), target, options());
    expect(fetched().equals(content)).toBe(true);
    expect(ranges().slice(0, 3)).toEqual([undefined, 'bytes=50000-', 'bytes=100000-']);
  });

  it('goes on where it was cut at an address whose signs spell no text', async () => {
    server.serve('/b%ff', content, { cutAfterBytes: 50_000, cuts: 1 });
    server.serve('/a', content, { redirectTo: '/b%ff' });
    await fetchFile(addressed('/a'), target, options());
    expect(fetched().equals(content)).toBe(true);
  });

  it.runIf(canRunShortOfRoom)('is not whole where the disk takes only a part of its end', async () => {
    server.serve('/a', content.subarray(0, 120_000));
    const said = await runShortOfRoom(
      100,
      `const { fetchFile } = await import(${JSON.stringify(new URL('fetch-file.ts', import.meta.url).href)});
       const after = (delayMs, action) => { const timer = setTimeout(action, delayMs); return () => clearTimeout(timer); };
       const none = () => undefined;
       const file = { path: 'a', addresses: [${JSON.stringify(`${server.url}/a`)}] };
       await fetchFile(file, ${JSON.stringify(target)}, {
         signal: new AbortController().signal, clock: { after }, env: {}, stallMs: 30_000, attempts: 1,
         backoffMs: 1, onProgress: none, onChecking: none, checkSpace: async () => undefined,
       }).then(() => console.log('whole'), error => console.log(error.code));`,
    );
    expect(said.trim()).toBe('store.disk-full');
    expect(existsSync(target)).toBe(false);
  });

  it('begins anew where the server knows no ranges', async () => {
    server.serve('/a', content, { cutAfterBytes: 50_000, cuts: 2, ranges: false });
    await fetchFile(addressed('/a'), target, options());
    expect(fetched().equals(content)).toBe(true);
  });

  it('goes on after a stall', async () => {
    server.serve('/a', content, { stallAfterBytes: 80_000, stalls: 1 });
    await fetchFile(addressed('/a'), target, options());
    expect(fetched().equals(content)).toBe(true);
    expect(ranges()).toEqual([undefined, 'bytes=80000-']);
  });

  it('is told to have stalled when it does each time', async () => {
    server.serve('/a', content, { stallAfterBytes: 0, stalls: 99 });
    await expect(fetchFile(addressed('/a'), target, options({ attempts: 2 }))).rejects.toMatchObject({
      code: 'model.download-stalled',
    });
  });

  it('is asked for again while the server is busy', async () => {
    server.serve('/a', content, { status: 503, refusals: 2 });
    await fetchFile(addressed('/a'), target, options());
    expect(server.requests).toHaveLength(3);
  });

  it('comes from the next address when the first has none', async () => {
    server.serve('/b', content);
    await fetchFile(addressed('/a', '/b'), target, options());
    expect(server.requests.map(({ path }) => path)).toEqual(['/a', '/b']);
  });

  it('is told to be refused by its own address when no mirror has it either', async () => {
    server.serve('/a', content, { status: 403 });
    const fault = fetchFile(addressed('/a', '/b'), target, options());
    await expect(fault).rejects.toMatchObject({ code: 'model.download-refused', params: { status: 403 } });
  });

  it('goes on at a mirror with what the first sent', async () => {
    server.serve('/a', content, { cutAfterBytes: 100_000, cuts: 1 });
    server.serve('/b', content);
    const first = fetchFile(addressed('/a'), target, options({ attempts: 1 }));
    await expect(first).rejects.toMatchObject({ code: 'model.download-cut' });
    await fetchFile(addressed('/b'), target, options());
    expect(ranges()).toEqual([undefined, 'bytes=100000-']);
    expect(fetched().equals(content)).toBe(true);
  });

  it('is refused, and nothing of it kept, when its bytes are wrong', async () => {
    const wrong = Buffer.from(content);
    wrong[1234] = 1 + (wrong[1234] ?? 0);
    server.serve('/a', wrong);
    await expect(fetchFile(addressed('/a'), target, options())).rejects.toMatchObject({
      code: 'model.download-damaged',
    });
    expect(existsSync(target) || existsSync(`${target}.part`)).toBe(false);
    server.serve('/b', content);
    await fetchFile(addressed('/a', '/b'), target, options());
    expect(fetched().equals(content)).toBe(true);
  });

  it('is whole although the server changed it between two halves', async () => {
    server.serve('/a', randomBytes(content.length), { cutAfterBytes: 100_000, cuts: 1 });
    const first = fetchFile(addressed('/a'), target, options({ attempts: 1 }));
    await expect(first).rejects.toMatchObject({ code: 'model.download-cut' });
    server.serve('/a', content);
    await fetchFile(addressed('/a'), target, options());
    expect(fetched().equals(content)).toBe(true);
  });

  it('is refused when the server says another size, or sends more or less than it said', async () => {
    server.serve('/claims', content, { claimedBytes: content.length + 5 });
    server.serve('/more', Buffer.concat([content, content]));
    server.serve('/less', content.subarray(1));
    for (const path of ['/claims', '/more', '/less']) {
      await expect(fetchFile(addressed(path), target, options({ attempts: 2 }))).rejects.toMatchObject({
        code: 'model.download-wrong-size',
      });
      expect(existsSync(target)).toBe(false);
    }
  });

  it('follows a redirect on this machine, and none to plain http elsewhere', async () => {
    server.serve('/b', content);
    server.serve('/a', content, { redirectTo: '/b' });
    await fetchFile(addressed('/a'), target, options());
    expect(fetched().equals(content)).toBe(true);
    for (const redirectTo of ['http://example.org/b', 'ftp://example.org/b', 'file:///etc/passwd']) {
      server.serve('/c', content, { redirectTo });
      await expect(fetchFile(addressed('/c'), target, options())).rejects.toMatchObject({
        code: 'model.download-redirected',
      });
    }
  });

  it('does not follow redirects without end', async () => {
    server.serve('/a', content, { redirectTo: '/a' });
    await expect(fetchFile(addressed('/a'), target, options())).rejects.toMatchObject({
      code: 'model.download-refused',
    });
  });

  it('without a known size or digest begins anew where the server cannot tell its version', async () => {
    const file: CatalogueFile = { path: 'model.onnx', addresses: [`${server.url}/a`] };
    server.serve('/a', content, { cutAfterBytes: 50_000, cuts: 1, etag: false });
    await fetchFile(file, target, options());
    expect(ranges()).toEqual([undefined, undefined]);
    expect(fetched().equals(content)).toBe(true);
  });

  it('stops at once when it is told to, and keeps what came', async () => {
    server.serve('/a', content, { bytesPerSecond: 200_000 });
    const onProgress = (done: number) => done > 20_000 && stop.abort();
    await expect(fetchFile(addressed('/a'), target, options({ onProgress }))).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(readFileSync(`${target}.part`).length).toBeGreaterThan(20_000);
  });

  it('names the host that cannot be reached', async () => {
    const dead = await startFileServer();
    await dead.close();
    const fault = fetchFile(addressed(`${dead.url}/a`), target, options({ attempts: 2 }));
    await expect(fault).rejects.toMatchObject({
      code: 'model.download-unreachable',
      params: { host: new URL(dead.url).host },
    });
  });

  it('goes through the proxy of the environment, and past it where NO_PROXY says so', async () => {
    const proxy = await startFileServer();
    proxy.serve('/a', content);
    const outside: CatalogueFile = { ...addressed(), addresses: ['http://models.invalid/a'] };
    await fetchFile(outside, target, options({ env: { HTTP_PROXY: proxy.url } }));
    expect(proxy.requests).toMatchObject([{ path: 'http://models.invalid/a', host: 'models.invalid' }]);
    server.serve('/a', content);
    rmSync(target);
    await fetchFile(
      addressed('/a'),
      target,
      options({ env: { HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' } }),
    );
    expect(proxy.requests).toHaveLength(1);
    await proxy.close();
  });
});
