/** How sound lies on the strokes: low tones where it comes in or goes out, high ones on the far side. */

import { bandCount, type SoundNow } from '../voice/sound-meter.ts';

/** Time after which a change of the sound has come through to two thirds. */
const smoothingMs = 30;

/** Brings `shown` towards `heard`, as far as `passedMs` allows. */
export function follow(shown: SoundNow, heard: SoundNow, passedMs: number): void {
  const share = 1 - Math.exp(-passedMs / smoothingMs);
  shown.loudness += (heard.loudness - shown.loudness) * share;
  for (let i = 0; i < bandCount; i++) {
    const now = shown.bands[i] ?? 0;
    shown.bands[i] = now + ((heard.bands[i] ?? 0) - now) * share;
  }
}

/** The sound's strength at `turn` of half a circle: 0 where it comes in, 1 on the far side. */
export function strengthAt({ bands }: SoundNow, turn: number): number {
  const place = Math.min(1, Math.max(0, turn)) * (bandCount - 1);
  const below = Math.floor(place);
  const [low, high] = [bands[below] ?? 0, bands[Math.min(bandCount - 1, below + 1)] ?? 0];
  return low + (high - low) * (place - below);
}
