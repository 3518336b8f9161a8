/** Learns how loudly, and how late, Jarvis's own sound comes back through the microphone, and tells a nearer voice from it by level. */
import { echoReachMs, windowMs } from './timing.ts';

const silenceDb = -100;
/** Below this, output is a pause between words. */
const floorDb = -60;
/** Windows that may still be heard. */
const reach = Math.ceil(echoReachMs / windowMs);
/** Windows to learn from: about five seconds, so that a changed volume is followed. */
const memory = 150;
/** Fewer tell nothing; until then the echo is taken to be as loud as the output itself. */
const fewest = 10;
/** A delay needs more to be told from the rhythm of speech, and this much agreement of the two loudnesses. */
const fewestForDelay = 24;
const agreement = 0.6;
const refitEvery = 8;
/** Of the ratios learned, this share lies below the gain; what is left over is for the margin. */
const gainQuantile = 0.9;
/** A voice must be this much louder than the echo expected; less so once it was heard. */
const marginDb = 4;
const goingOnMarginDb = 1;
/** Output this much below its recent peak teaches nothing: the room's own noise is louder than its echo. */
const quietOutputDb = 12;
/** A room's echo dies away at least this fast (a reverberation time of about 0.6 s). */
const decayDbPerWindow = 3;
/** Under this a voice is not recognised any more. */
const audibleDb = -62;
/** While the delay is unknown, any sound of so many last windows may be what is heard now. */
const unknownDelay = { from: 0, to: 8 };

interface Moment {
  readonly levelDb: number;
  readonly outputDb: number;
  /** Whether only echo was heard; undecided ones wait for `settle`. */
  use: 'echo' | 'undecided' | 'other';
}

export class EchoLevel {
  private readonly moments: Moment[] = [];
  private gainDb = 0;
  private delay: { readonly from: number; readonly to: number } = unknownDelay;
  private sinceFit = 0;

  /** One window: level of the microphone, and of what is played, undefined for nothing. */
  push(levelDb: number, outputDb: number | undefined): void {
    this.moments.push({ levelDb, outputDb: outputDb ?? silenceDb, use: 'other' });
    if (this.moments.length > memory) this.moments.shift();
  }

  /** Whether echo may still be heard. */
  get isPossible(): boolean {
    return this.moments.slice(-reach).some(({ outputDb }) => outputDb > silenceDb);
  }

  /** How loud the echo may be now, in decibels below full scale. */
  get expectedDb(): number {
    return this.gainDb + this.outputDbAt(this.moments.length - 1, this.delay);
  }

  /** Whether the echo of what was played lately is loud enough for a recogniser to find words in it. */
  get isAudible(): boolean {
    const loudest = Math.max(silenceDb, ...this.moments.slice(-2 * reach).map(({ outputDb }) => outputDb));
    return this.gainDb + loudest > audibleDb;
  }

  /** Whether the microphone hears more than echo; `isGoingOn`: a nearer voice was heard just before. */
  isExceededBy(levelDb: number, isGoingOn: boolean): boolean {
    return levelDb > this.expectedDb + (isGoingOn ? goingOnMarginDb : marginDb);
  }

  /** Nobody but Jarvis was heard in the newest window; a doubtful one waits for `settle`. */
  learn(isDoubtful: boolean): void {
    const newest = this.moments.at(-1);
    if (newest === undefined) return;
    const isEarly = this.echoes().length < fewest;
    newest.use = isDoubtful && !isEarly ? 'undecided' : 'echo';
    this.sinceFit += 1;
    if (isEarly || this.sinceFit >= refitEvery) this.fit();
  }

  /** The doubtful windows were echo, which is louder than it was before; or they were not. */
  settle(wasEcho: boolean): void {
    const undecided = this.moments.filter(({ use }) => use === 'undecided');
    if (undecided.length === 0) return;
    if (wasEcho) for (const moment of this.moments) moment.use = 'other';
    for (const moment of undecided) moment.use = wasEcho ? 'echo' : 'other';
    if (!wasEcho) return;
    this.delay = unknownDelay;
    this.gainDb = Math.max(this.gainDb, ...this.ratios());
  }

  private echoes(): readonly number[] {
    return this.moments.flatMap(({ use }, index) => (use === 'echo' ? [index] : []));
  }

  private fit(): void {
    this.sinceFit = 0;
    this.delay = this.likelyDelay() ?? unknownDelay;
    const ratios = this.ratios();
    if (ratios.length < fewest) return;
    const sorted = [...ratios].sort((x, y) => x - y);
    this.gainDb = sorted[Math.floor(sorted.length * gainQuantile)] ?? this.gainDb;
  }

  /** Microphone over output, where the output was loud enough to be what was heard. */
  private ratios(): readonly number[] {
    const heard = this.echoes().map(index => ({ index, outputDb: this.outputDbAt(index, this.delay) }));
    const peakDb = Math.max(...heard.map(({ outputDb }) => outputDb), silenceDb);
    return heard
      .filter(({ outputDb }) => outputDb > floorDb && outputDb >= peakDb - quietOutputDb)
      .map(({ index, outputDb }) => (this.moments[index]?.levelDb ?? silenceDb) - outputDb);
  }

  /** Where both loudnesses rise and fall together best; undefined where they do not. */
  private likelyDelay(): { from: number; to: number } | undefined {
    const heard = this.echoes().filter(index => index >= reach);
    if (heard.length < fewestForDelay) return undefined;
    const levels = heard.map(index => this.moments[index]?.levelDb ?? silenceDb);
    const fits = Array.from({ length: reach }, (_, lag) => {
      const outputs = heard.map(index => Math.max(floorDb, this.moments[index - lag]?.outputDb ?? floorDb));
      return { lag, fit: correlation(levels, outputs) };
    });
    const best = fits.reduce((one, other) => (other.fit > one.fit ? other : one));
    return best.fit < agreement ? undefined : { from: Math.max(0, best.lag - 1), to: best.lag + 1 };
  }

  /** The loudest output that may be heard in that window, what is older the softer. */
  private outputDbAt(index: number, { from, to }: { from: number; to: number }): number {
    let loudest = silenceDb;
    for (let age = from; age < reach; age += 1) {
      const level = this.moments[index - age]?.outputDb ?? silenceDb;
      if (level > silenceDb) loudest = Math.max(loudest, level - decayDbPerWindow * Math.max(0, age - to));
    }
    return loudest;
  }
}

/** Pearson's; 0 where one side does not vary. */
function correlation(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(xs), mean(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  xs.forEach((x, i) => {
    const [dx, dy] = [x - meanX, (ys[i] ?? 0) - meanY];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  });
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}
