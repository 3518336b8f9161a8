/** When the core is drawn again: as seldom as what is shown allows, and never where nobody looks. Pure. */
import type { OrbShape } from './orb-state.ts';

export interface Circumstances {
  readonly shape: OrbShape;
  readonly isHidden: boolean;
  /** The person, the system, or a machine under load wants no motion. */
  readonly isStill: boolean;
  /** On the way from one shape to the next. */
  readonly isCrossing: boolean;
}

/** Milliseconds from one frame to the next; 0: with the screen; undefined: not before something changes. */
export function frameGapMs({ shape, isHidden, isStill, isCrossing }: Circumstances): number | undefined {
  if (isHidden) return undefined;
  const followsSound = shape === 'listening' || shape === 'speaking';
  if (isStill) return followsSound ? 500 : undefined;
  if (isCrossing || followsSound) return 0;
  if (shape === 'thinking') return 33;
  return shape === 'idle' ? 100 : undefined;
}

/** Half of a breath, 70 % to 100 % of the light and back in 4.8 s. */
const breathMs = 4_800;
export const breathAt = (timeMs: number): number =>
  0.85 + 0.15 * Math.cos(((timeMs % breathMs) / breathMs) * 2 * Math.PI);

const [slowestDegrees, fastestDegrees] = [6, 40];

/** Degrees a second: one for each token of a second. */
export const turnPerSecond = (tokensPerSecond: number): number =>
  Math.min(fastestDegrees, Math.max(slowestDegrees, tokensPerSecond));

/** Letters of a token, on the average of French and English. */
const lettersPerToken = 4;
const meanOfMs = 1_000;

/** How quickly an answer grows, from its length at each frame. */
export class TokenPace {
  private length = 0;
  private atMs = 0;
  private perSecond = 0;

  /** @returns tokens a second, the mean of about the last second. */
  note(length: number, nowMs: number): number {
    const passedMs = nowMs - this.atMs;
    const grown = length - this.length;
    this.length = length;
    this.atMs = nowMs;
    // Another answer, or the first look at this one.
    if (grown < 0 || passedMs <= 0 || passedMs > 2 * meanOfMs) {
      this.perSecond = 0;
      return 0;
    }
    const now = grown / lettersPerToken / (passedMs / 1000);
    this.perSecond += (now - this.perSecond) * (1 - Math.exp(-passedMs / meanOfMs));
    return this.perSecond;
  }
}

const lateAfterMs = 60;
const tooManyLate = 8;
const restMs = 5_000;

/** Frames that come late again and again: the machine has better things to do than to move strokes. */
export class LoadWatch {
  private late = 0;
  private untilMs = Number.NEGATIVE_INFINITY;

  /** `gapMs`: since the frame before, which wanted to be followed at once. */
  note(gapMs: number, nowMs: number): void {
    this.late = gapMs > lateAfterMs ? this.late + 1 : Math.max(0, this.late - 0.25);
    if (this.late < tooManyLate) return;
    this.late = 0;
    this.untilMs = nowMs + restMs;
  }

  isUnderLoad(nowMs: number): boolean {
    return nowMs < this.untilMs;
  }
}
