/** What is drawn of a turn's times. */
import { expect, test } from 'vitest';
import { axisOf, headlineOf, placed, rowsOf, type Timeline } from './timed-turns.ts';

const spoken: Timeline = {
  zero: 'speech-end',
  speech: { fromMs: -2900, toMs: 0 },
  recall: { fromMs: -160, toMs: -112 },
  recognition: { fromMs: 8, toMs: 96 },
  turnEndMs: 180,
  firstWordMs: 214,
  firstSoundMs: 287,
  wholeMs: 4200,
};

test('a spoken turn is read from top to bottom as it went on', () => {
  expect(rowsOf(spoken).map(({ name, fromMs, toMs }) => `${name} ${fromMs} ${toMs}`)).toEqual([
    'speech -2900 0',
    'recall -160 -112',
    'recognition 8 96',
    'turnEnd 0 180',
    'firstWord 180 214',
    'firstSound 214 287',
  ]);
});

test('what was not measured has no row', () => {
  expect(rowsOf({ zero: 'asked', firstWordMs: 40 })).toEqual([{ name: 'firstWord', fromMs: 0, toMs: 40 }]);
  expect(rowsOf({ zero: 'asked' })).toEqual([]);
});

test('words prepared before the person had ended stand left of the zero', () => {
  const rows = rowsOf({ zero: 'speech-end', speech: { fromMs: -900, toMs: 0 }, firstWordMs: -40 });
  expect(rows.at(-1)).toEqual({ name: 'firstWord', fromMs: -40, toMs: -40 });
});

test('the figure is the first sound; of a written answer its first words; else there is none', () => {
  expect(headlineOf(spoken)).toEqual({ of: 'firstSound', ms: 287 });
  expect(headlineOf({ zero: 'asked', firstWordMs: 40 })).toEqual({ of: 'firstWord', ms: 40 });
  expect(headlineOf({ zero: 'asked' })).toBeUndefined();
});

test('the axis holds every row and the goal, with few round marks', () => {
  expect(axisOf(rowsOf(spoken))).toMatchObject({ fromMs: -160, ticks: [0, 150, 300] });
  const slow = axisOf([{ name: 'firstWord', fromMs: 0, toMs: 3100 }]);
  expect(slow.ticks).toEqual([0, 2000]);
  expect(slow.toMs).toBeGreaterThan(3100);
  expect(axisOf([]).ticks).toEqual([0, 150, 300]);
});

test('a span is placed by its share of the axis, and words begun before it are cut off', () => {
  const axis = { fromMs: -100, toMs: 300, ticks: [] };
  expect(placed({ fromMs: 0, toMs: 100 }, axis)).toEqual({ from: 0.25, length: 0.25 });
  expect(placed({ fromMs: -900, toMs: 0 }, axis)).toEqual({ from: 0, length: 0.25 });
});
