/**
 * Barge-in and echo in a real browser: recorded people talk into the microphone of Chromium across an answer that comes out
 * of its loudspeaker, and that comes back into the microphone at every loudness. Both ends are recorded at PulseAudio.
 */
import type { Recording } from '../test/fixtures/pulse/recording.ts';
import { soundSpans } from '../test/fixtures/pulse/sound-shape.ts';
import { canListenIn, Talk } from '../test/fixtures/pulse/talk.ts';
import { samplesPerMs, voicedAt } from '../test/fixtures/sound/mixing.ts';
import { speechClips } from '../test/fixtures/sound/speech-clips.ts';
import { command } from '../test/fixtures/voice/spoken-core.ts';
import type { Bench, Row } from './bench.ts';
import { hearAll } from './listening.ts';
import { atMost, median, p95 } from './statistics.ts';

const echoesDb = [undefined, -40, -20, -10, 0] as const;
const roundsPerLevel = { cancelled: 6, plain: 3 };
const aloneMs = 6_000;
const beforeMs = 2_500;
/** The loudness of a person at an arm's length, as in the bench `barge-in`. */
const personDb = -22;
const windowMs = 32;
const rateHz = 48_000;
/** Longer than the voice's own pauses. */
const silenceMs = 400;
/** A player begins within this. */
const reachMs = 1_500;
const story = 'Il était une fois un chat gris qui vivait dans une grande maison. '.repeat(12);

const bench: Bench = {
  name: 'echo',
  baseline: 'without the browser’s canceller; the recogniser is a fixture that knows only its own clips',
  run,
};
export default bench;

interface Delay {
  /** Until the core orders silence. */
  readonly orderedMs: number;
  /** Until nothing comes out any more. */
  readonly silentMs: number;
}

interface Level {
  readonly delays: readonly Delay[];
  readonly unheard: number;
  readonly ownTurns: number;
  readonly ownPauses: number;
}

async function run(): Promise<readonly Row[]> {
  if (!canListenIn()) return [];
  const people = await interruptions();
  const cancelled = await withCanceller(true, people, roundsPerLevel.cancelled);
  const plain = await withCanceller(false, people, roundsPerLevel.plain);
  return echoesDb.flatMap((echoDb, i) => rowsOf(echoDb, cancelled[i], plain[i]));
}

async function withCanceller(
  cancelsEcho: boolean,
  people: readonly Int16Array[],
  rounds: number,
): Promise<readonly Level[]> {
  const talk = await Talk.start({
    cancelsEcho,
    voice: { mode: 'always', cues: true },
    answer: () => ({ text: story, tokensPerSecond: 40 }),
  });
  try {
    const room = talk.sound.record('room');
    const levels: Level[] = [];
    for (const echoDb of echoesDb) {
      talk.sound.echo(echoDb);
      levels.push(await measure(talk, room, people.slice(0, rounds)));
    }
    return levels;
  } finally {
    await talk.close();
  }
}

async function measure(talk: Talk, room: Recording, people: readonly Int16Array[]): Promise<Level> {
  await speaking(talk);
  const aloneFromMs = performance.now();
  await talk.wait(aloneMs);
  const ownTurns = talk.noted('accepted', aloneFromMs).length;
  const ownPauses = talk.noted('output', aloneFromMs).filter(({ text }) => text === 'pause').length;
  const delays: (Delay | undefined)[] = [];
  for (const person of people) {
    await speaking(talk);
    await talk.wait(beforeMs);
    delays.push(await interrupt(talk, room, person));
  }
  await silent(talk);
  const heard = delays.filter(delay => delay !== undefined);
  return { delays: heard, unheard: delays.length - heard.length, ownTurns, ownPauses };
}

/** A long answer begins. */
async function speaking(talk: Talk): Promise<void> {
  await silent(talk);
  for (let tries = 0; talk.state !== 'speaking' && tries < 5; tries++) {
    await talk.say(command('fr/054-raconte-moi-une-histoire-de-chat'));
    // Misheard, it is asked again.
    await talk.until(() => talk.state === 'speaking', 6_000).catch(() => silent(talk));
  }
}

async function silent(talk: Talk): Promise<void> {
  await talk.hush();
  await talk.wait(600);
}

/** In milliseconds from the beginning of the voice; undefined when the sound went on. */
async function interrupt(talk: Talk, room: Recording, person: Int16Array): Promise<Delay | undefined> {
  const fromMs = performance.now();
  await talk.say(person);
  const saidMs = performance.now();
  await talk.wait(silenceMs);
  const startMs = fromMs + placeOf(person, room.between(fromMs, fromMs + reachMs + 1_000));
  const sound = talk.speaker.between(startMs, saidMs + silenceMs);
  const spans = soundSpans(sound, rateHz, -50, silenceMs);
  const [first] = spans;
  if (first === undefined || first.fromMs > silenceMs) return undefined;
  const isSilent = first.toMs + silenceMs < (sound.length / rateHz) * 1000;
  const order = talk.noted('output', startMs).find(({ text }) => text === 'pause' || text === 'stop');
  return isSilent && order ? { orderedMs: order.atMs - startMs, silentMs: first.toMs } : undefined;
}

/** Where a sound begins in a recording, in milliseconds: the lag at which both are most alike. */
function placeOf(sound: Int16Array, recording: Int16Array): number {
  const [needle, hay] = [thinned(sound.subarray(0, 1_000 * samplesPerMs)), thinned(recording)];
  let best = { lag: 0, alike: Number.NEGATIVE_INFINITY };
  for (let lag = 0; lag + needle.length <= hay.length; lag++) {
    let alike = 0;
    for (let i = 0; i < needle.length; i++) alike += (needle[i] ?? 0) * (hay[lag + i] ?? 0);
    if (alike > best.alike) best = { lag, alike };
  }
  return (best.lag * thinning) / samplesPerMs;
}

const thinning = 8;
/** Each eighth sample of the sound averaged over as many. */
function thinned(sound: Int16Array): Float32Array {
  return Float32Array.from({ length: Math.floor(sound.length / thinning) }, (_, i) =>
    sound.subarray(i * thinning, (i + 1) * thinning).reduce((sum, value) => sum + value, 0),
  );
}

/** Recorded people, from the beginning of their voice on, as Silero hears it in the clip alone. */
async function interruptions(): Promise<readonly Int16Array[]> {
  const found: Int16Array[] = [];
  for (const { samples } of speechClips().filter(clip => clip.isRecorded)) {
    if (found.length >= roundsPerLevel.cancelled) break;
    const windows = await hearAll(samples);
    const first = windows.find((_, i) =>
      windows.slice(i, i + 4).every(({ probability }) => probability >= 0.5),
    );
    if (first === undefined) continue;
    const from = Math.max(0, first.atMs - 2 * windowMs) * samplesPerMs;
    found.push(voicedAt(samples.subarray(from, from + 3_000 * samplesPerMs), personDb));
  }
  return found;
}

function rowsOf(
  echoDb: (typeof echoesDb)[number],
  cancelled: Level | undefined,
  plain: Level | undefined,
): Row[] {
  if (cancelled === undefined || plain === undefined) return [];
  const name = echoDb === undefined ? 'headphones' : `echo ${echoDb} dB`;
  const share = ({ unheard, delays }: Level) => (100 * delays.length) / (unheard + delays.length);
  const silentMs = ({ delays }: Level) => delays.map(delay => delay.silentMs);
  const orderedMs = ({ delays }: Level) => delays.map(delay => delay.orderedMs);
  const row = (what: string, unit: string, of: (level: Level) => number) => ({
    what: `${name}: ${what}`,
    unit,
    value: of(cancelled),
    baseline: of(plain),
  });
  return [
    row('interruptions that silenced the answer', '%', share),
    row('speech start to the order to be silent, p50', 'ms', level => median(orderedMs(level))),
    row('speech start to silence at the loudspeaker, p50', 'ms', level => median(silentMs(level))),
    atMost(
      row('speech start to silence at the loudspeaker, p95', 'ms', level => p95(silentMs(level))),
      250,
    ),
    atMost(
      row('own voice as a turn', '', ({ ownTurns }) => ownTurns),
      0,
    ),
    atMost({ what: `${name}: the same without a canceller`, value: plain.ownTurns, unit: '' }, 0),
    row('pauses by the own voice alone', '', ({ ownPauses }) => ownPauses),
  ];
}
