/** Frames and batches come out as they went in, and nothing else is taken for one. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  decodeSoundBatch,
  decodeSoundFrame,
  decodeSoundReceipt,
  encodeSoundBatch,
  encodeSoundFrame,
  encodeSoundReceipt,
  type SoundFrame,
} from './sound-frames.ts';

const frame: SoundFrame = {
  kind: 'captured',
  last: false,
  sampleRateHz: 16_000,
  sequence: 70_000,
  samples: Int16Array.of(1, -2, 32_767, -32_768),
};
const at = { turnId: '0198c0de-0000-7000-8000-000000000001', ms: 61_234 };

it('carries a frame, with and without the place of the answer that was heard', () => {
  expect(decodeSoundFrame(encodeSoundFrame(frame))).toEqual(frame);
  expect(decodeSoundFrame(encodeSoundFrame({ ...frame, at }))).toEqual({ ...frame, at });
  const end: SoundFrame = { ...frame, kind: 'spoken', last: true, samples: new Int16Array(0), at };
  expect(decodeSoundFrame(encodeSoundFrame(end))).toEqual(end);
});

it('refuses what is no frame: too short, odd, of an unknown kind or flag, without its place', () => {
  const bytes = encodeSoundFrame({ ...frame, at });
  const changed = (index: number, value: number) => bytes.with(index, value);
  expect(decodeSoundFrame(bytes.subarray(0, 7))).toBeUndefined();
  expect(decodeSoundFrame(bytes.subarray(0, -1))).toBeUndefined();
  expect(decodeSoundFrame(changed(0, 3))).toBeUndefined();
  expect(decodeSoundFrame(changed(1, 4))).toBeUndefined();
  expect(decodeSoundFrame(changed(12, 0))).toBeUndefined();
  expect(decodeSoundFrame(changed(12, 65))).toBeUndefined();
  expect(decodeSoundFrame(changed(13, 10))).toBeUndefined();
  expect(decodeSoundFrame(bytes.subarray(0, 20))).toBeUndefined();
});

it('carries batches in order, and a receipt for each', () => {
  const frames = [0, 1, 2, 3].map(sequence => encodeSoundFrame({ ...frame, sequence }));
  const batch = decodeSoundBatch(encodeSoundBatch({ number: 4_000_000_000, frames }));
  expect(batch?.number).toBe(4_000_000_000);
  expect(batch?.frames.map(one => decodeSoundFrame(one)?.sequence)).toEqual([0, 1, 2, 3]);
  expect(decodeSoundReceipt(encodeSoundReceipt(4_000_000_000))).toBe(4_000_000_000);
  expect(decodeSoundReceipt(Uint8Array.of(1, 2, 3))).toBeUndefined();
});

it('takes any bytes without a throw, and a cut batch for none', () => {
  const bytes = encodeSoundBatch({ number: 1, frames: [encodeSoundFrame(frame)] });
  for (let length = 0; length < bytes.length; length++) {
    expect(decodeSoundBatch(bytes.subarray(0, length))).toBeUndefined();
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), noise => {
      decodeSoundFrame(noise);
      decodeSoundBatch(noise);
    }),
  );
});
