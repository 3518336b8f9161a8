/**
 * Recorded sentences with a pause put inside, and between two of them: who waits too little cuts the speaker off, who waits
 * too long is slow. Silero is real. The words are those of the transcript up to the pause, by the share of its letters and
 * without marks, for no recogniser at hand knows pieces of these clips; they come after the time that one takes.
 */
import { createTurnTaking } from '../src-main/conversation/turn-taking/create-turn-taking.ts';
import { SpeechDetector } from '../src-main/conversation/turn-taking/speech-detector.ts';
import { speechBeginsAfterMs } from '../src-main/conversation/turn-taking/timing.ts';
import { join, roomTone, voicedAt, voiceSpan } from '../test/fixtures/sound/mixing.ts';
import { type PausedClip, withPause } from '../test/fixtures/sound/pauses.ts';
import { type SpeechClip, speechClips } from '../test/fixtures/sound/speech-clips.ts';
import type { Bench, Row } from './bench.ts';
import { type HeardWindow, hearAll } from './listening.ts';
import { atMost, median, p95 } from './statistics.ts';

const pausesMs = [200, 400, 600, 800, 1000, 1200, 1400];
const shares = [0.3, 0.5, 0.7];
/** From a finished turn to the first sound of its answer: what is prepared by then is only to be played. */
const firstSoundMs = 100;
/** Of a recogniser, from its order to its words. */
const recognitionMs = 60;
const fixedSilenceMs = 800;

const bench: Bench = {
  name: 'turn-taking',
  baseline: `a fixed silence of ${fixedSilenceMs} ms, on the same windows of Silero`,
  run,
};
export default bench;

interface Case extends PausedClip {
  readonly kind: 'inside' | 'between';
}

/** When a turn was taken to be over, and when that was taken back. */
interface Ends {
  readonly endedAtMs: readonly number[];
}

interface Outcome {
  /** The turn was ended before the speaker went on, whether or not it was taken back. */
  readonly tooSoon: boolean;
  /** The answer sounded before the speaker went on. */
  readonly cutOff: boolean;
  /** From the last word to the end of the turn. */
  readonly waitMs: number;
}

async function run(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const results: { at: Case; ours: Outcome; fixed: Outcome }[] = [];
  for (const at of cases()) {
    const windows = await hearAll(at.sound);
    if (!isHeard(windows, at)) continue;
    results.push({ at, ours: outcome(ours(windows, at), at), fixed: outcome(fixedSilence(windows), at) });
  }
  for (const kind of ['inside', 'between'] as const) {
    for (const language of ['fr', 'en'] as const) {
      const some = results.filter(({ at }) => at.kind === kind && at.clip.language === language);
      rows.push(
        ...rowsOf(`${kind} a sentence, ${language}`.replace('between a sentence', 'between sentences'), some),
      );
    }
  }
  return [...rows, ...rowsOf('all', results, true)];
}

function rowsOf(
  name: string,
  results: readonly { ours: Outcome; fixed: Outcome }[],
  hasTargets = false,
): readonly Row[] {
  const share = (which: 'ours' | 'fixed', what: 'tooSoon' | 'cutOff') =>
    (100 * results.filter(result => result[which][what]).length) / results.length;
  const waits = (which: 'ours' | 'fixed') =>
    results.map(result => result[which].waitMs).filter(Number.isFinite);
  const cutOffs = {
    what: `${name}: cut off, with ${firstSoundMs} ms from end to first sound`,
    value: share('ours', 'cutOff'),
    unit: '%',
    baseline: share('fixed', 'cutOff'),
  };
  const wait = {
    what: `${name}: wait p50`,
    value: median(waits('ours')),
    unit: 'ms',
    baseline: median(waits('fixed')),
  };
  return [
    { what: `${name}: cases`, value: results.length, unit: '' },
    hasTargets ? atMost(cutOffs, 2) : cutOffs,
    {
      what: `${name}: ended too soon, taken back or not`,
      value: share('ours', 'tooSoon'),
      unit: '%',
      baseline: share('fixed', 'tooSoon'),
    },
    hasTargets ? atMost(wait, 400) : wait,
    { what: `${name}: wait p95`, value: p95(waits('ours')), unit: 'ms', baseline: p95(waits('fixed')) },
  ];
}

function cases(): readonly Case[] {
  const clips = speechClips();
  let count = 0;
  const nextPause = () => pausesMs[count++ % pausesMs.length] ?? 0;
  const inside = clips.flatMap(clip =>
    shares.flatMap((share): Case[] => {
      const paused = withPause(clip, share, nextPause());
      return paused === undefined ? [] : [{ ...paused, kind: 'inside' }];
    }),
  );
  const recorded = clips.filter(clip => clip.isRecorded);
  const between = (['fr', 'en'] as const).flatMap(language => {
    const some = recorded.filter(clip => clip.language === language);
    return some.slice(1).map((clip, i) => inTurn(some[i] ?? clip, clip, nextPause()));
  });
  return [...inside, ...between];
}

/** Two sentences of one turn, as loud as each other. */
function inTurn(first: SpeechClip, second: SpeechClip, pauseMs: number): Case {
  const [one, two] = [first, second].map(({ samples }) => {
    const { fromMs, toMs } = voiceSpan(samples);
    return voicedAt(samples.subarray(fromMs * 16, toMs * 16), -22);
  });
  const sound = join(
    roomTone(500),
    one ?? new Int16Array(),
    roomTone(pauseMs, -72, 2),
    two ?? new Int16Array(),
    roomTone(2500, -72, 3),
  );
  const pauseFromMs = 500 + (one?.length ?? 0) / 16;
  const pauseToMs = pauseFromMs + pauseMs;
  return {
    kind: 'between',
    clip: { ...second, text: `${first.text} ${second.text}` },
    before: first.text,
    sound,
    pauseFromMs,
    pauseToMs,
    endMs: pauseToMs + (two?.length ?? 0) / 16,
  };
}

/** A voice that Silero does not take for one (a few of the synthetic clips) says nothing about waiting. */
function isHeard(windows: readonly HeardWindow[], { pauseFromMs, pauseToMs, endMs }: Case): boolean {
  const heardIn = (fromMs: number, toMs: number) =>
    windows.some(({ atMs, probability }) => probability >= 0.5 && atMs > fromMs && atMs <= toMs);
  return (
    heardIn(pauseFromMs - 300, pauseFromMs + 64) &&
    heardIn(pauseToMs, pauseToMs + 350) &&
    heardIn(endMs - 300, endMs + 64)
  );
}

function outcome({ endedAtMs }: Ends, { pauseFromMs, pauseToMs, endMs }: Case): Outcome {
  const early = endedAtMs.filter(atMs => atMs > pauseFromMs && atMs < pauseToMs);
  const last = endedAtMs.find(atMs => atMs >= endMs);
  return {
    tooSoon: early.length > 0,
    cutOff: early.some(atMs => atMs + firstSoundMs < pauseToMs),
    waitMs: last === undefined ? Number.NaN : last - endMs,
  };
}

function ours(windows: readonly HeardWindow[], { clip, before, pauseToMs }: Case): Ends {
  const { language } = clip;
  const taking = createTurnTaking({ profileLanguages: ['fr', 'en'], mode: 'always', bargeIn: true });
  const endedAtMs: number[] = [];
  let asked: { id: number; dueMs: number; text: string } | undefined;
  for (const { atMs, probability, levelDb } of windows) {
    const actions = [...taking.push({ kind: 'activity', atMs, probability, levelDb })];
    if (asked !== undefined && atMs >= asked.dueMs) {
      actions.push(...taking.push({ kind: 'transcript', id: asked.id, text: asked.text, language }));
      asked = undefined;
    }
    for (const action of actions) {
      if (action.kind === 'turn-ended') endedAtMs.push(atMs);
      if (action.kind !== 'recognise') continue;
      const heard = action.toMs < pauseToMs + 300 ? before : clip.text;
      asked = { id: action.id, dueMs: atMs + recognitionMs, text: withoutMarks(heard) };
    }
  }
  return { endedAtMs };
}

function fixedSilence(windows: readonly HeardWindow[]): Ends {
  const detector = new SpeechDetector();
  const endedAtMs: number[] = [];
  let hasEnded = true;
  for (const { atMs, probability } of windows) {
    detector.push(atMs, probability, speechBeginsAfterMs);
    if (detector.speechSinceMs !== undefined) hasEnded = false;
    const silentMs = atMs - (detector.lastSpeechAtMs ?? atMs);
    if (hasEnded || silentMs < fixedSilenceMs) continue;
    hasEnded = true;
    endedAtMs.push(atMs);
  }
  return { endedAtMs };
}

/** The marks of the transcript would tell which words are the last: a recogniser does not know either. */
const withoutMarks = (text: string): string => text.replace(/[\s.!?…,;:]+$/u, '');
