/** Sound streams over the real process and networks: as the port demands, and when the process is killed at any moment. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { assetPath, haveAssets, readWav } from '../../../test/test-assets.ts';
import type { Clock } from '../../ports/clock.ts';
import {
  describeSoundStreams,
  expectUnbroken,
  joined,
  pushAll,
  silence,
} from '../../ports/conformance/sound-stream.ts';
import { wordsOf } from '../../ports/conformance/speech-to-text.ts';
import type { SoundMarks, SoundStream } from '../../ports/sound-stream.ts';
import { createProcessSoundStreams } from './process-sound-streams.ts';
import { createSpeechProcess } from './speech-process.ts';

const clock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  zone: () => 'UTC',
  after(delayMs, action) {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};
const available = haveAssets(
  'models/stt/whisper-format-tiny-overfit',
  'models/wakeword/jarvis-own/golden.json',
  'speech/wake/pv_jarvis_00.wav',
  'speech/commands/commands.json',
);
const program = createSpeechProcess({ clock });
afterAll(() => program.stop());
const recognizerDir = assetPath('models/stt/whisper-format-tiny-overfit');
const streams = createProcessSoundStreams({ process: program, recognizerDir: () => recognizerDir });
const never = new AbortController().signal;

const clip = (path: string): Int16Array => readWav(assetPath(`speech/${path}`)).samples;
const kill = (): void => {
  const { pid } = program.state();
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
};

interface Command {
  readonly file: string;
  readonly language: 'fr' | 'en';
  readonly text: string;
  readonly wake: string | null;
}
const commands: readonly Command[] = available
  ? JSON.parse(readFileSync(assetPath('speech/commands/commands.json'), 'utf8')).clips
  : [];
const clips = commands
  .filter(({ wake }) => wake === null)
  .filter((_, i) => i % 20 === 0)
  .map(({ file, language, text }) => ({ ...readWav(assetPath(`speech/commands/${file}`)), language, text }));

describe.runIf(available)('the speech process', () => {
  const name = clip('wake/pv_jarvis_00.wav');
  describeSoundStreams('speech process', () => ({ streams, clips, name }));
  const batched = createProcessSoundStreams({
    ...{ process: program, recognizerDir: () => recognizerDir, clock },
  });
  describeSoundStreams('speech process, windows in batches', () => ({ streams: batched, clips, name }));

  it('sends a third of the messages while only the name is listened for, and every score comes in order', async () => {
    const request = vi.spyOn(program, 'request');
    onTestFinished(() => request.mockRestore());
    const talk = clip('en/jfk.wav').subarray(0, 60 * 1_280);
    const count = async (batches: boolean) => {
      request.mockClear();
      const stream = createProcessSoundStreams({
        ...{ process: program, recognizerDir: () => undefined, ...(batches && { clock }) },
      }).open({ activity: false, wake: true });
      const ends: number[] = [];
      const pushed: Promise<unknown>[] = [];
      for (let at = 0; at < talk.length; at += 320) {
        const marks = stream.push(talk.subarray(at, at + 320));
        pushed.push(marks.then(({ wake }) => ends.push(...wake.map(({ atSample }) => atSample))));
        if (at % 1_280 === 960) await new Promise(resolve => setTimeout(resolve, 5));
      }
      await Promise.all(pushed);
      stream.close();
      expect(ends).toEqual(Array.from({ length: 60 }, (_, i) => (i + 1) * 1_280));
      return request.mock.calls.filter(([method]) => method === 'streamPush').length;
    };
    expect(await count(true)).toBeLessThan((await count(false)) * 0.6);
  });
});

interface Golden {
  readonly clips: readonly { readonly file: string; readonly scores: readonly number[] }[];
}

describe.runIf(available)('the wake word', () => {
  it('scores as its makers measured, window by window, also after quiet in which it rested', async () => {
    const golden: Golden = JSON.parse(
      readFileSync(assetPath('models/wakeword/jarvis-own/golden.json'), 'utf8'),
    );
    expect(golden.clips.length).toBeGreaterThan(8);
    for (const { file, scores } of golden.clips) {
      const stream = streams.open({ activity: false, wake: true });
      const lead = new Int16Array(26 * 1_280);
      const rest = clip(file);
      const whole = joined(lead, rest, new Int16Array(scores.length * 1_280 - lead.length - rest.length));
      const { wake } = await pushAll(stream, whole, 1_280);
      for (const [i, { score }] of wake.entries()) {
        const known = scores[i] ?? Number.NaN;
        // What is no louder than the room is not listened to; there is no name in it either.
        if (score === 0) expect(known, file).toBeLessThan(0.02);
        else expect(Math.abs(score - known), file).toBeLessThan(1e-3);
      }
      expect(wake.length).toBe(scores.length);
      stream.close();
    }
  }, 60_000);
});

describe.runIf(available)('voice activity', () => {
  it('is speech in recorded speech, and never in the recorded background', async () => {
    const share = async (path: string) => {
      const stream = streams.open({ activity: true, wake: false });
      const { activity } = await pushAll(stream, clip(path), 8_000);
      stream.close();
      return activity.filter(({ probability }) => probability > 0.5).length / activity.length;
    };
    // The makers of the assets counted 233 of 343 and 0 of 393.
    expect(await share('en/jfk.wav')).toBeCloseTo(233 / 343, 1);
    expect(await share('noise/background.wav')).toBe(0);
  });
});

describe.runIf(available)('a speech process that is killed', () => {
  it('at any moment: every window is reported once and the words are still understood', async () => {
    const [known] = clips;
    if (!known) throw new Error('no clip');
    const sound = joined(silence(1), known.samples, silence(1));
    for (const killAfter of [0, 1, 40, 90]) {
      const stream = streams.open({ activity: true, wake: true });
      const pushed: Promise<SoundMarks>[] = [];
      for (let at = 0; at < sound.length; at += 320) {
        if (at / 320 === killAfter) kill();
        pushed.push(stream.push(sound.subarray(at, at + 320)));
        if (at % 3_200 === 0) await new Promise(resolve => setImmediate(resolve));
      }
      const marks = await Promise.all(pushed);
      expectUnbroken(
        { activity: marks.flatMap(mark => mark.activity), wake: marks.flatMap(mark => mark.wake) },
        sound.length,
      );
      const { text } = await stream.transcribe(
        { fromSample: 8_000, toSample: sound.length, languages: ['fr', 'en'] },
        never,
      );
      expect(wordsOf(text)).toBe(wordsOf(known.text));
      stream.close();
    }
  }, 60_000);

  it('is back within 5 s, between two frames', async () => {
    const [known] = clips;
    if (!known) throw new Error('no clip');
    const stream = streams.open({ activity: true, wake: true });
    const before = await pushAll(stream, joined(silence(0.96), known.samples.subarray(0, 16_000)));
    kill();
    const startedMs = performance.now();
    const after = await pushAll(stream, silence(0.32));
    expect(performance.now() - startedMs).toBeLessThan(5_000);
    const all = {
      activity: [...before.activity, ...after.activity],
      wake: [...before.wake, ...after.wake],
    };
    expectUnbroken(all, 31_360 + 5_120);
    stream.close();
  });

  it('answers a recognition that was pending', async () => {
    const [known] = clips;
    if (!known) throw new Error('no clip');
    const stream = streams.open({ activity: false, wake: false });
    await pushAll(stream, known.samples);
    const range = { fromSample: 0, toSample: known.samples.length, languages: [known.language] };
    await stream.transcribe(range, never);
    const running = stream.transcribe(range, never);
    await new Promise(resolve => setImmediate(resolve));
    kill();
    expect(wordsOf((await running).text)).toBe(wordsOf(known.text));
    stream.close();
  });

  it('goes on after the process was stopped because nobody spoke for long', async () => {
    const stream = streams.open({ activity: true, wake: false });
    const first = await pushAll(stream, silence(0.5));
    await program.stop();
    const second = await pushAll(stream, silence(0.5));
    const positions = [...first.activity, ...second.activity].map(({ atSample }) => atSample);
    expect(positions).toEqual(Array.from({ length: 31 }, (_, i) => i * 512));
    stream.close();
  });
});

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../test/fixtures/models/${name}/`, import.meta.url));
const loud = (seconds: number): Int16Array =>
  Int16Array.from({ length: seconds * 16_000 }, (_, i) => ((i * 7_919) % 16_001) - 8_000);

describe('the model of the end of turn', () => {
  const range = { fromSample: 0, toSample: 48_000 };
  const open = (endingDir: string | undefined) =>
    createProcessSoundStreams({
      ...{ process: program, recognizerDir: () => undefined },
      endingDir: () => endingDir,
    }).open({ activity: true, wake: false });

  it('tells from the voice whether all was said, also when the process was killed', async () => {
    const stream = open(fixture('smart-turn-format'));
    void pushAll(stream, joined(loud(2), silence(1)));
    expect(await stream.ending(range, never)).toBeGreaterThan(0.9);
    kill();
    expect(await stream.ending({ fromSample: 0, toSample: 32_000 }, never)).toBeLessThan(0.1);
    stream.close();
  });

  it('says nothing where none is installed, and what is wrong with a folder', async () => {
    const [none, wrong] = [open(undefined), open(fixture('zipformer-format'))];
    expect(await none.ending(range, never)).toBeUndefined();
    await expect(wrong.ending(range, never)).rejects.toMatchObject({ code: 'speech.model-incomplete' });
    none.close();
    wrong.close();
  });
});

describe('words while they are said', () => {
  const open = (partialDir: string | undefined, faults: string[] = []) =>
    createProcessSoundStreams({
      ...{ process: program, recognizerDir: () => undefined },
      partialDir: language => (language === 'fr' ? partialDir : undefined),
      onPartialFault: ({ code }) => faults.push(code),
    }).open({ activity: true, wake: false, partialFromSample: 0, languages: ['en', 'fr'] });
  const partialsOf = async (stream: SoundStream, sound: Int16Array) => {
    const partials: string[] = [];
    for (let at = 0; at < sound.length; at += 1_280) {
      const { partial } = await stream.push(sound.subarray(at, at + 1_280));
      if (partial !== undefined) partials.push(partial);
    }
    return partials;
  };

  it('grow with the sound, begin anew where they are told to, and survive the death of the process', async () => {
    const stream = open(fixture('zipformer-format'));
    const first = await partialsOf(stream, joined(silence(0.5), loud(1)));
    expect(first.length).toBeGreaterThan(3);
    for (const [i, text] of first.entries()) expect(text.startsWith(first[i - 1] ?? 'la')).toBe(true);
    kill();
    const later = await partialsOf(stream, loud(0.5));
    expect(later.at(-1)?.length).toBeGreaterThan(first.at(-1)?.length ?? 0);
    stream.configure({ activity: true, wake: false, partialFromSample: 32_000, languages: ['fr'] });
    const anew = await partialsOf(stream, loud(0.5));
    expect(anew.at(-1)?.length).toBeLessThan(later.at(-1)?.length ?? 0);
    stream.configure({ activity: true, wake: false });
    expect(await partialsOf(stream, loud(0.5))).toEqual([]);
    stream.close();
  });

  it('are left out when their folder is broken: marks come all the same, and the fault is told once', async () => {
    const faults: string[] = [];
    const stream = open(fixture('smart-turn-format'), faults);
    const { activity } = await pushAll(stream, loud(1), 1_280);
    expect(activity.length).toBe(31);
    expect(faults).toEqual(['speech.model-incomplete']);
    stream.close();
  });
});

describe('without a recogniser', () => {
  it('says so', async () => {
    const none = createProcessSoundStreams({ process: program, recognizerDir: () => undefined });
    const stream = none.open({ activity: false, wake: false });
    await expect(
      stream.transcribe({ fromSample: 0, toSample: 10, languages: ['fr'] }, never),
    ).rejects.toMatchObject({ code: 'speech.no-recognizer' });
  });
});
