/** Which part of which spoken answer is heard at a moment: pure, on any clock in milliseconds. */
import type { SpokenPosition } from '../../src-preload/sound-frames.ts';
import type { HeardSpan } from './sound-orders.ts';

/** Older parts are asked for by nobody. */
const keptMs = 60_000;

export class PlaybackTimeline {
  private spans: HeardSpan[] = [];

  /** Spans are added in the order in which they are heard. */
  add(span: HeardSpan): void {
    this.spans = this.spans.filter(({ startMs, lengthMs }) => startMs + lengthMs > span.startMs - keptMs);
    this.spans.push(span);
  }

  /** Nothing is heard from `atMs` on. */
  cut(atMs: number): void {
    this.spans = this.spans
      .filter(({ startMs }) => startMs < atMs)
      .map(span => ({ ...span, lengthMs: Math.min(span.lengthMs, atMs - span.startMs) }));
  }

  /** What is heard at `atMs`; undefined in a silence. */
  at(atMs: number): SpokenPosition | undefined {
    const span = this.spans.findLast(({ startMs }) => startMs <= atMs);
    if (span === undefined || atMs >= span.startMs + span.lengthMs) return undefined;
    return { turnId: span.turnId, ms: span.fromMs + atMs - span.startMs };
  }

  /** How much of the answer was heard by `atMs`, 0 when nothing was. */
  heardMs(turnId: string, atMs: number): number {
    const span = this.spans.findLast(one => one.turnId === turnId && one.startMs <= atMs);
    return span === undefined ? 0 : span.fromMs + Math.min(span.lengthMs, atMs - span.startMs);
  }
}
