/** Runs of messages keep their members, so that nothing is drawn anew when others come. */
import { expect, test } from 'vitest';
import { runsOf } from './chunks.ts';

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `m${from + at}`);

test('messages before and after leave whole runs as they were', () => {
  const before = runsOf(ids(100, 150), 'm100');
  const after = runsOf(ids(0, 155), 'm100');
  expect(after.flatMap(run => run.ids)).toEqual(ids(0, 155));
  const kept = after.filter(run =>
    before.some(old => old.key === run.key && old.ids.join() === run.ids.join()),
  );
  expect(kept.map(run => run.ids.length)).toEqual([10, 10, 10, 10, 10]);
});

test('a branch without the anchor is counted from its beginning', () => {
  expect(runsOf(ids(0, 21), 'gone').map(run => run.key)).toEqual([0, 1, 2]);
  expect(runsOf([], undefined)).toEqual([]);
});
