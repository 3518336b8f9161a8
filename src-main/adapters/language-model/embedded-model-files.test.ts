/** A model file gets into the folder whole or not at all, under a name that leads nowhere else. */
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importModelFile, ModelFolder, modelNameFrom, removeModelFile } from './embedded-model-files.ts';
import { makeGguf } from './gguf-fixture.ts';

const gguf = makeGguf({
  tensors: [{ name: 'a', shape: [25_000], type: 0, offset: 0 }],
  dataBytes: 100_000,
});
let home: string;
let modelsDir: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'jarvis-models-'));
  modelsDir = join(home, 'models', 'language');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const inFolder = (): string[] => (existsSync(modelsDir) ? readdirSync(modelsDir).sort() : []);
const fileNamed = (name: string, bytes: Uint8Array): string => {
  const path = join(home, name);
  writeFileSync(path, bytes);
  return path;
};
const pieces = (bytes: Buffer, size: number): Readable =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    ),
  );

describe('a model file that is added', () => {
  it('by path, is listed by its name and whole', async () => {
    const progress: number[][] = [];
    const added = await importModelFile(fileNamed('Tiny.Q4.gguf', gguf), {
      modelsDir,
      onProgress: (...step) => progress.push(step),
    });
    expect(added.name).toBe('Tiny.Q4');
    expect(inFolder()).toEqual(['Tiny.Q4.gguf']);
    expect(readFileSync(added.path).equals(gguf)).toBe(true);
    expect(progress.at(-1)).toEqual([gguf.length, gguf.length]);
    expect((await new ModelFolder(modelsDir).list()).map(file => file.name)).toEqual(['Tiny.Q4']);
    expect((await new ModelFolder(modelsDir).find('Tiny.Q4')).info.fileBytes).toBe(gguf.length);
  });

  it.each([1, 7, 4096])('as a stream in pieces of %i bytes, is whole', async size => {
    const bytes = makeGguf({ dataBytes: 3000 });
    const added = await importModelFile(pieces(bytes, size), { name: 'streamed.gguf', modelsDir });
    expect(readFileSync(added.path).equals(bytes)).toBe(true);
    expect(inFolder()).toEqual(['streamed.gguf']);
  });

  it('under a name in use gets a number, and both stay', async () => {
    const path = fileNamed('twin.gguf', gguf);
    await importModelFile(path, { modelsDir });
    const second = await importModelFile(pieces(gguf, 5000), { name: 'twin.gguf', modelsDir });
    expect(second.name).toBe('twin-2');
    expect(inFolder()).toEqual(['twin-2.gguf', 'twin.gguf']);
  });

  it('takes away what a killed program left behind, and nothing of a running one', async () => {
    await importModelFile(fileNamed('first.gguf', gguf), { modelsDir });
    writeFileSync(join(modelsDir, '.999999999-0a1b.part'), 'left');
    writeFileSync(join(modelsDir, `.${process.ppid}-0a1b.part`), 'in work');
    await importModelFile(fileNamed('second.gguf', gguf), { modelsDir });
    expect(inFolder()).toEqual([`.${process.ppid}-0a1b.part`, 'first.gguf', 'second.gguf']);
  });
});

describe('a model file that cannot be added leaves nothing behind', () => {
  afterEach(() => expect(inFolder()).toEqual([]));

  it('when it is cut short or no GGUF', async () => {
    const cut = gguf.subarray(0, -1);
    await expect(importModelFile(fileNamed('cut.gguf', cut), { modelsDir })).rejects.toMatchObject({
      code: 'model.gguf-truncated',
      params: { file: 'cut.gguf', found: cut.length, expected: gguf.length },
    });
    await expect(importModelFile(pieces(cut, 5000), { name: 'cut.gguf', modelsDir })).rejects.toMatchObject({
      code: 'model.gguf-truncated',
      params: { file: 'cut.gguf' },
    });
    await expect(
      importModelFile(fileNamed('a.gguf', Buffer.from('text')), { modelsDir }),
    ).rejects.toMatchObject({ code: 'model.not-gguf' });
  });

  it('when it is no language model', async () => {
    const embedder = makeGguf({ metadata: { 'general.architecture': 'bert' } });
    await expect(importModelFile(fileNamed('e.gguf', embedder), { modelsDir })).rejects.toMatchObject({
      code: 'model.refused',
    });
  });

  it('when it is absent', async () => {
    await expect(importModelFile(join(home, 'no.gguf'), { modelsDir })).rejects.toMatchObject({
      code: 'input.file-unreadable',
    });
  });

  it('when an endless stream begins with something else: it is refused at once, and left open', async () => {
    let given = 0;
    const endless = new Readable({
      read() {
        given += 1;
        this.push(Buffer.alloc(1000, '<'));
      },
    });
    await expect(importModelFile(endless, { name: 'x.gguf', modelsDir })).rejects.toMatchObject({
      code: 'model.not-gguf',
    });
    expect(given).toBeLessThan(200);
    expect(endless.destroyed).toBe(false);
  });

  it('when it is cancelled in the middle, even while nothing comes', async () => {
    const stopper = new AbortController();
    const source = new Readable({ read() {} });
    source.push(gguf.subarray(0, 50_000));
    const added = importModelFile(source, { name: 'a.gguf', modelsDir, signal: stopper.signal });
    while (inFolder().length === 0) await new Promise(resolve => setImmediate(resolve));
    stopper.abort();
    await expect(added).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('when the sender goes away in the middle', async () => {
    const source = new Readable({ read() {} });
    source.push(gguf.subarray(0, 50_000));
    const added = importModelFile(source, { name: 'a.gguf', modelsDir });
    while (inFolder().length === 0) await new Promise(resolve => setImmediate(resolve));
    source.destroy(new Error('socket hang up'));
    await expect(added).rejects.toMatchObject({ code: 'input.file-unreadable' });
  });

  it.skipIf(!existsSync('/dev/shm'))('when it does not fit on the disk (needs /dev/shm)', async () => {
    const elsewhere = mkdtempSync('/dev/shm/jarvis-');
    try {
      const path = join(elsewhere, 'huge.gguf');
      const file = openSync(path, 'w');
      writeSync(file, gguf);
      ftruncateSync(file, 2 ** 50);
      closeSync(file);
      await expect(importModelFile(path, { modelsDir })).rejects.toMatchObject({ code: 'store.disk-full' });
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });
});

describe('the folder', () => {
  it('need not exist', async () => {
    expect(await new ModelFolder(modelsDir).list()).toEqual([]);
    await expect(new ModelFolder(modelsDir).find('a')).rejects.toMatchObject({ code: 'model.not-found' });
  });

  it('lists what can be used, and says by name what is wrong with the rest', async () => {
    await importModelFile(fileNamed('good.gguf', gguf), { modelsDir });
    writeFileSync(join(modelsDir, 'bad.gguf'), gguf.subarray(0, 1000));
    writeFileSync(join(modelsDir, 'notes.txt'), 'mine');
    expect((await new ModelFolder(modelsDir).list()).map(file => file.name)).toEqual(['good']);
    await expect(new ModelFolder(modelsDir).find('bad')).rejects.toMatchObject({
      code: 'model.gguf-truncated',
    });
  });

  it('sees a file change', async () => {
    const folder = new ModelFolder(modelsDir);
    const { path } = await importModelFile(pieces(gguf, 5000), { name: 'a.gguf', modelsDir });
    expect((await folder.find('a')).info.architecture).toBe('llama');
    expect(await folder.find('a')).toBe(await folder.find('a'));
    writeFileSync(path, gguf.subarray(0, -1));
    await expect(folder.find('a')).rejects.toMatchObject({ code: 'model.gguf-truncated' });
    expect(await folder.list()).toEqual([]);
  });

  it('loses a model only by its name', async () => {
    await importModelFile(fileNamed('a.gguf', gguf), { modelsDir });
    fileNamed('outside.gguf', gguf);
    for (const name of ['b', '../../outside', join(home, 'outside'), ''])
      await expect(removeModelFile(name, modelsDir)).rejects.toMatchObject({ code: 'model.not-found' });
    await removeModelFile('a', modelsDir);
    expect(inFolder()).toEqual([]);
    expect(existsSync(join(home, 'outside.gguf'))).toBe(true);
  });
});

describe('a name', () => {
  it.each([
    ['qwen3-4b.Q4_K_M.gguf', 'qwen3-4b.Q4_K_M'],
    ['Modèle d’été.GGUF', 'Modèle d’été'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\models\\x.gguf', 'x'],
    ['.hidden.gguf', 'hidden'],
    ['con.gguf', 'model-con'],
    ['a\u0000b\u202e.gguf', 'a-b-'],
    ['...', 'model'],
    ['', 'model'],
  ])('%j becomes %j', (given, safe) => expect(modelNameFrom(given)).toBe(safe));

  it('of any text is one plain part of a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), given => {
        const name = modelNameFrom(given);
        expect(name).toMatch(/^[^./\\\p{C}<>:"|?*][^/\\\p{C}<>:"|?*]*$/u);
        expect([...name].length).toBeLessThanOrEqual(106);
      }),
    );
  });
});
