/** The microphone's frames reach the core once and in order: with what came before the key, over breaks, to the last syllable. */
import { describe, expect, it } from 'vitest';
import { decodeSoundBatch, decodeSoundFrame, type SoundFrame } from '../../src-preload/sound-frames.ts';
import type { SoundReport } from './sound-orders.ts';
import { SoundSender } from './sound-sender.ts';

function stage() {
  const received: { number: number; frames: SoundFrame[] }[] = [];
  const reports: SoundReport[] = [];
  let isWired = true;
  let isAnswered = true;
  let nowMs = 0;
  let timers: { atMs: number; action: () => void }[] = [];
  const sender: SoundSender = new SoundSender({
    send(bytes) {
      if (!isWired) return false;
      const batch = decodeSoundBatch(bytes);
      if (batch === undefined) throw new Error('not a batch');
      const frames = batch.frames.flatMap(one => decodeSoundFrame(one) ?? []);
      received.push({ number: batch.number, frames });
      if (isAnswered) queueMicrotask(() => sender.receipt(batch.number));
      return true;
    },
    report: report => reports.push(report),
    after(delayMs, action) {
      const timer = { atMs: nowMs + delayMs, action };
      timers.push(timer);
      return () => {
        timers = timers.filter(one => one !== timer);
      };
    },
  });
  const wait = async (ms: number) => {
    nowMs += ms;
    const due = timers.filter(({ atMs }) => atMs <= nowMs);
    timers = timers.filter(({ atMs }) => atMs > nowMs);
    for (const { action } of due) action();
    await Promise.resolve();
  };
  /** Frames are told apart by their first sample. */
  const hear = async (...values: number[]) => {
    for (const value of values) {
      const samples = new Int16Array(320).fill(value);
      sender.frame({ samples, level: 0.1, peak: 0.2, endedAtMs: value * 20 });
    }
    await Promise.resolve();
  };
  return {
    sender,
    reports: () => reports.filter(({ kind }) => kind !== 'level'),
    levels: () => reports.filter(({ kind }) => kind === 'level').length,
    batches: received,
    heard: () => received.flatMap(({ frames }) => frames.map(({ samples }) => samples[0])),
    sequences: () => received.flatMap(({ frames }) => frames.map(({ sequence }) => sequence)),
    places: () => received.flatMap(({ frames }) => frames.map(({ at }) => at)),
    hear,
    wait,
    cut: () => {
      isWired = false;
    },
    mend: () => {
      isWired = true;
      sender.wireOpened();
    },
    ignore: (is: boolean) => {
      isAnswered = !is;
    },
  };
}
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('a capture', () => {
  it('begins with the half second before the key, once the core is ready', async () => {
    const { sender, hear, heard, sequences } = stage();
    await hear(...numbers(1, 40));
    expect(heard()).toEqual([]);
    sender.begin(1);
    await hear(41);
    expect(heard()).toEqual([]);
    sender.go(1);
    await hear(42);
    expect(heard()).toEqual(numbers(16, 42));
    expect(sequences()).toEqual(numbers(0, 26));
  });

  it('ends with the sound that was on its way when the key was let go', async () => {
    const { sender, hear, heard, reports } = stage();
    sender.begin(1);
    sender.go(1);
    await hear(1);
    sender.finish(1);
    await hear(2, 3, 4);
    expect(heard()).toEqual([1, 2, 3]);
    expect(reports()).toEqual([{ kind: 'finished', capture: 1, lastSequence: 2 }]);
    // What comes after it belongs to the next one's half second.
    sender.begin(2);
    sender.go(2);
    await hear(5);
    expect(heard()).toEqual([1, 2, 3, 4, 5]);
  });

  it('ends without them where the device gives nothing more', async () => {
    const { sender, hear, wait, reports } = stage();
    sender.begin(1);
    sender.go(1);
    await hear(1);
    sender.finish(1);
    await wait(150);
    expect(reports()).toEqual([{ kind: 'finished', capture: 1, lastSequence: 0 }]);
  });

  it('that is dropped sends nothing more, and its sound is no part of the next', async () => {
    const { sender, hear, heard, reports } = stage();
    sender.begin(1);
    sender.go(1);
    await hear(1);
    sender.drop(1);
    await hear(2);
    expect([heard(), reports()]).toEqual([[1], [{ kind: 'finished', capture: 1, lastSequence: -1 }]]);
    sender.drop(7);
    expect(reports().at(-1)).toEqual({ kind: 'finished', capture: 7, lastSequence: -1 });
  });

  it('that is dropped waits for what is on its way, so that the core takes it for no other', async () => {
    const { sender, hear, wait, reports, ignore, batches } = stage();
    ignore(true);
    sender.begin(1);
    sender.go(1);
    await hear(1);
    sender.drop(1);
    expect(reports()).toEqual([]);
    sender.receipt(batches[0]?.number ?? -1);
    expect(reports()).toHaveLength(1);
    sender.begin(2);
    sender.go(2);
    await hear(2);
    sender.drop(2);
    await wait(500);
    expect(reports()).toHaveLength(2);
  });
});

describe('over a break of the wire', () => {
  it('frames are kept and sent after it, in order', async () => {
    const { sender, hear, heard, sequences, cut, mend, reports } = stage();
    sender.begin(1);
    sender.go(1);
    await hear(1, 2);
    cut();
    await hear(3, 4);
    sender.finish(1);
    await hear(5, 6);
    expect(reports()).toEqual([]);
    mend();
    await Promise.resolve();
    expect(heard()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(sequences()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(reports()).toEqual([{ kind: 'finished', capture: 1, lastSequence: 5 }]);
  });

  it('what the core did not confirm goes again, with the same number', async () => {
    const { sender, hear, batches, cut, mend, ignore } = stage();
    sender.begin(1);
    sender.go(1);
    await hear(1);
    ignore(true);
    await hear(2);
    cut();
    ignore(false);
    mend();
    expect(batches.map(({ number }) => number)).toEqual([0, 1, 1]);
  });

  it('thirty seconds are kept and no more; a core that stays away ends the capture', async () => {
    const { sender, hear, heard, cut, mend, wait, reports } = stage();
    cut();
    sender.begin(1);
    sender.go(1);
    await hear(...numbers(1, 1_600));
    sender.finish(1);
    await wait(150);
    await wait(10_000);
    expect(reports()).toEqual([{ kind: 'finished', capture: 1, lastSequence: 1_599 }]);
    sender.begin(2);
    sender.go(2);
    await hear(...numbers(1, 1_600));
    mend();
    expect(heard()).toEqual(numbers(101, 1_600));
  });

  it('the core may say that it is not ready, and later that it is', async () => {
    const { sender, hear, heard } = stage();
    sender.begin(1);
    sender.go(1);
    await hear(1);
    sender.hold(1);
    await hear(2, 3);
    expect(heard()).toEqual([1]);
    sender.go(1);
    expect(heard()).toEqual([1, 2, 3]);
  });
});

it('while it waits for the name four frames make one message, and nothing is held back when it was heard', async () => {
  const { sender, hear, batches, levels } = stage();
  sender.begin(1);
  sender.go(1);
  sender.pace(4);
  await hear(...numbers(1, 8));
  expect(batches.map(({ frames }) => frames.length)).toEqual([4, 4]);
  expect(levels()).toBe(2);
  await hear(9, 10);
  sender.pace(1);
  expect(batches.at(-1)?.frames).toHaveLength(2);
});

it('says with each frame what of an answer was heard when it was taken', async () => {
  const { sender, hear, places } = stage();
  sender.begin(1);
  sender.go(1);
  sender.plays({ turnId: 't', startMs: 40, fromMs: 1_000, lengthMs: 100 });
  await hear(1, 2, 3);
  sender.silent(70);
  await hear(4);
  expect(places()).toEqual([undefined, { turnId: 't', ms: 1_000 }, { turnId: 't', ms: 1_020 }, undefined]);
});
