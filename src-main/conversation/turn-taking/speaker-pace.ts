/** How long this speaker pauses within a turn, learned while they speak: who thinks slowly is given more time. Numbers only. */
import { firstPauseMs } from './timing.ts';

const remembered = 12;
/** Fewer may be chance. */
const fewest = 4;
/** Of their pauses, three in four are shorter than what is waited for. */
const share = 0.75;
/** Who is silent for longer did not pause, they had finished. */
const longestMs = 3000;

export class SpeakerPace {
  private pauses: number[] = [];

  /** They went on after so much silence, and it was the same turn. */
  wentOnAfter(pauseMs: number): void {
    if (pauseMs < firstPauseMs || pauseMs > longestMs) return;
    this.pauses = [...this.pauses, pauseMs].slice(-remembered);
  }

  /** A long pause of theirs; undefined before enough of them were heard. */
  get longPauseMs(): number | undefined {
    if (this.pauses.length < fewest) return undefined;
    const sorted = [...this.pauses].sort((x, y) => x - y);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  }

  /** Another person speaks from now on. */
  forget(): void {
    this.pauses = [];
  }
}
