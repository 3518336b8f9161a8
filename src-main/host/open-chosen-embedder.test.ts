/** A chosen model of meanings runs in an engine of ours, unless engines are left out. */
import { expect, test } from 'vitest';
import { openChosenEmbedder } from './open-chosen-embedder.ts';
import { systemClock as clock } from './system-clock.ts';

const open = (place: string, isSafe: boolean) =>
  openChosenEmbedder(
    { onnx: place },
    { clock, embeddingModels: '/nowhere', isSafe },
    new AbortController().signal,
  );

test('in the safe mode no engine is started for it, wherever it lies', async () => {
  const left = expect.objectContaining({ code: 'host.safe-mode' });
  await expect(open('all-MiniLM-L6-v2', true)).rejects.toEqual(left);
  await expect(open('/nowhere/all-MiniLM-L6-v2', true)).rejects.toEqual(left);
  // Else it is looked for, and this one is not there.
  await expect(open('../all-MiniLM-L6-v2', false)).rejects.toMatchObject({ code: 'model.weights-missing' });
});
