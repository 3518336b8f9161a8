/** The sound of an answer may begin before its last word is written or long after: it is kept with the answer either way. */
import { beforeEach, expect, test } from 'vitest';
import { ManualClock } from '../../test/fixtures/manual-clock.ts';
import type { TurnTimeline } from '../domain/turn-timeline.ts';
import type { Turn } from './run-turn.ts';
import { type TimedAnswer, TurnTimelines } from './turn-timelines.ts';
import { TurnTimes } from './turn-times.ts';

let clock: ManualClock;
let kept: { id: string; timeline: TurnTimeline }[];
let told: TimedAnswer[];
let timelines: TurnTimelines;
beforeEach(() => {
  clock = new ManualClock();
  kept = [];
  told = [];
  timelines = new TurnTimelines(
    { setTimeline: async (id, timeline) => void kept.push({ id, timeline }) },
    timed => told.push(timed),
  );
});

const turn = (turnId: string): Turn => ({
  turnId,
  conversationId: 'c',
  answerId: `answer of ${turnId}`,
  userMessage: {
    ...{ id: 'q', conversationId: 'c', parentId: null, role: 'user', text: 'words', status: 'complete' },
    ...{ createdAtMs: 0, turnId },
  },
  language: 'en',
  mode: { kind: 'new' },
  times: new TurnTimes(clock),
});
const soundIn = (turnId: string, ms: number) => timelines.soundBegins(turnId, clock.monotonicMs() + ms);

test('a sound before the end is kept with the end', async () => {
  timelines.begin(turn('t'));
  await soundIn('t', 250);
  expect(kept).toEqual([]);
  expect(told.at(-1)).toMatchObject({ answerId: 'answer of t', timeline: { firstSoundMs: 250 } });
  expect(timelines.end('t')).toMatchObject({ firstSoundMs: 250 });
});

test('a sound after the end is brought to the answer; one more changes nothing', async () => {
  timelines.begin(turn('t'));
  timelines.end('t');
  await soundIn('t', 400);
  await soundIn('t', 900);
  expect(kept).toEqual([{ id: 'answer of t', timeline: { zero: 'asked', firstSoundMs: 400 } }]);
  expect(told).toHaveLength(1);
});

test('the times of speech may come before the turn begins', () => {
  const begin = clock.monotonicMs();
  timelines.spoken('t', { speech: { fromMs: begin - 500, toMs: begin - 100 }, turnEndedAtMs: begin });
  timelines.begin(turn('t'));
  expect(timelines.end('t')).toEqual({
    zero: 'speech-end',
    speech: { fromMs: -400, toMs: 0 },
    turnEndMs: 100,
  });
});

test('of sounds that are no turn, and of turns long past, nothing is known', async () => {
  timelines.begin(turn('old'));
  for (let at = 0; at < 40; at++) timelines.begin(turn(`t${at}`));
  await soundIn('old', 1);
  await soundIn('a remark', 1);
  expect([told, kept]).toEqual([[], []]);
  expect(timelines.end('old')).toBeUndefined();
});
