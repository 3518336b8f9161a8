/** Words come while sound comes in, from a streaming transducer that writes "la" for loud sound. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { assetPath, haveAssets } from '../../test/test-assets.ts';
import { loadLiveModel } from './live-words.ts';

const fixture = fileURLToPath(new URL('../../test/fixtures/models/zipformer-format/', import.meta.url));
const whisper = 'models/stt/whisper-format-tiny-overfit';
const loud = Int16Array.from({ length: 8_000 }, (_, i) => ((i * 7_919) % 16_001) - 8_000);
const wordsIn = (text: string) => text.split(' ').filter(Boolean).length;

it('writes more with every loud stretch, nothing for silence, and each stream for itself', async () => {
  const model = await loadLiveModel(fixture);
  const [one, other] = [model(), model()];
  expect(await one(new Int16Array(8_000))).toBe('');
  const first = await one(loud);
  expect(wordsIn(first)).toBeGreaterThan(5);
  expect(await one(new Int16Array(0))).toBe(first);
  const second = await one(loud);
  expect(wordsIn(second)).toBeGreaterThan(wordsIn(first) + 5);
  expect(second.startsWith(first)).toBe(true);
  expect(await other(new Int16Array(4_000))).toBe('');
});

it.runIf(haveAssets(whisper))('refuses a recogniser that needs all sound at once', async () => {
  await expect(loadLiveModel(assetPath(whisper))).rejects.toMatchObject({ code: 'speech.model-incomplete' });
});
