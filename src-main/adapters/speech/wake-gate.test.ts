/** The gate lets every voice through, and rests in a room that is as loud as always. */
import { expect, it } from 'vitest';
import { createWakeGate, type WakeGate } from './wake-gate.ts';

let seed = 1;
const random = (): number => {
  seed = (seed * 16_807) % 2_147_483_647;
  return seed / 2_147_483_647 - 0.5;
};
const noise = (amplitude: number): Int16Array =>
  Int16Array.from({ length: 1_280 }, () => Math.round(2 * amplitude * random()));
const openShare = (gate: WakeGate, amplitude: number, windows: number): number =>
  Array.from({ length: windows }, () => gate.next(noise(amplitude))).filter(Boolean).length / windows;

it('rests in silence within a second, and is open at once when someone speaks softly', () => {
  const gate = createWakeGate();
  expect(openShare(gate, 0, 13)).toBeGreaterThan(0.8);
  expect(openShare(gate, 0, 100)).toBe(0);
  expect(gate.next(noise(100))).toBe(true);
});

it('gets used to a noisy room, and opens to a voice that stands out of it', () => {
  const gate = createWakeGate();
  openShare(gate, 2_000, 62 + 13);
  expect(openShare(gate, 2_000, 200)).toBe(0);
  expect(gate.next(noise(5_000))).toBe(true);
});

it('listens to all of a loud beginning, when it does not know the room yet', () => {
  expect(openShare(createWakeGate(), 8_000, 60)).toBe(1);
});

it('stays open for a second after the voice, for the score comes late', () => {
  const gate = createWakeGate();
  openShare(gate, 0, 100);
  gate.next(noise(5_000));
  expect(openShare(gate, 0, 12)).toBe(1);
  expect(openShare(gate, 0, 5)).toBe(0);
});
