/** Sound streams in the speech process: sound goes there once; what was kept here is sent again after a crash. */
import { activityWindow, type Marks, wakeWindow } from '../../../native/speech-process/sound-marks.ts';
import { JarvisError } from '../../domain/errors.ts';
import { wakeThreshold } from '../../domain/wake-word.ts';
import type { SoundMarks, SoundStream, SoundStreamOptions, SoundStreams } from '../../ports/sound-stream.ts';
import type { NativeProcess } from '../process/native-process.ts';
import { readTranscript } from './read-transcript.ts';
import { createStreamLink } from './stream-link.ts';

export interface ProcessSoundStreamsOptions {
  readonly process: NativeProcess;
  /** Folder of the recogniser now; undefined when none is installed: `transcribe` throws `speech.no-recognizer`. */
  readonly recognizerDir: () => string | undefined;
}

const noMarks: SoundMarks = { activity: [], wake: [] };
const never = new AbortController().signal;
let streamCount = 0;

export function createProcessSoundStreams(options: ProcessSoundStreamsOptions): SoundStreams {
  return { open: wanted => openStream(options, `${++streamCount}`, wanted) };
}

interface WaitingPush {
  /** Position after its last sample. */
  readonly end: number;
  readonly resolve: (marks: SoundMarks) => void;
  readonly reject: (error: unknown) => void;
}

function openStream(
  options: ProcessSoundStreamsOptions,
  name: string,
  first: SoundStreamOptions,
): SoundStream {
  const link = createStreamLink(options.process, name);
  const { ring } = link;
  let wanted = first;
  /** Where the next windows to report begin. */
  let activityFrom = 0;
  let wakeFrom = 0;
  let waiting: WaitingPush[] = [];
  let isClosed = false;

  const completesWindow = (): boolean =>
    (wanted.activity && ring.end >= activityFrom + activityWindow) ||
    (wanted.wake && ring.end >= wakeFrom + wakeWindow);

  function request() {
    // Windows whose sound is gone, because nobody could listen for a minute, are left out.
    activityFrom = Math.max(activityFrom, Math.ceil(ring.start / activityWindow) * activityWindow);
    wakeFrom = Math.max(wakeFrom, Math.ceil(ring.start / wakeWindow) * wakeWindow);
    return {
      ...(wanted.activity && { activityFrom }),
      ...(wanted.wake && { wakeFrom }),
    };
  }

  /** All that waits when its turn comes is served by one message. */
  async function serve(): Promise<void> {
    let served: WaitingPush[] = [];
    try {
      const marks = await link.send(() => {
        served = waiting;
        waiting = [];
        return request();
      });
      activityFrom += marks.activity.length * activityWindow;
      wakeFrom += marks.wake.length * wakeWindow;
      deal(marks, served);
    } catch (error) {
      for (const push of served) push.reject(error);
    }
  }

  return {
    configure(next) {
      // A window that is underway counts; one that was reported does not come again.
      if (next.activity && !wanted.activity)
        activityFrom = Math.max(activityFrom, windowAt(next.activityFromSample ?? ring.end, activityWindow));
      if (next.wake && !wanted.wake) wakeFrom = Math.max(wakeFrom, windowAt(ring.end, wakeWindow));
      wanted = next;
    },
    push(samples) {
      if (isClosed) return Promise.resolve(noMarks);
      ring.push(samples);
      if (!completesWindow()) return Promise.resolve(noMarks);
      const isFirst = waiting.length === 0;
      const marks = new Promise<SoundMarks>((resolve, reject) => {
        waiting.push({ end: ring.end, resolve, reject });
      });
      if (isFirst) void serve();
      return marks;
    },
    async transcribe({ fromSample, toSample, languages, hints = [] }, signal) {
      signal.throwIfAborted();
      const modelDir = options.recognizerDir();
      if (modelDir === undefined) throw new JarvisError('speech.no-recognizer');
      const to = Math.min(toSample, ring.end);
      const params = { from: Math.min(fromSample, to), to, modelDir, languages, hints };
      return readTranscript(await link.ask('streamTranscribe', params, to, signal));
    },
    async confirmWake(atSample, sensitivity) {
      const score = readScore(await link.ask('streamConfirmWake', { at: atSample }, atSample, never));
      return { accepted: score > wakeThreshold(sensitivity), score };
    },
    sound: ring.copy,
    close() {
      isClosed = true;
      link.close();
    },
  };
}

function readScore(result: unknown): number {
  const { score } = (result ?? {}) as { score?: unknown };
  if (typeof score !== 'number') throw new JarvisError('speech.engine-failed', { detail: 'no score' });
  return score;
}

/** Begin of the window that holds this sample. */
const windowAt = (sample: number, size: number): number => Math.floor(Math.max(0, sample) / size) * size;

/** Gives every push the marks of the windows that it completed. */
function deal(marks: Marks, pushes: readonly WaitingPush[]): void {
  let [activities, wakes] = [0, 0];
  for (const { end, resolve } of pushes) {
    const fromActivity = activities;
    const fromWake = wakes;
    while ((marks.activity[activities]?.atSample ?? Number.POSITIVE_INFINITY) + activityWindow <= end)
      activities++;
    while ((marks.wake[wakes]?.atSample ?? Number.POSITIVE_INFINITY) <= end) wakes++;
    resolve({
      activity: marks.activity.slice(fromActivity, activities),
      wake: marks.wake.slice(fromWake, wakes),
    });
  }
}
