/** Which part of an answer is heard when: over gaps, cuts and from one answer to the next. */
import { expect, it } from 'vitest';
import { PlaybackTimeline } from './playback-timeline.ts';

it('knows what is heard, and the silences between', () => {
  const timeline = new PlaybackTimeline();
  timeline.add({ turnId: 'a', startMs: 100, fromMs: 0, lengthMs: 50 });
  timeline.add({ turnId: 'a', startMs: 200, fromMs: 50, lengthMs: 50 });
  expect([50, 100, 149, 150, 199, 225, 250].map(ms => timeline.at(ms)?.ms)).toEqual([
    undefined,
    0,
    49,
    undefined,
    undefined,
    75,
    undefined,
  ]);
  expect([0, 120, 180, 210, 900].map(ms => timeline.heardMs('a', ms))).toEqual([0, 20, 50, 60, 100]);
});

it('forgets what was to be heard after a cut', () => {
  const timeline = new PlaybackTimeline();
  timeline.add({ turnId: 'a', startMs: 0, fromMs: 0, lengthMs: 100 });
  timeline.add({ turnId: 'a', startMs: 100, fromMs: 100, lengthMs: 100 });
  timeline.cut(60);
  expect([timeline.at(59)?.ms, timeline.at(60), timeline.heardMs('a', 500)]).toEqual([59, undefined, 60]);
  timeline.add({ turnId: 'b', startMs: 300, fromMs: 0, lengthMs: 100 });
  expect(timeline.at(310)).toEqual({ turnId: 'b', ms: 10 });
});

it('keeps a minute', () => {
  const timeline = new PlaybackTimeline();
  for (let at = 0; at < 200_000; at += 100)
    timeline.add({ turnId: 'a', startMs: at, fromMs: at, lengthMs: 100 });
  expect(timeline.at(190_050)?.ms).toBe(190_050);
  expect(timeline.at(100_050)).toBeUndefined();
});
