/** Models are ordered, paused, resumed over a restart, checked, repaired, imported and deleted as a whole. */
import { createHash, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FileServer, startFileServer } from '../../../test/fixtures/file-server.ts';
import type { Catalogue, CatalogueModel } from '../../domain/catalogue.ts';
import { findModels, importModel } from './import-models.ts';
import { InstalledModels } from './installed-models.ts';
import { type DownloadProgress, ModelDownloads, type ModelDownloadsOptions } from './model-downloads.ts';

const clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  zone: () => 'UTC',
  after: (delayMs: number, action: () => void) => {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};
const contents = new Map([
  ['encoder.onnx', randomBytes(400_000)],
  ['decoder.onnx', randomBytes(200_000)],
  ['lang/tokens.txt', Buffer.from('a 1\nb 2\n')],
]);
const bytesOf = (path: string): Buffer => contents.get(path) ?? Buffer.alloc(0);

let server: FileServer;
let root: string;
let installed: InstalledModels;
let progress: DownloadProgress[];
let arrived: string[];
beforeEach(async () => {
  server = await startFileServer();
  root = mkdtempSync(join(tmpdir(), 'jarvis-models-'));
  installed = newInstalled();
  progress = [];
  arrived = [];
});
afterEach(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

const newInstalled = () =>
  new InstalledModels({
    records: join(root, 'installed'),
    folderOf: ({ id, purpose }) =>
      purpose === 'language' ? join(root, 'language') : join(root, 'speech', id),
  });

function model(id: string, change: Partial<CatalogueModel> = {}): CatalogueModel {
  const files = [...contents].map(([path, content]) => ({
    path,
    addresses: [`${server.url}/${id}/${path}`],
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  }));
  return {
    ...{ id, name: id, purpose: 'recognition', engine: 'whisper', languages: ['fr'], licence: 'MIT' },
    ...{ memoryMb: 1, about: { fr: '', en: '' }, files },
    ...change,
  };
}

function serveAll(id: string, behaviour = {}): void {
  for (const [path, content] of contents) server.serve(`/${id}/${path}`, content, behaviour);
}

function queueOf(models: readonly CatalogueModel[], change: Partial<ModelDownloadsOptions> = {}) {
  return new ModelDownloads({
    catalogue: { models },
    installed,
    staging: join(root, 'downloads'),
    clock,
    env: {},
    limits: { stallMs: 300, attempts: 2, backoffMs: 1 },
    onChanged: () => undefined,
    onProgress: told => void progress.push(told),
    onInstalled: async ({ id }) => void arrived.push(id),
    ...change,
  });
}
const settled = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 5 });
const wholeIn = (id: string) =>
  [...contents].every(([path, content]) => readFileSync(join(root, 'speech', id, path)).equals(content));

describe('the queue', () => {
  it('brings models one after the other, and nothing of them is left elsewhere', async () => {
    const models = [model('a'), model('b')];
    for (const { id } of models) serveAll(id);
    queueOf(models).add(models);
    await settled(() => expect(arrived).toEqual(['a', 'b']));
    expect(wholeIn('a') && wholeIn('b')).toBe(true);
    expect(existsSync(join(root, 'downloads', 'a'))).toBe(false);
    expect(progress.at(-1)).toMatchObject({ id: 'b', doneBytes: 600_008, totalBytes: 600_008 });
    expect(await installed.visibleDamage(models[0] ?? model('a'))).toEqual([]);
  });

  it('brings a model whole that is ordered again while what was given up of it still goes', async () => {
    serveAll('a', { bytesPerSecond: 1_000_000 });
    const downloads = queueOf([model('a')]);
    downloads.add([model('a')]);
    await settled(() => expect(progress.at(-1)?.doneBytes).toBeGreaterThan(0));
    const given = downloads.cancel('a');
    downloads.add([model('a')]);
    await given;
    await settled(() => expect(arrived).toEqual(['a']));
    expect(wholeIn('a')).toBe(true);
    expect(downloads.status('a')).toBeUndefined();
  });

  it('goes on though its list cannot be written any more', async () => {
    for (const id of ['a', 'b']) serveAll(id);
    const staging = join(root, 'downloads');
    const downloads = queueOf([model('a'), model('b')], {
      onInstalled: async ({ id }) => {
        arrived.push(id);
        rmSync(staging, { recursive: true, force: true });
        writeFileSync(staging, '');
      },
    });
    downloads.add([model('a')]);
    await settled(() => expect(arrived).toEqual(['a']));
    rmSync(staging);
    downloads.add([model('b')]);
    await settled(() => expect(arrived).toEqual(['a', 'b']));
    await downloads.close();
  });

  it('fetches nothing that was not ordered', async () => {
    serveAll('a');
    const downloads = queueOf([model('a')]);
    await downloads.restore(true);
    await downloads.close();
    expect(server.requests).toEqual([]);
  });

  it('pauses, and goes on with what is there', async () => {
    serveAll('a', { bytesPerSecond: 400_000 });
    const downloads = queueOf([model('a')]);
    downloads.add([model('a')]);
    await settled(() => expect(downloads.status('a')?.doneBytes).toBeGreaterThan(50_000));
    downloads.pause('a');
    expect(downloads.status('a')?.state).toBe('paused');
    const before = server.requests.length;
    downloads.resume('a');
    await settled(() => expect(arrived).toEqual(['a']));
    expect(wholeIn('a')).toBe(true);
    const resumed = server.requests.slice(before).filter(({ range }) => range !== undefined);
    expect(resumed.length).toBeGreaterThan(0);
    expect(progress.some(({ bytesPerSecond = 0 }) => bytesPerSecond > 0)).toBe(true);
  });

  it.each([true, false])('knows after a restart what was ordered (goes on by itself: %s)', async go => {
    serveAll('a', { bytesPerSecond: 400_000 });
    const first = queueOf([model('a')]);
    first.add([model('a')]);
    await settled(() => expect(first.status('a')?.doneBytes).toBeGreaterThan(50_000));
    await first.close();
    const second = queueOf([model('a')]);
    await second.restore(go);
    expect(second.status('a')?.state).toBe(go ? 'downloading' : 'paused');
    expect(second.status('a')?.doneBytes).toBeGreaterThan(50_000);
    second.resume('a');
    await settled(() => expect(arrived).toEqual(['a']));
    expect(wholeIn('a')).toBe(true);
  });

  it('leaves a paused one paused over a restart', async () => {
    serveAll('a', { bytesPerSecond: 400_000 });
    const first = queueOf([model('a')]);
    first.add([model('a')]);
    await settled(() => expect(first.status('a')?.doneBytes).toBeGreaterThan(10_000));
    first.pause('a');
    await first.close();
    const second = queueOf([model('a')]);
    await second.restore(true);
    expect(second.status('a')?.state).toBe('paused');
  });

  it('gives up by order and removes what came', async () => {
    serveAll('a', { bytesPerSecond: 400_000 });
    const downloads = queueOf([model('a')]);
    downloads.add([model('a')]);
    await settled(() => expect(downloads.status('a')?.doneBytes).toBeGreaterThan(10_000));
    await downloads.cancel('a');
    expect(downloads.status('a')).toBeUndefined();
    expect(existsSync(join(root, 'downloads', 'a'))).toBe(false);
  });

  it('tells why one failed, goes on with the next, and tries again when told', async () => {
    serveAll('a', { status: 404 });
    serveAll('b');
    const downloads = queueOf([model('a'), model('b')]);
    downloads.add([model('a'), model('b')]);
    await settled(() => expect(arrived).toEqual(['b']));
    expect(downloads.status('a')).toMatchObject({
      state: 'failed',
      error: { code: 'model.download-refused', params: { status: 404 } },
    });
    expect(existsSync(join(root, 'speech', 'a'))).toBe(false);
    serveAll('a');
    downloads.resume('a');
    await settled(() => expect(arrived).toEqual(['b', 'a']));
  });

  it('refuses before it begins where the disk is too small, and says by how much', async () => {
    serveAll('a');
    const downloads = queueOf([model('a')], { freeBytes: async () => 268_435_456 + 500_000 });
    downloads.add([model('a')]);
    await settled(() => expect(downloads.status('a')?.error?.code).toBe('model.download-no-space'));
    expect(server.requests).toEqual([]);
  });
});

describe('an installed model', () => {
  const install = async (one: CatalogueModel) => {
    serveAll(one.id);
    const downloads = queueOf([one]);
    downloads.add([one]);
    await settled(() => expect(arrived).toContain(one.id));
    return downloads;
  };

  it('names its damaged file, and only that is fetched again', async () => {
    const one = model('a');
    const downloads = await install(one);
    const path = join(root, 'speech', 'a', 'decoder.onnx');
    const bytes = readFileSync(path);
    bytes[7] = 1 + (bytes[7] ?? 0);
    writeFileSync(path, bytes);
    // Of the same size: only the digest tells.
    expect(await installed.visibleDamage(one)).toEqual([]);
    expect(await installed.damagedFiles(one)).toEqual(['decoder.onnx']);
    const before = server.requests.length;
    downloads.add([one]);
    await settled(() => expect(arrived).toEqual(['a', 'a']));
    expect(server.requests.slice(before).map(request => request.path)).toEqual(['/a/decoder.onnx']);
    expect(await installed.damagedFiles(one)).toEqual([]);
  });

  it('shows a missing file at once, after a restart as well', async () => {
    await install(model('a'));
    rmSync(join(root, 'speech', 'a', 'encoder.onnx'));
    expect(await newInstalled().visibleDamage(model('a'))).toEqual(['encoder.onnx']);
  });

  it('whose digests nobody published keeps those of its first download', async () => {
    const files = model('a').files.map(({ path, addresses }) => ({ path, addresses }));
    const one = model('a', { files });
    await install(one);
    expect(await installed.damagedFiles(one)).toEqual([]);
    appendFileSync(join(root, 'speech', 'a', 'encoder.onnx'), 'x');
    expect(await installed.damagedFiles(one)).toEqual(['encoder.onnx']);
  });

  it('is deleted; of language models only its own files', async () => {
    const [file] = model('chat').files;
    if (!file) throw new Error('no file');
    const one = model('chat', { purpose: 'language', files: [{ ...file, path: 'chat.gguf' }] });
    server.serve('/chat/encoder.onnx', bytesOf('encoder.onnx'));
    mkdirSync(join(root, 'language'));
    writeFileSync(join(root, 'language', 'mine.gguf'), 'mine');
    const downloads = queueOf([one]);
    downloads.add([one]);
    await settled(() => expect(arrived).toEqual(['chat']));
    await installed.remove(one);
    expect(existsSync(join(root, 'language', 'chat.gguf'))).toBe(false);
    expect(readFileSync(join(root, 'language', 'mine.gguf'), 'utf8')).toBe('mine');
    await expect(installed.remove(one)).rejects.toMatchObject({ code: 'model.not-installed' });
  });
});

describe('an import', () => {
  const stick = (id: string, paths: readonly string[]) => {
    for (const path of paths) {
      const place = join(root, 'stick', id, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, bytesOf(path));
    }
  };

  it('recognises models by their files, wherever these lie, and installs the whole ones', async () => {
    const catalogue: Catalogue = { models: [model('a')] };
    stick('some/where', [...contents.keys()]);
    const found = await findModels(join(root, 'stick'), catalogue);
    expect(found.complete.map(one => one.model.id)).toEqual(['a']);
    for (const { model: one, sources } of found.complete)
      await importModel(one, sources, {
        installed,
        staging: join(root, 'downloads', 'x'),
        nowMs: clock.nowMs,
      });
    expect(wholeIn('a')).toBe(true);
    expect(server.requests).toEqual([]);
  });

  it('takes no file whose bytes are wrong, and names what is missing of a model', async () => {
    const big = randomBytes(1_200_000);
    contents.set('big.onnx', big);
    try {
      const catalogue: Catalogue = { models: [model('a')] };
      stick('copy', [...contents.keys()]);
      writeFileSync(join(root, 'stick', 'copy', 'decoder.onnx'), randomBytes(200_000));
      const { complete, incomplete } = await findModels(join(root, 'stick'), catalogue);
      expect(complete).toEqual([]);
      expect(incomplete).toMatchObject([{ model: { id: 'a' }, missing: ['decoder.onnx'] }]);
    } finally {
      contents.delete('big.onnx');
    }
  });

  it('says when there is no such folder', async () => {
    await expect(findModels(join(root, 'nowhere'), { models: [] })).rejects.toMatchObject({
      code: 'input.not-found',
    });
  });
});
