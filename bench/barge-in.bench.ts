/**
 * Speech, assents and noise across Jarvis's voice, which comes back into the microphone at every loudness of echo. Silero
 * and the two Piper-format voices are real. Words come from the known text; where only the echo was there, they are what was
 * played then with every second word misheard. The loudspeaker obeys: after `pause` and `stop` nothing is played, `duck` is 12 dB.
 */
import { loadPiperVoice } from '../native/speech-process/piper-voice.ts';
import { createTurnTaking } from '../src-main/conversation/turn-taking/create-turn-taking.ts';
import type { TurnTakingAction } from '../src-main/conversation/turn-taking/turn-taking.ts';
import type { Language } from '../src-main/domain/language.ts';
import {
  join,
  levelDb,
  louder,
  resampled,
  roomTone,
  samplesPerMs,
  voicedAt,
  voiceSpan,
} from '../test/fixtures/sound/mixing.ts';
import { noise, noiseKinds } from '../test/fixtures/sound/noises.ts';
import { speechClips } from '../test/fixtures/sound/speech-clips.ts';
import { assetPath } from '../test/test-assets.ts';
import type { Bench, Row } from './bench.ts';
import { Ear, hearAll } from './listening.ts';
import { atMost, median, p95 } from './statistics.ts';

const echoesDb = [undefined, -40, -30, -20, -10, 0] as const;
type EchoDb = (typeof echoesDb)[number];
const windowSamples = 512;
const windowMs = 32;
const duckDb = -12;
/** Through the loudspeaker, the room and the microphone. */
const echoDelayMs = 90;
/** Of Jarvis's voice as it is played, and of a person at an arm's length from the microphone. */
const outputVoiceDb = -20;
const personDb = -22;
const recognitionMs = 100;
const misheard = 'banane';
const mostInterruptions = 60;

const bench: Bench = {
  name: 'barge-in',
  baseline: 'none: what is measured is whether Jarvis falls silent for words, and for nothing else',
  run,
};
export default bench;

/** Something said or heard across an answer. */
interface Across {
  readonly sound: Int16Array;
  /** When it begins, in the answer's own time. */
  readonly fromMs: number;
  readonly text: string;
  readonly language: Language;
}

interface Heard {
  readonly pausedAtMs: readonly number[];
  readonly stoppedAtMs?: number;
  readonly turns: readonly string[];
}

interface Answer {
  readonly sound: Int16Array;
  readonly text: string;
  readonly language: Language;
}

async function run(): Promise<readonly Row[]> {
  const answers = await Promise.all([french, english].map(answerOf));
  const rows: Row[] = [];
  for (const echoDb of echoesDb) rows.push(...(await rowsAt(echoDb, answers)));
  return rows;
}

async function rowsAt(echoDb: EchoDb, answers: readonly Answer[]): Promise<readonly Row[]> {
  const name = echoDb === undefined ? 'headphones' : `echo ${echoDb} dB`;
  const [spoken, assents, noises, alone] = [
    await playAll(echoDb, answers, await interruptions()),
    await playAll(echoDb, answers, await backchannels()),
    await playAll(echoDb, answers, noisesAcross()),
    await playAll(echoDb, answers, [undefined, undefined]),
  ];
  const delays = spoken.flatMap(({ across, heard }) => {
    const first = heard.pausedAtMs[0] ?? heard.stoppedAtMs;
    return first === undefined || across === undefined ? [] : [first - across.fromMs];
  });
  const stopped = spoken.filter(({ heard }) => heard.stoppedAtMs !== undefined).length;
  const falseStops = [...assents, ...noises].filter(({ heard }) => heard.stoppedAtMs !== undefined).length;
  const ownTurns = [...assents, ...noises, ...alone].flatMap(({ heard }) => heard.turns).length;
  const pausesAlone = Math.max(0, ...alone.map(({ heard }) => heard.pausedAtMs.length));
  // At 0 dB the person is no louder than Jarvis in the microphone: without a canceller no level tells them apart.
  const isOrdinary = echoDb === undefined || echoDb <= -10;
  const delay = { what: `${name}: speech start to silence, p95`, value: p95(delays), unit: 'ms' };
  return [
    {
      what: `${name}: interruptions by speech that ended the answer`,
      value: (100 * stopped) / spoken.length,
      unit: '%',
    },
    { what: `${name}: speech start to silence, p50`, value: median(delays), unit: 'ms' },
    isOrdinary ? atMost(delay, 250) : delay,
    atMost(
      {
        what: `${name}: false stops by ${assents.length} assents and ${noises.length} noises`,
        value: (100 * falseStops) / (assents.length + noises.length),
        unit: '%',
      },
      2,
    ),
    atMost({ what: `${name}: own voice as a turn`, value: ownTurns, unit: '' }, 0),
    atMost(
      { what: `${name}: pauses by the own voice alone, most in one answer`, value: pausesAlone, unit: '' },
      1,
    ),
  ];
}

async function playAll(echoDb: EchoDb, answers: readonly Answer[], all: readonly (Across | undefined)[]) {
  const results: { across: Across | undefined; heard: Heard }[] = [];
  for (const [index, across] of all.entries()) {
    const answer = answers[index % answers.length];
    if (answer !== undefined) results.push({ across, heard: await play(answer, echoDb, across) });
  }
  return results;
}

/** One answer played to its end, or until it is stopped, and three seconds more. */
async function play(answer: Answer, echoDb: EchoDb, across: Across | undefined): Promise<Heard> {
  const taking = createTurnTaking({ profileLanguages: ['fr', 'en'], mode: 'always', bargeIn: true });
  const ear = await Ear.open();
  const echoes: Int16Array[] = [];
  const state: { pausedAtMs: number[]; stoppedAtMs?: number; turns: string[]; order: string } = {
    pausedAtMs: [],
    turns: [],
    order: 'resume',
  };
  let asked: { id: number; dueMs: number; fromMs: number; toMs: number } | undefined;
  /** Where the answer was at the end of each window. */
  const positions: number[] = [];
  let position = 0;
  let isOver = false;
  const carryOut = (actions: readonly TurnTakingAction[], atMs: number): void => {
    for (const action of actions) {
      if (action.kind === 'turn-ended') state.turns.push(action.text);
      if (action.kind === 'recognise') asked = { ...action, dueMs: atMs + recognitionMs };
      if (action.kind !== 'output') continue;
      state.order = action.order;
      if (action.order === 'pause') state.pausedAtMs.push(atMs);
      if (action.order === 'stop') state.stoppedAtMs = atMs;
    }
  };
  taking.push({ kind: 'output-words', text: answer.text });
  taking.push({ kind: 'output', atMs: 0, state: 'started' });
  const totalMs =
    Math.max(answer.sound.length / samplesPerMs, across ? across.fromMs + across.sound.length / 16 : 0) +
    4000;
  for (let atMs = windowMs; atMs < totalMs; atMs += windowMs) {
    const isPlaying = position < answer.sound.length && state.order !== 'pause' && state.order !== 'stop';
    const played = isPlaying
      ? answer.sound.slice(position, position + windowSamples)
      : new Int16Array(windowSamples);
    if (isPlaying) position += windowSamples;
    const output = state.order === 'duck' ? louder(played, duckDb) : played;
    echoes.push(output);
    positions.push(position);
    const microphone = microphoneWindow(atMs, echoes, echoDb, across);
    const heard = await ear.hear(microphone);
    const outputDb = isPlaying ? { outputDb: levelDb(output) } : {};
    carryOut(taking.push({ kind: 'activity', ...heard, atMs, ...outputDb }), atMs);
    if (asked !== undefined && atMs >= asked.dueMs) {
      const { id, fromMs, toMs } = asked;
      asked = undefined;
      const text = wordsHeard(answer, across, { fromMs, toMs, positions }, echoDb);
      carryOut(taking.push({ kind: 'transcript', id, text, language: answer.language }), atMs);
    }
    if (!isOver && position >= answer.sound.length) {
      isOver = true;
      carryOut(taking.push({ kind: 'output', atMs, state: 'ended' }), atMs);
    }
  }
  return state;
}

function microphoneWindow(
  atMs: number,
  echoes: readonly Int16Array[],
  echoDb: EchoDb,
  across: Across | undefined,
): Int16Array {
  const tone = roomTone(windowMs, -68, atMs);
  const late = Math.floor(echoDelayMs / windowMs);
  const echo = echoDb === undefined ? undefined : echoes[echoes.length - 1 - late];
  const returned = echo === undefined ? undefined : louder(echo, echoDb ?? 0);
  const from = across === undefined ? 0 : (atMs - windowMs - across.fromMs) * samplesPerMs;
  return tone.map((sample, i) => {
    const voice = across?.sound[from + i] ?? 0;
    const sum = sample + (returned?.[i] ?? 0) + voice;
    return Math.max(-32_768, Math.min(32_767, sum));
  });
}

/** The person's words where their sound is in the range, by its share; else what Jarvis said then, every second word misheard. */
function wordsHeard(
  answer: Answer,
  across: Across | undefined,
  { fromMs, toMs, positions }: { fromMs: number; toMs: number; positions: readonly number[] },
  echoDb: EchoDb,
): string {
  if (across !== undefined && toMs > across.fromMs + 100) {
    const share = (toMs - across.fromMs) / (across.sound.length / samplesPerMs);
    const words = across.text.split(/\s+/).filter(Boolean);
    if (words.length > 0)
      return words.slice(0, Math.max(1, Math.round(words.length * Math.min(1, share)))).join(' ');
    if (echoDb === undefined || echoDb < -30) return '';
  }
  if (echoDb === undefined) return '';
  const said = answer.text.split(/\s+/);
  const place = (ms: number) => {
    const window = Math.max(0, Math.floor((ms - echoDelayMs) / windowMs));
    const position = positions[window] ?? positions.at(-1) ?? 0;
    return Math.round((Math.min(position, answer.sound.length) / answer.sound.length) * said.length);
  };
  const echoed = said.slice(place(fromMs), place(toMs));
  return echoed.map((word, i) => (i % 2 === 1 ? misheard : word)).join(' ');
}

const french = {
  language: 'fr',
  text: 'La tour mesure trois cent trente mètres de haut. Elle a été construite en deux ans par trois cents ouvriers, et elle était alors le plus haut monument du monde. On peut y monter tous les jours.',
} as const;
const english = {
  language: 'en',
  text: 'The tower is three hundred and thirty metres high. It was built within two years by three hundred workers, and it was then the tallest building in the world. You can visit it every day.',
} as const;

async function answerOf({ language, text }: { language: Language; text: string }): Promise<Answer> {
  const voice = await loadPiperVoice(assetPath(`models/tts/piper-format-${language}`), language);
  const parts: Int16Array[] = [];
  const say = { text, rate: 1, language };
  await voice.say(
    say,
    ({ samples, sampleRateHz }) => {
      parts.push(resampled(samples, sampleRateHz));
    },
    new AbortController().signal,
  );
  return { language, text, sound: voicedAt(join(...parts), outputVoiceDb) };
}

/**
 * Recorded people, from the beginning of their voice on. Many clips begin with breath or hiss, so that loudness does not tell
 * it: it is where Silero hears speech in the clip alone, less the one window that it needs for that.
 */
async function interruptions(): Promise<readonly Across[]> {
  const found: Across[] = [];
  for (const { samples, text, language } of speechClips().filter(clip => clip.isRecorded)) {
    const windows = await hearAll(samples);
    const first = windows.find((_, i) =>
      windows.slice(i, i + 4).every(({ probability }) => probability >= 0.5),
    );
    if (first === undefined || found.length >= mostInterruptions) continue;
    const from = Math.max(0, first.atMs - 2 * windowMs) * samplesPerMs;
    const sound = voicedAt(samples.subarray(from, from + 4000 * samplesPerMs), personDb);
    found.push({ sound, text, language, fromMs: 1600 + (found.length % 7) * 330 });
  }
  return found;
}

const assentWords = {
  fr: ['oui', "d'accord", 'ah bon', 'mm-hm', 'ok', 'je vois'],
  en: ['yes', 'okay', 'mm-hm', 'right', 'I see', 'of course'],
} as const;

/** Assents by the two voices at hand, at three speeds. */
async function backchannels(): Promise<readonly Across[]> {
  const all: Across[] = [];
  for (const language of ['fr', 'en'] as const) {
    const voice = await loadPiperVoice(assetPath(`models/tts/piper-format-${language}`), language);
    for (const text of assentWords[language]) {
      for (const rate of [0.8, 1, 1.3]) {
        const parts: Int16Array[] = [];
        await voice.say(
          { text, rate, language },
          ({ samples, sampleRateHz }) => {
            parts.push(resampled(samples, sampleRateHz));
          },
          new AbortController().signal,
        );
        const whole = join(...parts);
        const { fromMs, toMs } = voiceSpan(whole);
        all.push({
          sound: voicedAt(whole.subarray(fromMs * samplesPerMs, toMs * samplesPerMs), personDb),
          text,
          language,
          fromMs: 1600 + all.length * 64,
        });
      }
    }
  }
  return all;
}

const noisesAcross = (): readonly Across[] =>
  noiseKinds.flatMap((kind, k) =>
    [1, 2, 3, 4].map(seed => ({
      sound: noise(kind, seed, -10),
      text: '',
      language: 'fr' as const,
      fromMs: 1600 + (k * 4 + seed) * 96,
    })),
  );
