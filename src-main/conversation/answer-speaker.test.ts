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
      yield {
        samples: new Int16Array(secondsPerSentence * rateHz).fill(asked.length * 1000),
        sampleRateHz: rateHz,
      };
    },
  };
  return { voice, asked };
}

function speakerWith(
  textToSpeech: TextToSpeech,
  more: Partial<AnswerSpeakerOptions> = {},
  isReleased = true,
) {
  const { clock, advance } = manualClock();
  const frames: SpokenFrame[] = [];
  const events: unknown[] = [];
  const speaker = createAnswerSpeaker({
    textToSpeech,
    clock,
    language: 'en',
    rate: 1,
    numbers: 'france',
    send: frame => frames.push(frame),
    bufferedBytes: () => 0,
    onStarted: () => events.push('started'),
    onEnded: end => events.push(end),
    ...more,
  });
  if (isReleased) speaker.release();
  return { speaker, frames, events, advance };
}

/** Each sentence's own loudness and the pauses between, in the order in which they are heard. */
function loudnessOf(frames: readonly SpokenFrame[]): number[] {
  const runs: { loudness: number; length: number }[] = [];
  for (const sample of frames.flatMap(({ samples }) => [...samples])) {
    const last = runs.at(-1);
    if (last?.loudness === sample / 1000) last.length += 1;
    else runs.push({ loudness: sample / 1000, length: 1 });
  }
  return runs.filter(({ length }) => length > 50).map(({ loudness }) => loudness);
}

/** Where each frame begins: after all the sound before it. */
const positions = (frames: readonly SpokenFrame[]): number[] =>
  frames.map((_, i) => frames.slice(0, i).reduce((sum, { samples }) => sum + samples.length, 0));

describe('a growing answer', () => {
  it('is said sentence by sentence, in order, in numbered frames of 100 ms, the last one marked', async () => {
    const { voice, asked } = recordingVoice();
    const { speaker, frames, events, advance } = speakerWith(voice);
    for (const delta of ['**It is', ' noon.** The', ' sun shines. 🙂 Good', 'bye']) speaker.words(delta);
    speaker.ended();
    await advance(1_000);
    // The last frame is sent, and its sound still plays.
    expect(frames.at(-1)?.last).toBe(true);
    expect(events).toEqual(['started']);
    await advance(300);
    await speaker.finished;
    expect(asked).toEqual(['It is noon.', 'The sun shines.', 'Goodbye']);
    expect(frames.map(({ sequence }) => sequence)).toEqual(frames.map((_, i) => i));
    expect(Math.max(...frames.map(({ samples }) => samples.length))).toBe(100);
    expect(loudnessOf(frames)).toEqual([1, 0, 2, 0, 3]);
    expect(frames.map(({ atMs }) => atMs)).toEqual(positions(frames));
    expect(frames.map(({ last }) => last)).toEqual([...Array(frames.length - 1).fill(false), true]);
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
    // Four pauses between five sentences.
    expect(sentSeconds()).toBeCloseTo(40 + 4 * 0.11, 5);
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

  it('comes also before the first word, and before its release', async () => {
    const { speaker, frames, events } = speakerWith(recordingVoice().voice, {}, false);
    speaker.words('One. Two.');
    speaker.stop();
    await speaker.finished;
    await speaker.ready;
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

describe('a prepared answer', () => {
  it('has its first sound made, and sends none before its release', async () => {
    const { voice, asked } = recordingVoice();
    const { speaker, frames, events, advance } = speakerWith(voice, {}, false);
    speaker.words('One. Two. Three. ');
    await speaker.ready;
    await advance(2_000);
    expect(asked).toEqual(['One.']);
    expect(frames).toEqual([]);
    expect(events).toEqual([]);
    speaker.release();
    await settle();
    await settle();
    expect(frames.length).toBeGreaterThan(0);
    speaker.stop();
  });
});

describe('a pause', () => {
  it('sends nothing more, and no time passes for what was sent', async () => {
    const { speaker, frames, advance } = speakerWith(recordingVoice(8).voice);
    speaker.words('One. Two. ');
    await advance(100);
    speaker.pause();
    const sent = frames.length;
    await advance(30_000);
    expect(frames).toHaveLength(sent);
    speaker.resume();
    await advance(1_000);
    expect(frames.length - sent).toBeLessThan(15);
    speaker.stop();
  });
});

describe('what was heard', () => {
  it('is known word by word, in the answer’s own text', async () => {
    const heard: string[] = [];
    const { speaker, advance } = speakerWith(recordingVoice(1).voice, {
      onPiece: spoken => heard.push(spoken),
    });
    speaker.words('**One.** Two. ');
    speaker.ended();
    await advance(5_000);
    const { timeline } = speaker;
    expect(heard).toEqual(['One.', 'Two.']);
    expect(timeline.heardUntil(0)).toBe(0);
    expect(timeline.heardUntil(900)).toBeGreaterThanOrEqual('**One'.length);
    expect(timeline.heardUntil(900)).toBeLessThanOrEqual('**One.** '.length);
    expect(timeline.heardUntil(timeline.endMs)).toBeGreaterThan('**One.** T'.length);
  });
});
