/** The loudspeaker's place is known for each sample, however late it is asked for. */
import { expect, it } from 'vitest';
import { SpokenOutput } from './spoken-output.ts';

const frame = 320;

it('is that of the frame that the sample lies in, also seconds later', () => {
  const output = new SpokenOutput();
  for (let i = 1; i <= 200; i++)
    output.note(i * frame, i > 50 && i <= 100 ? { turnId: 'a', ms: (i - 50) * 20 } : undefined);
  expect(output.playedMs(51 * frame, 'a')).toBe(20);
  expect(output.playedMs(80 * frame - 160, 'a')).toBe(590);
  expect(output.playedMs(80 * frame, 'b')).toBeUndefined();
  expect(output.playedMs(20 * frame, 'a')).toBeUndefined();
  expect(output.playedMs(150 * frame, 'a')).toBeUndefined();
  expect(output.lastMs('a')).toBe(1_000);
});

it('goes on for a moment beyond the newest frame', () => {
  const output = new SpokenOutput();
  output.note(frame, { turnId: 'a', ms: 20 });
  expect(output.playedMs(frame + 160, 'a')).toBe(30);
  expect(output.playedMs(frame + 16_000, 'a')).toBeUndefined();
});
