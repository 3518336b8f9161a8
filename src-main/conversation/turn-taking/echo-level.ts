/** Learns how loudly Jarvis's own sound comes back through the microphone, and tells a nearer voice from it by level. */
import { echoReachMs, windowMs } from './timing.ts';

const reach = Math.ceil(echoReachMs / windowMs);
const silenceDb = -100;
/** Windows to learn from: about five seconds, so that a changed volume is followed. */
const memory = 150;
/** Fewer tell nothing; until then the echo is taken to be as loud as the output itself. */
const fewest = 10;
/** Of the ratios learned, this share lies below the gain; what is left over is for the margin. */
const gainQuantile = 0.9;
/** A voice must be this much louder than the echo that is expected. */
const marginDb = 6;
const goingOnMarginDb = 2;
/** Output this much below its recent peak teaches nothing: the room's own noise is louder than its echo. */
const quietOutputDb = 12;
/** A room's echo dies away at least this fast (a reverberation time of about 0.6 s). */
const decayDbPerWindow = 3;
/** The delay is unknown so far: any sound of the last windows may be what is heard now. */
const steadyWindows = 9;

export class EchoLevel {
  /** Output levels of the last windows, newest first. */
  private readonly output: number[] = [];
  private readonly ratios: number[] = [];
  private readonly undecided: number[] = [];
  private gainDb = 0;

  /** One window: `levelDb` of the microphone, `outputDb` of what is played, undefined for nothing. */
  push(outputDb: number | undefined): void {
    this.output.unshift(outputDb ?? silenceDb);
    if (this.output.length > reach) this.output.pop();
  }

  /** Whether echo may still be heard. */
  get isPossible(): boolean {
    return this.output.some(level => level > silenceDb);
  }

  /** How loud the echo may be now, in decibels below full scale. */
  get expectedDb(): number {
    return this.gainDb + this.nearestOutputDb;
  }

  /** Whether the microphone hears more than echo; `isGoingOn`: a nearer voice was heard just before. */
  isExceededBy(levelDb: number, isGoingOn: boolean): boolean {
    return levelDb > this.expectedDb + (isGoingOn ? goingOnMarginDb : marginDb);
  }

  /** Takes a window in which nobody but Jarvis was heard; a doubtful one waits for `settle`. */
  learn(levelDb: number, isDoubtful: boolean): void {
    const outputDb = this.nearestOutputDb;
    const peakDb = Math.max(...this.output, silenceDb);
    if (outputDb <= silenceDb / 2 || outputDb < peakDb - quietOutputDb) return;
    const ratio = levelDb - outputDb;
    if (isDoubtful && this.ratios.length >= fewest) this.undecided.push(ratio);
    else this.take([ratio]);
  }

  /** The doubtful windows were echo, which is louder than it was before; or they were not. */
  settle(wasEcho: boolean): void {
    const ratios = this.undecided.splice(0);
    if (!wasEcho || ratios.length === 0) return;
    this.ratios.length = 0;
    this.gainDb = Math.max(this.gainDb, ...ratios);
    this.take(ratios);
  }

  private take(ratios: readonly number[]): void {
    this.ratios.push(...ratios);
    this.ratios.splice(0, Math.max(0, this.ratios.length - memory));
    if (this.ratios.length < fewest) return;
    const sorted = [...this.ratios].sort((x, y) => x - y);
    this.gainDb = sorted[Math.floor(sorted.length * gainQuantile)] ?? 0;
  }

  private get nearestOutputDb(): number {
    return this.output.reduce((loudest, level, age) => {
      const decayed = level - decayDbPerWindow * Math.max(0, age - steadyWindows);
      return level > silenceDb ? Math.max(loudest, decayed) : loudest;
    }, silenceDb);
  }
}
