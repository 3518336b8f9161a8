/** A sentence model in ONNX: known nearness of English sentences, and what is wrong with a folder that is none. */
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { assetPath, haveAssets } from '../../../test/test-assets.ts';
import { cosineOf } from '../../ports/conformance/embedder.ts';
import { realClock } from '../process/test-clock.ts';
import { createEmbeddingProcess, openOnnxEmbedder } from './onnx.ts';

const miniLm = 'models/embedding/all-MiniLM-L6-v2';
const process = createEmbeddingProcess({ clock: realClock });
afterAll(() => process.stop());

test('a folder without a model, and one whose network is damaged, are told by name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jarvis-onnx-'));
  try {
    const opening = openOnnxEmbedder({ process, folder });
    await expect(opening).rejects.toMatchObject({ code: 'model.weights-missing' });
    if (!haveAssets(miniLm)) return;
    for (const name of ['tokenizer.json', 'tokenizer_config.json']) {
      await copyFile(join(assetPath(miniLm), name), join(folder, name));
    }
    await writeFile(join(folder, 'model.onnx'), 'no network');
    const damaged = openOnnxEmbedder({ process, folder });
    await expect(damaged).rejects.toMatchObject({ code: 'model.weights-missing' });
  } finally {
    await rm(folder, { recursive: true });
  }
});

if (haveAssets(miniLm)) {
  test('it has 384 numbers, a version in its name, and finds what means the same in other words', async () => {
    const embedder = await openOnnxEmbedder({ process, folder: assetPath(miniLm) });
    expect(embedder.dimensions).toBe(384);
    expect(embedder.model).toMatch(/^all-MiniLM-L6-v2@[0-9a-f]{12}$/);
    const [tired, baby, bank] = await embedder.embed([
      'I cannot sleep at night any more.',
      'The newborn keeps us awake until dawn.',
      'The bank raised its interest rates.',
    ]);
    expect(cosineOf(tired, baby)).toBeGreaterThan(cosineOf(tired, bank) + 0.1);
  });

  test('a sentence is the same alone and beside a longer one', async () => {
    const embedder = await openOnnxEmbedder({ process, folder: assetPath(miniLm) });
    const [alone] = await embedder.embed(['A short one.']);
    const [beside] = await embedder.embed([
      'A short one.',
      'A much longer sentence about nothing at all. '.repeat(9),
    ]);
    expect(cosineOf(alone, beside)).toBeGreaterThan(0.98);
  });
}
