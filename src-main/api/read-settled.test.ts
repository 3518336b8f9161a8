/** A picture is taken again when something changed while it was taken. */
import { expect, test } from 'vitest';
import { readSettled } from './read-settled.ts';

test('what changed during the reading is in the picture', async () => {
  let changes = 0;
  let state = 'old';
  const read = async () => {
    const seen = state;
    if (changes === 0) {
      state = 'new';
      changes++;
    }
    return seen;
  };
  expect(await readSettled({ changes: () => changes }, read)).toBe('new');
});

test('what never rests is given as it is', async () => {
  let changes = 0;
  const read = async () => ++changes;
  expect(await readSettled({ changes: () => changes }, read)).toBe(5);
});
