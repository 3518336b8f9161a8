/** Frames come out in order, once each, with silence where some were lost. */
import { expect, it } from 'vitest';
import { FrameOrder } from './frame-order.ts';

const frame = (value: number) => new Int16Array(4).fill(value);

it('leaves doubles out and fills gaps with silence', () => {
  const order = new FrameOrder();
  expect(order.take(0, frame(1))).toEqual([frame(1)]);
  expect(order.take(0, frame(9))).toEqual([]);
  expect(order.take(3, frame(4))).toEqual([new Int16Array(8), frame(4)]);
  expect(order.take(2, frame(9))).toEqual([]);
  expect([order.expected, order.lostFrames]).toEqual([4, 2]);
});

it('does not fill more than half a minute', () => {
  const order = new FrameOrder();
  const [silence] = order.take(1_000_000, frame(1));
  expect(silence?.length).toBe(1_500 * 4);
});

it('tells when a frame has come', async () => {
  const order = new FrameOrder();
  await order.until(-1);
  const coming = order.until(1);
  order.take(0, frame(1));
  order.take(2, frame(2));
  await coming;
});
