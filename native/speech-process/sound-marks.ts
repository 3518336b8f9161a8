/** What was made of the windows of a stream, as bytes between the core and the speech process. */
import { RequestFailure } from '../frames.ts';

export const streamSampleRateHz = 16_000;
/** 32 ms: what the activity model takes. */
export const activityWindow = 512;
/** 80 ms: what the wake-word model takes. */
export const wakeWindow = 1_280;
/** Both sides keep this much sound, in memory only. */
export const keptSamples = 60 * streamSampleRateHz;

interface Activity {
  readonly atSample: number;
  readonly probability: number;
  readonly levelDb: number;
}

interface Wake {
  readonly atSample: number;
  readonly score: number;
}

export interface Marks {
  readonly activity: readonly Activity[];
  readonly wake: readonly Wake[];
}

/** Windows of a kind follow each other, so the first position stands for all. */
export function encodeMarks({ activity, wake }: Marks): Uint8Array {
  const numbers = new Float64Array(3 + 2 * activity.length + wake.length);
  numbers.set([activity.length, activity[0]?.atSample ?? 0, wake[0]?.atSample ?? 0]);
  let at = 3;
  for (const { probability, levelDb } of activity) {
    numbers[at++] = probability;
    numbers[at++] = levelDb;
  }
  for (const { score } of wake) numbers[at++] = score;
  return new Uint8Array(numbers.buffer);
}

/** Throws `speech.engine-failed` for bytes that are no marks. */
export function decodeMarks(bytes: Uint8Array): Marks {
  if (bytes.byteLength % 8 !== 0 || bytes.byteLength < 24 || bytes.byteOffset % 8 !== 0) throw unreadable();
  const numbers = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
  const [activities = 0, activityFrom = 0, wakeFrom = 0] = numbers;
  const wakeAt = 3 + 2 * activities;
  if (!Number.isInteger(activities) || activities < 0 || wakeAt > numbers.length) throw unreadable();
  return {
    activity: Array.from({ length: activities }, (_, i) => ({
      atSample: activityFrom + i * activityWindow,
      probability: numbers[3 + 2 * i] ?? 0,
      levelDb: numbers[4 + 2 * i] ?? 0,
    })),
    wake: Array.from(numbers.subarray(wakeAt), (score, i) => ({
      atSample: wakeFrom + i * wakeWindow,
      score,
    })),
  };
}

const unreadable = () => new RequestFailure('speech.engine-failed', { detail: 'marks' });
