/** Notices a microphone that gives nothing at all, or more than it can; told once for each capture. */
import { frameMs } from '../../src-main/domain/audio.ts';
import type { RawFrame, SignalFault } from './sound-orders.ts';

/** A microphone that works hears at least its own noise; two steps of 16 bits are none. */
const silentPeak = 2 / 32_768;
const silentForMs = 3_000;
const clippedPeak = 0.999;
/** So many frames cut off within so many tell of a gain too high; a single knock does not. */
const clippedFrames = 15;
const clippedWithin = 100;

export class SignalWatch {
  private silentMs = 0;
  private readonly clipped: boolean[] = [];
  private readonly told = new Set<SignalFault>();

  /** A new capture: everything may be told again. */
  reset(): void {
    this.silentMs = 0;
    this.clipped.length = 0;
    this.told.clear();
  }

  push({ peak }: Pick<RawFrame, 'peak'>): SignalFault | undefined {
    this.silentMs = peak <= silentPeak ? this.silentMs + frameMs : 0;
    this.clipped.push(peak >= clippedPeak);
    if (this.clipped.length > clippedWithin) this.clipped.shift();
    if (this.silentMs >= silentForMs) return this.once('silent');
    return this.clipped.filter(Boolean).length >= clippedFrames ? this.once('clipped') : undefined;
  }

  private once(fault: SignalFault): SignalFault | undefined {
    if (this.told.has(fault)) return undefined;
    this.told.add(fault);
    return fault;
  }
}
