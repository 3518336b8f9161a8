/** Captured frames become words, whatever happened to them on the way, and no sound is kept. */
import { describe, expect, it } from 'vitest';
import type { Clock } from '../ports/clock.ts';
import type { SpeechToText, Transcript } from '../ports/speech-to-text.ts';
import { createVoiceSession } from './voice-session.ts';

const rate = 16_000;
const frame = (sequence: number, value = sequence + 1) => ({
  sequence,
  sampleRateHz: rate,
  samples: new Int16Array(320).fill(value),
});

interface Asked {
  readonly samples: Int16Array;
  readonly copy: Int16Array;
  readonly language?: string;
}

function sessionWith(answers: Transcript[] = [], wait?: Promise<void>) {
  const asked: Asked[] = [];
  const speechToText: SpeechToText = {
    engine: 'recording',
    async transcribe({ samples, ...rest }, signal) {
      if (samples.length === 0) return { text: '' };
      asked.push({ samples, copy: samples.slice(), ...rest });
      await wait;
      signal.throwIfAborted();
      return answers.shift() ?? { text: 'hello', language: 'en' };
    },
  };
  const timers: (() => void)[] = [];
  const clock: Clock = {
    nowMs: () => 0,
    monotonicMs: () => 0,
    zone: () => 'UTC',
    after(_delayMs, action) {
      timers.push(action);
      return () => timers.splice(timers.indexOf(action), 1);
    },
  };
  const session = createVoiceSession({ speechToText, clock, fallbackLanguage: () => 'fr' });
  return { session, asked, timers };
}

/** The first sample of each frame that was recognised. */
const firstSamples = (asked: Asked | undefined): number[] =>
  Array.from({ length: (asked?.copy.length ?? 0) / 320 }, (_, i) => asked?.copy[i * 320] ?? -1);

describe('frames', () => {
  it('are put in order, doubles dropped, gaps filled with silence and counted', async () => {
    const { session, asked } = sessionWith();
    session.start('a', rate);
    for (const sequence of [1, 0, 0, 3, 5, 3]) session.frame('a', frame(sequence));
    session.frame('a', frame(0, 99));
    const heard = await session.end('a', 5);
    expect(heard).toEqual({ text: 'hello', language: 'en', missingFrames: 2, seconds: 0.12 });
    expect(firstSamples(asked[0])).toEqual([1, 2, 0, 4, 0, 6]);
  });

  it('after the last one told, of another rate, or of an unknown capture are left out', async () => {
    const { session, asked } = sessionWith();
    session.start('a', rate);
    session.frame('a', frame(0));
    session.frame('a', { ...frame(1), sampleRateHz: 48_000 });
    session.frame('a', frame(2));
    session.frame('b', frame(1));
    expect((await session.end('a', 1)).missingFrames).toBe(1);
    expect(firstSamples(asked[0])).toEqual([1, 0]);
  });

  it('are copied, so that the wire may use its memory again', async () => {
    const { session, asked } = sessionWith();
    session.start('a', rate);
    const sent = frame(0);
    session.frame('a', sent);
    sent.samples.fill(0);
    await session.end('a', 0);
    expect(firstSamples(asked[0])).toEqual([1]);
  });

  it('beyond 60 s are not kept', async () => {
    const { session } = sessionWith();
    session.start('a', rate);
    for (let sequence = 0; sequence < 4_000; sequence++) session.frame('a', frame(sequence, 1));
    expect((await session.end('a', 3_999)).seconds).toBe(60);
  });

  it('with wild numbers cost nothing', async () => {
    const { session } = sessionWith();
    session.start('a', rate);
    session.frame('a', frame(4_294_967_295));
    session.frame('a', frame(11_999));
    const heard = await session.end('a', 2 ** 31 - 1);
    expect(heard.seconds).toBe(60);
    expect(heard.missingFrames).toBe(11_999);
  });
});

describe('the end', () => {
  it('told twice gives one answer, and the sound is overwritten', async () => {
    const { session, asked } = sessionWith();
    session.start('a', rate);
    session.frame('a', frame(0));
    const [one, other] = await Promise.all([session.end('a', 0), session.end('a', 0)]);
    expect(one).toBe(other);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.samples.every(sample => sample === 0)).toBe(true);
  });

  it('of a capture without sound is empty, of an unknown one an error', async () => {
    const { session } = sessionWith();
    session.start('a', rate);
    expect(await session.end('a', -1)).toMatchObject({ text: '', seconds: 0, missingFrames: 0 });
    await expect(session.end('a', -1)).rejects.toMatchObject({ code: 'speech.nothing-heard' });
  });

  it('asks again in the user’s language when neither French nor English was heard', async () => {
    const { session, asked } = sessionWith([
      { text: 'Kelörestil' },
      { text: 'Quelle heure est-il ?', language: 'fr' },
    ]);
    session.start('a', rate);
    session.frame('a', frame(0));
    expect(await session.end('a', 0)).toMatchObject({ text: 'Quelle heure est-il ?', language: 'fr' });
    expect(asked.map(({ language }) => language)).toEqual([undefined, 'fr']);
  });
});

describe('a capture that is not ended', () => {
  it('is forgotten when cancelled, also while its words are recognised', async () => {
    let proceed = (): void => undefined;
    const { session, asked } = sessionWith([], new Promise<void>(resolve => (proceed = resolve)));
    session.start('a', rate);
    session.frame('a', frame(0));
    const ending = session.end('a', 0);
    session.cancel('a');
    proceed();
    await expect(ending).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked[0]?.samples.every(sample => sample === 0)).toBe(true);
  });

  it('is forgotten after a while', async () => {
    const { session, timers } = sessionWith();
    session.start('a', rate);
    for (const action of [...timers]) action();
    await expect(session.end('a', 0)).rejects.toMatchObject({ code: 'speech.nothing-heard' });
  });

  it('is forgotten when too many others were begun', async () => {
    const { session } = sessionWith();
    for (let i = 0; i < 9; i++) session.start(`capture ${i}`, rate);
    await expect(session.end('capture 0', -1)).rejects.toMatchObject({ code: 'speech.nothing-heard' });
    expect((await session.end('capture 8', -1)).text).toBe('');
  });
});

it.each([0, 7_999, 192_001, 16_000.5])('refuses a capture at %d Hz', sampleRateHz => {
  expect(() => sessionWith().session.start('a', sampleRateHz)).toThrow(
    expect.objectContaining({ code: 'speech.bad-audio' }),
  );
});
