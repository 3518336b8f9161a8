/** The end of a turn by a network with the inputs and outputs of Smart Turn v3: loud at its end is "not finished". */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadEndingModel } from './turn-ending.ts';

const fixture = fileURLToPath(new URL('../../test/fixtures/models/smart-turn-format/', import.meta.url));

let seed = 1;
const noise = (seconds: number): number[] =>
  Array.from({ length: seconds * 16_000 }, () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return (seed % 8_000) - 4_000;
  });
const quiet = (seconds: number): number[] => Array(seconds * 16_000).fill(0);

it('hears the end of the sound, whether that is shorter than 8 s or longer', async () => {
  const ending = await loadEndingModel(fixture);
  for (const before of [1, 12]) {
    expect(await ending(Int16Array.from([...noise(before), ...quiet(1)]))).toBeGreaterThan(0.9);
    expect(await ending(Int16Array.from([...quiet(before), ...noise(1)]))).toBeLessThan(0.1);
  }
});

it('names a folder without the model', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'ending-'));
  await expect(loadEndingModel(dir)).rejects.toMatchObject({ code: 'speech.model-incomplete' });
  rmSync(dir, { recursive: true });
  await expect(loadEndingModel(dir)).rejects.toMatchObject({ code: 'speech.model-incomplete' });
});
