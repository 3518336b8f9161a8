/** An answer is said in order while it grows, no faster than it is heard, and is silent at once when stopped. */
import { describe, expect, it } from 'vitest';
import type { SpeechChunk } from '../domain/audio.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { TextToSpeech } from '../ports/text-to-speech.ts';
import { type AnswerSpeakerOptions, createAnswerSpeaker, type SpokenFrame } from './answer-speaker.ts';

const rateHz = 1_000;

/** Time that moves only when told. */
function manualClock() {
  let nowMs = 0;
  const waiting = new Set<{ atMs: number; action: () => void }>();
  const clock: Clock = {
    nowMs: () => nowMs,
    monotonicMs: () => nowMs,
    zone: () => 'UTC',
    after(delayMs, action) {
      const timer = { atMs: nowMs + delayMs, action };
      waiting.add(timer);
      return () => waiting.delete(timer);
    },
  };
  const advance = async (ms: number) => {
    for (const endMs = nowMs + ms; nowMs < endMs; nowMs += 10) {
      for (const timer of [...waiting].filter(({ atMs }) => atMs <= nowMs)) {
        waiting.delete(timer);
        timer.action();
      }
      await settle();
    }
  };
  return { clock, advance };
}

const settle = () => new Promise<void>(resolve => setImmediate(resolve));

/** A voice that needs 1 ms of sound for each character, and writes down what it was asked. */
function recordingVoice(secondsPerSentence = 0.3) {
  const asked: string[] = [];
  const voice: TextToSpeech = {
    engineFor: () => 'recording',
    async *speak({ text }, signal): AsyncGenerator<SpeechChunk> {
      asked.push(text);
      if (text.includes('explode')) throw new JarvisError('speech.engine-failed', { detail: 'test' });
      await settle();
      signal.throwIfAborted();
      yield { samples: new Int16Array(secondsPerSentence * rateHz).fill(asked.length), sampleRateHz: rateHz };
    },
  };
  return { voice, asked };
}

function speakerWith(textToSpeech: TextToSpeech, more: Partial<AnswerSpeakerOptions> = {}) {
  const { clock, advance } = manualClock();
  const frames: SpokenFrame[] = [];
  const events: unknown[] = [];
  const speaker = createAnswerSpeaker({
    textToSpeech,
    clock,
    language: 'en',
    rate: 1,
    send: frame => frames.push(frame),
    bufferedBytes: () => 0,
    onStarted: () => events.push('started'),
    onEnded: end => events.push(end),
    ...more,
  });
  return { speaker, frames, events, advance };
}

describe('a growing answer', () => {
  it('is said sentence by sentence, in order, in numbered frames of 100 ms, the last one marked', async () => {
    const { voice, asked } = recordingVoice();
    const { speaker, frames, events, advance } = speakerWith(voice);
    for (const delta of ['**It is', ' noon.** The', ' sun shines. 🙂 Good', 'bye']) speaker.words(delta);
    speaker.ended();
    await advance(850);
    // The last frame is sent, and its sound still plays.
    expect(frames.at(-1)?.last).toBe(true);
    expect(events).toEqual(['started']);
    await advance(100);
    await speaker.finished;
    expect(asked).toEqual(['It is noon.', 'The sun shines.', 'Goodbye']);
    expect(frames.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(frames.map(({ samples }) => samples.length)).toEqual([...Array(9).fill(100), 0]);
    expect(frames.map(({ samples }) => samples[0])).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3, undefined]);
    expect(frames.map(({ last }) => last)).toEqual([...Array(9).fill(false), true]);
    expect(events).toEqual(['started', { stopped: false }]);
  });

  it('is heard before it is complete', async () => {
    const { voice } = recordingVoice();
    const { speaker, frames } = speakerWith(voice);
    speaker.words('First sentence. Sec');
    await settle();
    await settle();
    expect(frames.length).toBeGreaterThan(0);
    speaker.stop();
    await speaker.finished;
  });

  it('ends with the last frame alone when there is nothing to say', async () => {
    const { speaker, frames, events } = speakerWith(recordingVoice().voice);
    speaker.words('🙂 **');
    speaker.ended();
    await speaker.finished;
    expect(frames).toMatchObject([{ sequence: 0, last: true }]);
    expect(events).toEqual([{ stopped: false }]);
  });
});

describe('back-pressure', () => {
  it('makes one sentence ahead, and sends no more than 3 s before it can be heard', async () => {
    const { voice, asked } = recordingVoice(8);
    const { speaker, frames, advance } = speakerWith(voice);
    speaker.words('One. Two. Three. Four. Five. ');
    await advance(100);
    expect(asked).toEqual(['One.', 'Two.']);
    const sentSeconds = () => frames.reduce((sum, frame) => sum + frame.samples.length / rateHz, 0);
    expect(sentSeconds()).toBeCloseTo(3.1, 0);
    await advance(5_000);
    expect(sentSeconds()).toBeCloseTo(8.1, 0);
    speaker.ended();
    await advance(45_000);
    await speaker.finished;
    expect(sentSeconds()).toBeCloseTo(40, 5);
  });

  it('waits while the listener does not take what was sent', async () => {
    let buffered = 1_000_000;
    const { speaker, frames, advance } = speakerWith(recordingVoice().voice, {
      bufferedBytes: () => buffered,
    });
    speaker.words('One. Two.');
    speaker.ended();
    await advance(500);
    expect(frames).toHaveLength(0);
    buffered = 0;
    await advance(1_500);
    await speaker.finished;
    expect(frames.at(-1)?.last).toBe(true);
  });
});

describe('the end', () => {
  it('comes at once with a stop: not one frame more, not even the last', async () => {
    const { voice } = recordingVoice(8);
    const { speaker, frames, events, advance } = speakerWith(voice);
    speaker.words('One. Two. Three. Four. ');
    await advance(100);
    const sent = frames.length;
    expect(sent).toBeGreaterThan(0);
    speaker.stop();
    speaker.words('Five. Six. ');
    await speaker.finished;
    await advance(60_000);
    expect(frames).toHaveLength(sent);
    expect(events).toEqual(['started', { stopped: true }]);
  });

  it('comes with the turn’s own signal too, also before the first word', async () => {
    const turn = new AbortController();
    const { speaker, frames, events } = speakerWith(recordingVoice().voice, { signal: turn.signal });
    turn.abort();
    await speaker.finished;
    expect(frames).toEqual([]);
    expect(events).toEqual([{ stopped: true }]);
  });

  it('tells the error of a voice, and closes the sound', async () => {
    const { speaker, frames, events, advance } = speakerWith(recordingVoice().voice);
    speaker.words('Fine. This will explode. Never said.');
    speaker.ended();
    await advance(500);
    await speaker.finished;
    expect(frames.at(-1)?.last).toBe(true);
    expect(events).toEqual([
      'started',
      { stopped: false, error: expect.objectContaining({ code: 'speech.engine-failed' }) },
    ]);
  });
});
