/** The table gives the very numbers of its golden sentences, quickly, and says when its files are not there. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { threadMs } from '../../../test/thread-time.ts';
import { tableWords } from './static-encoder.ts';
import { createStaticTableEmbedder } from './static-table.ts';

interface Golden {
  readonly text: string;
  readonly words: readonly string[];
  readonly first8: readonly number[];
  readonly norm: number;
  readonly argmax: number;
}

const folder = fileURLToPath(new URL('../../../models/embedding/jarvis-static-fr-en/', import.meta.url));
const golden: readonly Golden[] = JSON.parse(readFileSync(join(folder, 'vectors.json'), 'utf8')).vectors;
const embedder = createStaticTableEmbedder(folder);
afterAll(() => embedder.close());

const lengthOf = (vector: Float32Array): number => Math.hypot(...vector);
const cosine = (one: Float32Array, other: Float32Array): number =>
  one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);

test('all golden sentences come out to the last bit', async () => {
  expect(golden).toHaveLength(200);
  const vectors = await embedder.embed(golden.map(({ text }) => text));
  for (const [index, { text, words, first8, norm, argmax }] of golden.entries()) {
    const vector = vectors[index] ?? new Float32Array();
    expect(tableWords(text), text).toEqual(words);
    expect([...vector.subarray(0, 8)], text).toEqual(first8);
    expect(lengthOf(vector)).toBeCloseTo(norm, 5);
    const largest = Math.max(...vector.map(Math.abs));
    expect(Math.abs(vector[argmax] ?? 0)).toBe(largest);
  }
});

test('a French sentence is nearer to its English one than to another', async () => {
  const [french, english, other] = await embedder.embed([
    'Ma sœur est allergique aux noix.',
    'My sister is allergic to nuts.',
    'My car is at the garage.',
  ]);
  if (!french || !english || !other) throw new Error('three vectors');
  expect(cosine(french, english)).toBeGreaterThan(cosine(french, other) + 0.3);
});

test('text without letters gives zeros, odd text gives numbers', async () => {
  const [none, empty, odd] = await embedder.embed(['?! … 🎉', '', '\ud800 ﬁn 𝒳²']);
  expect(lengthOf(none ?? new Float32Array([1]))).toBe(0);
  expect(lengthOf(empty ?? new Float32Array([1]))).toBe(0);
  expect(lengthOf(odd ?? new Float32Array())).toBeCloseTo(1, 5);
});

test('ten megabytes of text take no longer than a page', async () => {
  const began = threadMs();
  const [vector] = await embedder.embed(['une phrase très longue '.repeat(450_000)]);
  expect(threadMs() - began).toBeLessThan(1000);
  expect(lengthOf(vector ?? new Float32Array())).toBeCloseTo(1, 5);
});

test('an aborted call ends, though thousands of sentences are left', async () => {
  const controller = new AbortController();
  const embedding = embedder.embed(Array(100_000).fill('Bonjour tout le monde.'), controller.signal);
  setImmediate(() => controller.abort());
  await expect(embedding).rejects.toHaveProperty('name', 'AbortError');
});

test('missing and damaged files are named, and found once they are there', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'jarvis-table-'));
  try {
    const missing = createStaticTableEmbedder(empty);
    await expect(missing.embed(['a'])).rejects.toMatchObject({ code: 'model.weights-missing' });
    const table = readFileSync(join(folder, 'table.bin'));
    await writeFile(join(empty, 'vocab.txt'), readFileSync(join(folder, 'vocab.txt')));
    await writeFile(join(empty, 'table.bin'), table.subarray(0, -1));
    await expect(missing.embed(['a'])).rejects.toMatchObject({ code: 'model.weights-missing' });
    await writeFile(join(empty, 'table.bin'), table);
    expect(await missing.embed(['Tom was on time.'])).toEqual(await embedder.embed(['Tom was on time.']));
  } finally {
    await rm(empty, { recursive: true });
  }
});
