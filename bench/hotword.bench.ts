/** The name: how often it is heard, what else wakes, and what listening for it costs; the model alone is the baseline. */

import { wakeModelPath } from '../native/speech-process/built-in-models.ts';
import { loadWakeModel, type WakeModel } from '../native/speech-process/wake-detector.ts';
import { createProcessSoundStreams } from '../src-main/adapters/speech/process-sound-streams.ts';
import { createSpeechProcess } from '../src-main/adapters/speech/speech-process.ts';
import { createWakeTrigger, wakeThreshold } from '../src-main/domain/wake-word.ts';
import { systemClock as clock } from '../src-main/host/system-clock.ts';
import type { SoundStreams } from '../src-main/ports/sound-stream.ts';
import { assetPath, readWav } from '../test/test-assets.ts';
import type { Bench, Row } from './bench.ts';
import { type HotwordSound, ownSounds, recordedSounds, spokenSounds } from './hotword-sounds.ts';
import { cpuSecondsOf, residentMebibytesOf } from './process-cost.ts';
import { atLeast, atMost } from './statistics.ts';

const recognizer = 'models/stt/whisper-format-tiny-overfit';
const windowSamples = 1_280;
const frameSamples = 320;
const sensitivity = 0.5;
const threshold = wakeThreshold(sensitivity);
const settleMs = 4_000;
const watchMs = 15_000;

const bench: Bench = {
  name: 'hotword',
  baseline:
    'the same network over the same sound, called directly, without the path of sound and the second look',
  run,
};
export default bench;

async function run(): Promise<readonly Row[]> {
  const program = createSpeechProcess({ clock });
  try {
    const armed = createProcessSoundStreams({ process: program, recognizerDir: () => undefined, clock });
    const costs = await costRows(armed, () => program.state().pid ?? 0);
    const second = createProcessSoundStreams({
      process: program,
      recognizerDir: () => assetPath(recognizer),
    });
    const secondAlone = createProcessSoundStreams({ process: program, recognizerDir: () => undefined });
    const looks = { second, secondAlone };
    const model = await loadWakeModel(wakeModelPath);
    const own = process.env.JARVIS_BENCH_DATA;
    const sounds =
      own === undefined ? [...recordedSounds(), ...(await spokenSounds())] : await ownSounds(own);
    const results: Result[] = [];
    for (const sound of sounds) results.push(await listen(looks, model, sound));
    process.stdout.write(`  second look with ${recognizer} (a fixture, which knows only its own clips)\n`);
    return [...groupRows(results), ...costs];
  } finally {
    await program.stop();
  }
}

interface Result extends HotwordSound {
  /** The model alone. */
  readonly plain: boolean;
  /** Through the path of sound: over the line of the first look, and after the second. */
  readonly first: boolean;
  readonly second: boolean;
  /** After a second look by the detector alone, as where no recogniser is installed. */
  readonly secondAlone: boolean;
}

type Looks = Readonly<Record<'second' | 'secondAlone', SoundStreams>>;

/** Two seconds of silence, the sound, one second of silence. */
function padded(samples: Int16Array): Int16Array {
  const whole = new Int16Array(
    26 * windowSamples + Math.ceil(samples.length / windowSamples + 13) * windowSamples,
  );
  whole.set(samples, 26 * windowSamples);
  return whole;
}

async function listen(looks: Looks, model: WakeModel, sound: HotwordSound): Promise<Result> {
  const whole = padded(sound.samples);
  const detector = model();
  let plain = false;
  for (let at = 0; at < whole.length; at += windowSamples)
    plain = (await detector.next(whole.subarray(at, at + windowSamples))).score > threshold || plain;
  const { first, isCalled, accepted: second } = await listenThrough(looks.second, whole);
  const alone = isCalled ? await listenThrough(looks.secondAlone, whole) : { accepted: false };
  if (!sound.isName && second) process.stdout.write(`  woken by ${sound.group}: ${sound.what}\n`);
  return { ...sound, plain, first, second, secondAlone: alone.accepted };
}

/** As a capture does it: frames of 20 ms, the trigger, and the second look while sound goes on. */
async function listenThrough(streams: SoundStreams, whole: Int16Array) {
  const stream = streams.open({ activity: false, wake: true });
  const trigger = createWakeTrigger();
  const verdicts: Promise<{ accepted: boolean }>[] = [];
  let first = false;
  try {
    for (let at = 0; at < whole.length; at += frameSamples) {
      const { wake } = await stream.push(whole.subarray(at, at + frameSamples));
      for (const score of wake) {
        first ||= score.score > threshold;
        if (!trigger.push(score, threshold)) continue;
        verdicts.push(stream.confirmWake(score.atSample, sensitivity, { languages: ['fr', 'en'] }));
      }
    }
    // What is said last is followed by silence.
    await stream.push(new Int16Array(windowSamples * 3));
    const accepted = (await Promise.all(verdicts)).some(verdict => verdict.accepted);
    return { first, isCalled: verdicts.length > 0, accepted };
  } finally {
    stream.close();
  }
}

function groupRows(results: readonly Result[]): Row[] {
  const groups = [...new Set(results.map(result => result.group))];
  return groups.flatMap(group => {
    const of = results.filter(result => result.group === group);
    return of[0]?.isName === true ? heardRows(group, of) : falseWakeRows(group, of);
  });
}

type Look = 'plain' | 'first' | 'second' | 'secondAlone';
const looksThrough = [
  ['first', 'first look'],
  ['second', 'second look'],
  ['secondAlone', 'second look without a recogniser'],
] as const;
const countOf = (results: readonly Result[], look: Look): number =>
  results.filter(result => result[look]).length;

/** No more than a point below the model alone. */
function heardRows(group: string, of: readonly Result[]): Row[] {
  const percent = (look: Look) => (100 * countOf(of, look)) / of.length;
  return looksThrough.map(([look, name]) => {
    const row = { what: `heard, ${group}, ${name}`, value: percent(look), unit: `% of ${of.length}` };
    return atLeast({ ...row, baseline: percent('plain') }, percent('plain') - 1);
  });
}

function falseWakeRows(group: string, of: readonly Result[]): Row[] {
  return looksThrough.map(([look, name]) => {
    const wakes = { value: countOf(of, look), unit: `of ${of.length}`, baseline: countOf(of, 'plain') };
    const row = { what: `false wakes, ${group}, ${name}`, ...wakes };
    return look !== 'first' && !group.includes('near-misses') ? atMost(row, 0) : row;
  });
}

/** Armed in real time: a room with recorded background, a quiet one, and one in which someone talks without end. */
async function costRows(streams: SoundStreams, pid: () => number): Promise<Row[]> {
  const background = readWav(assetPath('speech/noise/background.wav')).samples.subarray(3_200, 180_000);
  const quiet = Int16Array.from({ length: 16_000 }, (_, i) => ((i * 7_919) % 13) - 6);
  const talk = readWav(assetPath('speech/en/jfk.wav')).samples;
  const rows: Row[] = [];
  for (const [room, sound] of Object.entries({ background, quiet, talk })) {
    const { percent, mebibytes } = await armedCost(streams, sound, pid);
    const cost = { what: `armed, ${room}: processor`, value: percent, unit: '% of a core' };
    rows.push(atMost(cost, 1));
    rows.push(atMost({ what: `armed, ${room}: memory`, value: mebibytes, unit: 'MiB' }, 150e6 / 2 ** 20));
  }
  return rows;
}

async function armedCost(streams: SoundStreams, sound: Int16Array, pid: () => number) {
  const stream = streams.open({ activity: false, wake: true });
  const startedMs = performance.now();
  let at = 0;
  const pushed: Promise<unknown>[] = [];
  const timer = setInterval(() => {
    for (; at < (performance.now() - startedMs) * 16; at += 320) {
      const from = at % (sound.length - 320);
      pushed.push(stream.push(sound.subarray(from, from + 320)));
    }
  }, 20);
  try {
    await pause(settleMs);
    const before = cpuSecondsOf(pid());
    const beganMs = performance.now();
    await pause(watchMs);
    const percent = ((cpuSecondsOf(pid()) - before) / ((performance.now() - beganMs) / 1000)) * 100;
    await Promise.all(pushed);
    return { percent, mebibytes: residentMebibytesOf(pid()) };
  } finally {
    clearInterval(timer);
    stream.close();
  }
}

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
