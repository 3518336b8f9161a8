/** What is told of a turn's times is what was measured, from the zero that the person feels. */
import { expect, test } from 'vitest';
import { ManualClock } from '../../test/fixtures/manual-clock.ts';
import type { AnswerPart } from './answer-part.ts';
import { TurnTimes } from './turn-times.ts';

async function* spokenBy(clock: ManualClock, answerTokens?: number): AsyncGenerator<AnswerPart> {
  yield { kind: 'by', answeredBy: { kind: 'model', backendId: 'b', backendLabel: 'B', model: 'm' } };
  await clock.advance(120);
  yield { kind: 'text', text: '' };
  yield { kind: 'text', text: 'One' };
  await clock.advance(500);
  yield { kind: 'text', text: ' two' };
  await clock.advance(30);
  yield {
    kind: 'finished',
    notices: [],
    ...(answerTokens !== undefined && { usage: { answerTokens } }),
  };
}
const readAll = async (parts: AsyncIterable<AnswerPart>): Promise<number> => {
  let count = 0;
  for await (const _part of parts) count++;
  return count;
};

test('of written words: recall, first words, last words and speed, from when they arrived', async () => {
  const clock = new ManualClock();
  const times = new TurnTimes(clock);
  await clock.advance(5);
  await times.recalling(async () => {
    await clock.advance(35);
    return 'found';
  });
  expect(await readAll(times.watching(spokenBy(clock, 21)))).toBe(5);
  expect(times.timeline()).toEqual({
    zero: 'asked',
    recall: { fromMs: 5, toMs: 40 },
    firstWordMs: 160,
    wholeMs: 660,
    tokensPerSecond: 40,
  });
});

test('of spoken words: from the end of speech, what was before it with a minus', async () => {
  const clock = new ManualClock();
  const begin = clock.monotonicMs();
  const times = new TurnTimes(clock);
  await times.recalling(async () => 'found');
  await readAll(times.watching(spokenBy(clock)));
  const timeline = times.timeline({
    spoken: {
      speech: { fromMs: begin - 900, toMs: begin + 100 },
      recognition: { fromMs: begin + 110, toMs: begin + 180 },
      turnEndedAtMs: begin + 300,
    },
    firstSoundAtMs: begin + 387.4,
  });
  expect(timeline).toEqual({
    zero: 'speech-end',
    speech: { fromMs: -1000, toMs: 0 },
    recognition: { fromMs: 10, toMs: 80 },
    turnEndMs: 200,
    recall: { fromMs: -100, toMs: -100 },
    firstWordMs: 20,
    firstSoundMs: 287,
    wholeMs: 520,
  });
});

test('what did not happen is absent: no memory, no words, no tokens counted', async () => {
  const times = new TurnTimes(new ManualClock());
  await times.recalling(async () => undefined);
  expect(times.timeline()).toEqual({ zero: 'asked' });
});
