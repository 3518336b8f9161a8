/**
 * Turns with a pause in them: who waits too little cuts the speaker off, who waits too long is slow. A cut-off is an answer whose
 * first sound would have come before the speaker went on: the turn was ended so long before that, less the time from there to
 * the first sound; an end that is taken back before any sound is none. Silero and the voice's own ending are real. The words are
 * those of the transcript up to the pause, by the share of its letters and without marks, for no recogniser at hand knows
 * pieces of these clips; they come after the time that one takes. Weights and waits were chosen with one half of the clips; the other is
 * the row "kept aside".
 */
import { createTurnTaking } from '../src-main/conversation/turn-taking/create-turn-taking.ts';
import { SpeechDetector } from '../src-main/conversation/turn-taking/speech-detector.ts';
import { speechBeginsAfterMs } from '../src-main/conversation/turn-taking/timing.ts';
import { finishedByVoice } from '../src-main/conversation/turn-taking/voice-ending/finished-by-voice.ts';
import { samplesPerMs } from '../test/fixtures/sound/mixing.ts';
import type { Bench, Row } from './bench.ts';
import { type HeardWindow, hearAll } from './listening.ts';
import { atMost, median, p95 } from './statistics.ts';
import { type Case, type CaseKind, caseKinds, cases } from './turn-taking-cases.ts';

/** From a finished turn to the first sound of its answer, as `npm run bench -- voice` measures it: what is prepared is only to be played. */
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

/** When a turn was taken to be over, and when that was taken back. */
interface Ends {
  readonly endedAtMs: readonly number[];
}

interface Outcome {
  /** The answer sounded before the speaker went on. */
  readonly cutOff: boolean;
  /** From the last word to the end of the turn. */
  readonly waitMs: number;
}

interface Result {
  readonly at: Case;
  readonly ours: Outcome;
  /** As ours, without the voice. */
  readonly words: Outcome;
  readonly fixed: Outcome;
}

const names: Readonly<Record<CaseKind, string>> = {
  inside: 'pauses as people make them',
  even: 'pauses of 200 to 1,400 ms alike',
  own: "the speaker's own pauses",
  between: 'between two sentences',
};

async function run(): Promise<readonly Row[]> {
  const results: Result[] = [];
  for (const at of cases()) {
    const windows = await hearAll(at.sound);
    if (!isHeard(windows, at)) continue;
    const [withVoice, byWords] = [true, false].map(hasVoice => outcome(ours(windows, at, hasVoice), at));
    if (withVoice === undefined || byWords === undefined) continue;
    results.push({ at, ours: withVoice, words: byWords, fixed: outcome(fixedSilence(windows), at) });
  }
  return caseKinds.flatMap(kind => [
    ...rowsOf(
      names[kind],
      results.filter(({ at }) => at.kind === kind),
      kind === 'inside',
    ),
    ...(['fr', 'en'] as const).flatMap(language =>
      rowsOf(
        `${names[kind]}, ${language}`,
        results.filter(({ at }) => at.kind === kind && at.clip.language === language),
      ),
    ),
    ...rowsOf(
      `${names[kind]}, kept aside`,
      results.filter(({ at }) => at.kind === kind && at.half === 'aside'),
    ),
  ]);
}

function rowsOf(name: string, results: readonly Result[], hasTargets = false): readonly Row[] {
  const share = (which: 'ours' | 'words' | 'fixed', what: 'cutOff') =>
    (100 * results.filter(result => result[which][what]).length) / results.length;
  const waits = (which: 'ours' | 'words' | 'fixed') =>
    results.map(result => result[which].waitMs).filter(Number.isFinite);
  const cutOffs = { what: `${name}: cut off`, value: share('ours', 'cutOff'), unit: '%' };
  const wait = { what: `${name}: wait p50`, value: median(waits('ours')), unit: 'ms' };
  const fixed = { cutOff: share('fixed', 'cutOff'), p50: median(waits('fixed')), p95: p95(waits('fixed')) };
  const [shown, shownWait] = [
    { ...cutOffs, baseline: fixed.cutOff },
    { ...wait, baseline: fixed.p50 },
  ];
  return [
    { what: `${name}: cases`, value: results.length, unit: '' },
    hasTargets ? atMost(shown, 2) : shown,
    { what: `${name}: cut off, by words alone`, value: share('words', 'cutOff'), unit: '%' },
    hasTargets ? atMost(shownWait, 400) : shownWait,
    { what: `${name}: wait p50, by words alone`, value: median(waits('words')), unit: 'ms' },
    { what: `${name}: wait p95`, value: p95(waits('ours')), unit: 'ms', baseline: fixed.p95 },
  ];
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
  const last = endedAtMs.at(-1);
  return {
    cutOff: early.some(atMs => atMs + firstSoundMs < pauseToMs),
    waitMs: last === undefined || last < pauseToMs ? Number.NaN : last - endMs,
  };
}

function ours(
  windows: readonly HeardWindow[],
  { clip, before, pauseToMs, sound }: Case,
  hasVoice: boolean,
): Ends {
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
      const [from, to] = [action.fromMs, action.toMs].map(ms => ms * samplesPerMs);
      const byVoice = hasVoice ? finishedByVoice(sound.subarray(from, to)) : undefined;
      if (byVoice !== undefined) taking.push({ kind: 'ending', id: action.id, probability: byVoice });
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
