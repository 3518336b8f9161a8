/** A GGUF file is understood when it is whole; anything else ends in a clear error, whatever its bytes say. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { JarvisError } from '../../domain/errors.ts';
import { inspectGguf, inspectGgufFile } from './gguf-file.ts';
import { makeGguf } from './gguf-fixture.ts';
import type { ByteSource } from './gguf-reader.ts';

const assets = resolve(process.env.JARVIS_TEST_ASSETS ?? '../shared');
const stories = join(assets, 'models/llm/stories260K.gguf');
if (!existsSync(stories)) console.warn(`SKIPPED: tests on a real model, because ${stories} is missing`);

const sourceOf = (bytes: Uint8Array): ByteSource & { asked: number } => ({
  size: bytes.length,
  asked: 0,
  async read(into, position) {
    const part = bytes.subarray(position, position + into.length);
    into.set(part);
    this.asked += part.length;
    return part.length;
  },
});
const inspect = (bytes: Uint8Array) => inspectGguf(sourceOf(bytes), 'file.gguf');
const field = (bytes: Buffer, place: number, value: bigint): Buffer => {
  bytes.writeBigUInt64LE(value, place);
  return bytes;
};

describe('a GGUF file', () => {
  it('says what it holds', async () => {
    const info = await inspect(
      makeGguf({
        metadata: {
          'general.architecture': 'qwen3',
          'general.name': 'Tiny\nQwen',
          'general.file_type': 15,
          'qwen3.context_length': 40_960,
          'tokenizer.ggml.tokens': ['a', 'b', '🌞'],
          'tokenizer.chat_template': '{{ messages }}',
        },
        tensors: [
          { name: 'weights', shape: [256, 3], type: 12, offset: 0 },
          { name: 'norm', shape: [4], type: 0, offset: 448 },
        ],
        dataBytes: 464,
      }),
    );
    expect(info).toMatchObject({
      name: 'Tiny Qwen',
      architecture: 'qwen3',
      purpose: 'chat',
      parameterCount: 772,
      contextTokens: 40_960,
      quantisation: 'Q4_K_M',
      hasChatTemplate: true,
    });
  });

  it.each([
    ['bert', {}, 'embedding'],
    ['qwen3', { 'qwen3.pooling_type': 3 }, 'embedding'],
    ['clip', {}, 'companion'],
    ['llama', { 'general.type': 'adapter' }, 'companion'],
    ['gemma3', { 'general.type': 'model' }, 'chat'],
  ])('of architecture %s with %j is for %s', async (architecture, more, purpose) => {
    const info = await inspect(makeGguf({ metadata: { 'general.architecture': architecture, ...more } }));
    expect(info.purpose).toBe(purpose);
  });

  it.skipIf(!existsSync(stories))('from the world is read by its head alone', async () => {
    const bytes = readFileSync(stories);
    const source = sourceOf(bytes);
    const info = await inspectGguf(source, 'stories260K.gguf');
    expect(info).toMatchObject({ architecture: 'llama', contextTokens: 2048, purpose: 'chat' });
    expect(info.parameterCount).toBe(292_800);
    expect(source.asked).toBeLessThan(bytes.length / 2);
    await expect(inspectGgufFile(stories)).resolves.toEqual(info);
  });
});

describe('a GGUF file that is cut short', () => {
  const whole = makeGguf({ dataBytes: 32 });

  it('is told with the bytes found and expected', async () => {
    await expect(inspect(whole)).resolves.toBeDefined();
    await expect(inspect(whole.subarray(0, -1))).rejects.toMatchObject({
      code: 'model.gguf-truncated',
      params: { file: 'file.gguf', found: whole.length - 1, expected: whole.length },
    });
  });

  it('is told at every length', async () => {
    for (let length = 0; length < whole.length; length += 1) {
      const code = length < 8 ? 'model.not-gguf' : 'model.gguf-truncated';
      await expect(inspect(whole.subarray(0, length)), `${length} bytes`).rejects.toMatchObject({ code });
    }
  });

  it.skipIf(!existsSync(stories))('is told for a real one, in its head and in its tensors', async () => {
    const bytes = readFileSync(stories);
    for (const length of [100, 5000, bytes.length / 2, bytes.length - 1])
      await expect(inspect(bytes.subarray(0, length))).rejects.toMatchObject({
        code: 'model.gguf-truncated',
      });
  });
});

describe('what is not a usable GGUF file', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a web page', Buffer.from('<!doctype html><html><body>404</body></html>')],
    ['an old version', makeGguf({ version: 1 })],
    ['no tensors', makeGguf({ tensors: [] })],
    ['no architecture', makeGguf({ metadata: {} })],
    ['a hostile architecture', makeGguf({ metadata: { 'general.architecture': '../../etc' } })],
    ['2^63 tensors', field(makeGguf({}), 8, 1n << 63n)],
    ['2^40 metadata entries', field(makeGguf({}), 16, 1n << 40n)],
    ['a key of 2^50 bytes', field(makeGguf({}), 24, 1n << 50n)],
    [
      'huge dimensions',
      makeGguf({ tensors: [{ name: 'a', shape: [2 ** 50, 2 ** 50], type: 0, offset: 0 }] }),
    ],
    ['five dimensions', makeGguf({ tensors: [{ name: 'a', shape: [1, 1, 1, 1, 1], type: 0, offset: 0 }] })],
    ['an empty tensor', makeGguf({ tensors: [{ name: 'a', shape: [0], type: 0, offset: 0 }] })],
    ['a partial block', makeGguf({ tensors: [{ name: 'a', shape: [33], type: 8, offset: 0 }] })],
  ])('is refused: %s', async (_what, bytes) => {
    await expect(inspect(bytes)).rejects.toMatchObject({ code: 'model.not-gguf' });
  });

  it('is refused when it is one part of several', async () => {
    const part = makeGguf({ metadata: { 'general.architecture': 'llama', 'split.count': 3 } });
    await expect(inspect(part)).rejects.toMatchObject({ code: 'model.gguf-split', params: { count: 3 } });
  });

  it('is refused when it is a folder, a pipe that nobody writes to, or absent', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gguf-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    await expect(inspectGgufFile(folder)).rejects.toMatchObject({ code: 'model.not-gguf' });
    await expect(inspectGgufFile(join(folder, 'no.gguf'))).rejects.toMatchObject({
      code: 'model.weights-missing',
    });
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [join(folder, 'pipe.gguf')]);
    await expect(inspectGgufFile(join(folder, 'pipe.gguf'))).rejects.toMatchObject({
      code: 'model.not-gguf',
    });
  });
});

describe('hostile bytes', () => {
  const valid = makeGguf({
    metadata: {
      'general.architecture': 'llama',
      'general.alignment': 32,
      'tokenizer.ggml.tokens': ['a', 'bc', 'def'],
      'tokenizer.chat_template': 'x',
    },
    tensors: [
      { name: 'a', shape: [32, 2], type: 8, offset: 0 },
      { name: 'b', shape: [8], type: 1, offset: 96 },
    ],
    dataBytes: 128,
  });
  const survives = async (bytes: Uint8Array): Promise<void> => {
    const source = sourceOf(bytes);
    try {
      const info = await inspectGguf(source, 'f.gguf');
      expect(info.fileBytes).toBe(bytes.length);
    } catch (error) {
      expect(error).toBeInstanceOf(JarvisError);
    }
    expect(source.asked).toBeLessThan(10 * bytes.length + 1000);
  };

  it('never do more than fail, with any eight bytes replaced', async () => {
    const extremes = fc.constantFrom(0n, 1n, 2n ** 31n, 2n ** 32n, 2n ** 53n, 2n ** 63n, 2n ** 64n - 1n);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(valid.length - 8), fc.oneof(extremes, fc.bigInt(0n, 2n ** 64n - 1n))), {
          minLength: 1,
          maxLength: 3,
        }),
        async changes => {
          const bytes = Buffer.from(valid);
          for (const [place, value] of changes) bytes.writeBigUInt64LE(value, place);
          await survives(bytes);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never do more than fail, when random from the start', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), bytes =>
        survives(Buffer.concat([valid.subarray(0, 8), bytes])),
      ),
      { numRuns: 1000 },
    );
  });
});
