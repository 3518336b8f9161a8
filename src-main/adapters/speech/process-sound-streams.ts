/** Sound streams in the speech process: sound goes there once; what was kept here is sent again after a crash. */
import { activityWindow, type Marks, wakeWindow } from '../../../native/speech-process/sound-marks.ts';
import { JarvisError } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';
import { type NameHearing, nameHeard } from '../../domain/name-hearing.ts';
import { hopelessScore, isWake, likelyScore, sureScore, wakeThreshold } from '../../domain/wake-word.ts';
import type { Clock } from '../../ports/clock.ts';
import type {
  SoundMarks,
  SoundStream,
  SoundStreamOptions,
  SoundStreams,
  WakeScore,
} from '../../ports/sound-stream.ts';
import type { NativeProcess } from '../process/native-process.ts';
import { createLiveFolders, type LiveFolders } from './live-folders.ts';
import { readTranscript } from './read-transcript.ts';
import { createStreamLink } from './stream-link.ts';
import { createWakeGate } from './wake-gate.ts';

export interface ProcessSoundStreamsOptions {
  readonly process: NativeProcess;
  /** Folder of the recogniser now; undefined when none is installed: `transcribe` throws `speech.no-recognizer`. */
  readonly recognizerDir: () => string | undefined;
  /** Folder of the model of the end of turn now; undefined when none is installed. */
  readonly endingDir?: () => string | undefined;
  /** Folder of the streaming recogniser of a language now; undefined when none is installed. */
  readonly partialDir?: (language: Language) => string | undefined;
  /** Words cannot be written down while they are said; all else goes on. Told once for each folder. */
  readonly onPartialFault?: (error: JarvisError) => void;
  /**
   * While only the name is listened for, three windows of 80 ms go to the process at once, which costs half of what
   * single ones do; whoever waits for each push before the next leaves it out.
   */
  readonly clock?: Clock;
}

/** No wake is later for it: the second look waits for sound of 160 ms after the name anyway. */
const batchWindows = 3;
/** Sound that is followed by none waits no longer than this. */
const batchMs = 300;
/** With such a score in sight each window is worth a message. */
const nearScore = 0.05;

const noMarks: SoundMarks = { activity: [], wake: [] };
/** The end of the name, and of what it may turn out to be the beginning of. */
const soundAfterWake = 2 * wakeWindow;
const never = new AbortController().signal;
let streamCount = 0;

export function createProcessSoundStreams(options: ProcessSoundStreamsOptions): SoundStreams {
  const live = createLiveFolders(options);
  return { open: wanted => openStream(options, live, `${++streamCount}`, wanted) };
}

interface WaitingPush {
  /** Position after its last sample. */
  readonly end: number;
  /** The windows of 80 ms that it completed, and whether they are listened to. */
  readonly wake: readonly GatedWindow[];
  readonly resolve: (marks: SoundMarks) => void;
  readonly reject: (error: unknown) => void;
}

interface GatedWindow {
  readonly from: number;
  /** Else it is too quiet to hold the name. */
  readonly isHeard: boolean;
}

function openStream(
  options: ProcessSoundStreamsOptions,
  live: LiveFolders,
  name: string,
  first: SoundStreamOptions,
): SoundStream {
  const link = createStreamLink(options.process, name);
  const { ring } = link;
  let gate = createWakeGate();
  let wanted = first;
  /** Where the next windows begin that are not reported yet. */
  let activityFrom = 0;
  let wakeFrom = 0;
  let waiting: WaitingPush[] = [];
  /** A message is to be sent as soon as its turn comes. */
  let isOrdered = false;
  let cancelWait = (): void => undefined;
  let lastScore = 0;
  /** Settles with the push before: marks are given in order. */
  let newest: Promise<SoundMarks> = Promise.resolve(noMarks);
  let isClosed = false;
  /** Those who wait for sound that is still to come. */
  let listeners: { readonly end: number; readonly resolve: () => void }[] = [];

  function soundUntil(end: number): Promise<void> {
    if (ring.end >= end || isClosed) return Promise.resolve();
    return new Promise(resolve => listeners.push({ end, resolve }));
  }

  function tellListeners(): void {
    const ready = listeners.filter(({ end }) => ring.end >= end || isClosed);
    listeners = listeners.filter(listener => !ready.includes(listener));
    for (const { resolve } of ready) resolve();
  }

  /** The windows that are complete now and were not gone through before. */
  function gateWindows(): GatedWindow[] {
    const windows: GatedWindow[] = [];
    if (!wanted.wake) return windows;
    for (; wakeFrom + wakeWindow <= ring.end; wakeFrom += wakeWindow)
      windows.push({ from: wakeFrom, isHeard: gate.next(ring.copy(wakeFrom, wakeFrom + wakeWindow)) });
    return windows;
  }

  function request(pushes: readonly WaitingPush[]) {
    // Windows whose sound is gone, because nobody could listen for a minute, are left out.
    activityFrom = Math.max(activityFrom, Math.ceil(ring.start / activityWindow) * activityWindow);
    const heard = pushes.flatMap(push => push.wake).find(window => window.isHeard)?.from;
    return {
      ...(wanted.activity && { activityFrom, ...live.request(wanted) }),
      ...(heard !== undefined && {
        wakeFrom: Math.max(heard, Math.ceil(ring.start / wakeWindow) * wakeWindow),
      }),
    };
  }

  function isDue(): boolean {
    if (!options.clock || wanted.activity || lastScore > nearScore) return true;
    const windows = waiting.flatMap(push => push.wake).filter(window => window.isHeard);
    return windows.length >= batchWindows;
  }

  function order(): void {
    if (isOrdered || waiting.length === 0) return;
    cancelWait();
    if (isDue()) void serve();
    else cancelWait = options.clock?.after(batchMs, () => void serve()) ?? cancelWait;
  }

  /** All that waits when its turn comes is served by one message. */
  async function serve(): Promise<void> {
    if (isOrdered || waiting.length === 0) return;
    isOrdered = true;
    cancelWait();
    let served: WaitingPush[] = [];
    try {
      const { marks, result } = await link.send(() => {
        served = waiting;
        waiting = [];
        isOrdered = false;
        return request(served);
      });
      lastScore = marks.wake.at(-1)?.score ?? 0;
      activityFrom += marks.activity.length * activityWindow;
      deal(marks, served, live.partial(wanted, result));
    } catch (error) {
      for (const push of served) push.reject(error);
    }
  }

  /** Marks that need no engine, after those of the pushes before. */
  function afterOthers(marks: SoundMarks): Promise<SoundMarks> {
    const given = () => marks;
    newest = newest.then(given, given);
    return newest;
  }

  return {
    configure(next) {
      // A window that is underway counts; one that was reported does not come again.
      if (next.activity && !wanted.activity)
        activityFrom = Math.max(activityFrom, windowAt(next.activityFromSample ?? ring.end, activityWindow));
      if (next.wake && !wanted.wake) {
        wakeFrom = Math.max(wakeFrom, windowAt(ring.end, wakeWindow));
        gate = createWakeGate();
      }
      wanted = next;
      order();
    },
    push(samples) {
      if (isClosed) return Promise.resolve(noMarks);
      ring.push(samples);
      tellListeners();
      const wake = gateWindows();
      const isNeeded =
        wake.some(window => window.isHeard) || (wanted.activity && ring.end >= activityFrom + activityWindow);
      if (!isNeeded) return afterOthers({ activity: [], wake: wake.map(unheard) });
      newest = new Promise<SoundMarks>((resolve, reject) => {
        waiting.push({ end: ring.end, wake, resolve, reject });
      });
      order();
      return newest;
    },
    async transcribe({ fromSample, toSample, languages, hints = [] }, signal) {
      signal.throwIfAborted();
      const modelDir = options.recognizerDir();
      if (modelDir === undefined) throw new JarvisError('speech.no-recognizer');
      const to = Math.min(toSample, ring.end);
      const params = { from: Math.min(fromSample, to), to, modelDir, languages, hints };
      return readTranscript(await link.ask('streamTranscribe', params, to, signal));
    },
    async confirmWake(atSample, sensitivity, { tuning, languages = [] } = {}) {
      await soundUntil(atSample + soundAfterWake);
      const threshold = wakeThreshold(sensitivity, tuning);
      const modelDir = options.recognizerDir();
      const evidence = await link.ask(
        'streamConfirmWake',
        {
          ...{ at: atSample, languages },
          ...{ hopelessBelow: hopelessScore(threshold), sureAbove: sureScore(threshold) },
          ...{ doubtfulBelow: likelyScore(threshold) },
          ...(modelDir !== undefined && { modelDir }),
        },
        atSample,
        never,
      );
      const { score, hearings } = readEvidence(evidence);
      return { accepted: isWake({ score, heard: nameHeard(hearings) }, threshold), score };
    },
    async ending({ fromSample, toSample }, signal) {
      signal.throwIfAborted();
      const modelDir = options.endingDir?.();
      if (modelDir === undefined) return undefined;
      const to = Math.min(toSample, ring.end);
      const params = { from: Math.min(fromSample, to), to, modelDir };
      return readProbability(await link.ask('streamEnding', params, to, signal));
    },
    sound: ring.copy,
    close() {
      isClosed = true;
      cancelWait();
      for (const push of waiting.splice(0)) push.resolve(noMarks);
      tellListeners();
      link.close();
    },
  };
}

function readProbability(result: unknown): number {
  const { probability } = (result ?? {}) as { probability?: unknown };
  if (typeof probability !== 'number') throw new JarvisError('speech.engine-failed', { detail: 'no ending' });
  return probability;
}

function readEvidence(result: unknown): { score: number; hearings: readonly NameHearing[] } {
  const { score, hearings = [] } = (result ?? {}) as { score?: unknown; hearings?: unknown };
  if (typeof score !== 'number' || !Array.isArray(hearings) || !hearings.every(isHearing))
    throw new JarvisError('speech.engine-failed', { detail: 'no score' });
  return { score, hearings };
}

const isHearing = (value: unknown): value is NameHearing =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  typeof value.text === 'string' &&
  'voicedSeconds' in value &&
  typeof value.voicedSeconds === 'number';

/** Begin of the window that holds this sample. */
const windowAt = (sample: number, size: number): number => Math.floor(Math.max(0, sample) / size) * size;

/** Gives every push the marks of the windows that it completed; the words are those of the newest. */
function deal(marks: Marks, pushes: readonly WaitingPush[], partial: string | undefined): void {
  const scores = new Map(marks.wake.map(score => [score.atSample, score]));
  let activities = 0;
  for (const { end, wake, resolve } of pushes) {
    const from = activities;
    while ((marks.activity[activities]?.atSample ?? Number.POSITIVE_INFINITY) + activityWindow <= end)
      activities++;
    resolve({
      ...(partial !== undefined && end === pushes.at(-1)?.end && { partial }),
      activity: marks.activity.slice(from, activities),
      wake: wake.flatMap(
        window => (window.isHeard ? scores.get(window.from + wakeWindow) : unheard(window)) ?? [],
      ),
    });
  }
}

const unheard = ({ from }: GatedWindow): WakeScore => ({ atSample: from + wakeWindow, score: 0 });
