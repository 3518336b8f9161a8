/** Keeps the last half second of the microphone, and carries a capture's frames to the core once, in order, over breaks too. */
import { captureSampleRateHz, frameMs } from '../../src-main/domain/audio.ts';
import { encodeSoundBatch, encodeSoundFrame } from '../../src-preload/sound-frames.ts';
import { PlaybackTimeline } from './playback-timeline.ts';
import { SignalWatch } from './signal-watch.ts';
import type { HeardSpan, RawFrame, SoundReport } from './sound-orders.ts';

export const preRollMs = 500;
/** Sound that waits for the core; older sound is given up. */
const keptMs = 30_000;
/** The sound of the moment in which a key is let go is still on its way through the device. */
const lateFrames = 2;
const lateLimitMs = 150;
/** How long the core may take for the last frames. */
const deliveryLimitMs = 10_000;
/** A dropped capture's frames that are on their way must not count for the next one. */
const dropLimitMs = 500;

interface Capture {
  readonly id: number;
  isGoing: boolean;
  isDropped: boolean;
  nextSequence: number;
  /** Not yet in a batch. */
  waiting: Uint8Array[];
  /** Frames still to come after its end was asked for; undefined before. */
  lateFrames: number | undefined;
}

interface Batch {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly frameCount: number;
  isSent: boolean;
}

export interface SoundSenderOptions {
  /** False when there is no wire now. */
  readonly send: (bytes: Uint8Array) => boolean;
  readonly report: (report: SoundReport) => void;
  /** Calls `action` once after `delayMs`; the returned function cancels it. */
  readonly after: (delayMs: number, action: () => void) => () => void;
}

export class SoundSender {
  private readonly options: SoundSenderOptions;
  private readonly timeline = new PlaybackTimeline();
  private readonly signal = new SignalWatch();
  private ring: RawFrame[] = [];
  private capture: Capture | undefined;
  /** Without a receipt of the core. */
  private batches: Batch[] = [];
  private nextBatch = 0;
  private framesPerBatch = 1;
  private cancelLimit = (): void => undefined;

  constructor(options: SoundSenderOptions) {
    this.options = options;
  }

  /** Whether a wire is needed. */
  get isBusy(): boolean {
    return this.capture !== undefined;
  }

  frame(frame: RawFrame): void {
    const { capture } = this;
    if (capture === undefined || capture.isDropped || capture.lateFrames === 0) this.keep(frame);
    else this.take(capture, frame);
    this.tellLevel(frame);
  }

  begin(id: number): void {
    if (this.capture) this.end(this.capture);
    this.signal.reset();
    this.capture = {
      id,
      isGoing: false,
      isDropped: false,
      nextSequence: 0,
      waiting: [],
      lateFrames: undefined,
    };
    for (const frame of this.ring.splice(0)) this.take(this.capture, frame);
  }

  go(id: number): void {
    const capture = this.open(id);
    if (capture === undefined) return;
    capture.isGoing = true;
    this.flush(capture);
    this.endIfDone();
  }

  hold(id: number): void {
    const capture = this.open(id);
    if (capture) capture.isGoing = false;
  }

  finish(id: number): void {
    const capture = this.open(id);
    if (capture === undefined) {
      this.tellOver(id);
      return;
    }
    capture.lateFrames = lateFrames;
    this.cancelLimit = this.options.after(lateLimitMs, () => this.close(capture));
  }

  drop(id: number): void {
    const capture = this.open(id);
    if (capture === undefined) {
      this.tellOver(id);
      return;
    }
    this.cancelLimit();
    capture.isDropped = true;
    capture.waiting = [];
    this.batches = this.batches.filter(batch => batch.isSent);
    this.cancelLimit = this.options.after(dropLimitMs, () => this.end(capture));
    this.endIfDone();
  }

  pace(framesPerBatch: number): void {
    this.framesPerBatch = framesPerBatch;
    if (this.capture) this.flush(this.capture, framesPerBatch);
  }

  plays(span: HeardSpan): void {
    this.timeline.add(span);
  }

  silent(fromMs: number): void {
    this.timeline.cut(fromMs);
  }

  /** The device is closed: its last half second is of no use any more. */
  forget(): void {
    for (const { samples } of this.ring.splice(0)) samples.fill(0);
  }

  /** A wire is there, perhaps another one: what the core has not confirmed goes again, in order. */
  wireOpened(): void {
    if (this.capture?.isDropped) this.batches = [];
    for (const batch of this.batches) batch.isSent = false;
    if (this.capture) this.flush(this.capture);
    this.endIfDone();
  }

  receipt(number: number): void {
    this.batches = this.batches.filter(batch => batch.number > number);
    this.endIfDone();
  }

  private open(id: number): Capture | undefined {
    return this.capture?.id === id && !this.capture.isDropped ? this.capture : undefined;
  }

  private keep(frame: RawFrame): void {
    this.ring.push(frame);
    if (this.ring.length * frameMs > preRollMs) this.ring.shift()?.samples.fill(0);
  }

  private take(capture: Capture, { samples, endedAtMs, ...frame }: RawFrame): void {
    const at = this.timeline.at(endedAtMs);
    const sequence = capture.nextSequence++;
    capture.waiting.push(
      encodeSoundFrame({
        kind: 'captured',
        last: false,
        sampleRateHz: captureSampleRateHz,
        sequence,
        samples,
        ...(at && { at }),
      }),
    );
    const fault = this.signal.push(frame);
    if (fault !== undefined) this.options.report({ kind: 'fault', fault });
    if (capture.lateFrames === undefined) this.flush(capture, this.framesPerBatch);
    else this.takeLate(capture);
  }

  private takeLate(capture: Capture): void {
    capture.lateFrames = (capture.lateFrames ?? 0) - 1;
    if (capture.lateFrames <= 0) this.close(capture);
  }

  /** No frame is taken any more; it is over when the core has all of them. */
  private close(capture: Capture): void {
    capture.lateFrames = 0;
    this.cancelLimit();
    this.cancelLimit = this.options.after(deliveryLimitMs, () => this.end(capture));
    this.flush(capture);
    this.endIfDone();
  }

  /** Sends what waits, when it is at least `atLeast` frames. */
  private flush(capture: Capture, atLeast = 1): void {
    if (capture.waiting.length >= atLeast) this.pack(capture);
    if (!capture.isGoing) return;
    for (const batch of this.batches) {
      if (batch.isSent) continue;
      batch.isSent = this.options.send(batch.bytes);
      if (!batch.isSent) return;
    }
  }

  private pack(capture: Capture): void {
    const frames = capture.waiting.splice(0);
    if (frames.length === 0) return;
    const number = this.nextBatch++;
    const bytes = encodeSoundBatch({ number, frames });
    this.batches.push({ number, bytes, frameCount: frames.length, isSent: false });
    let kept = this.batches.reduce((sum, batch) => sum + batch.frameCount, 0);
    while (kept * frameMs > keptMs) kept -= this.batches.shift()?.frameCount ?? kept;
  }

  private endIfDone(): void {
    const { capture } = this;
    if (capture === undefined || this.batches.length > 0) return;
    if (capture.isDropped || (capture.lateFrames === 0 && capture.isGoing)) this.end(capture);
  }

  private end(capture: Capture): void {
    if (this.capture !== capture) return;
    this.cancelLimit();
    this.capture = undefined;
    this.batches = [];
    this.tellOver(capture.id, capture.isDropped ? -1 : capture.nextSequence - 1);
  }

  private tellOver(capture: number, lastSequence = -1): void {
    this.options.report({ kind: 'finished', capture, lastSequence });
  }

  /** While it only waits for a name, once a batch is often enough. */
  private tellLevel({ level }: RawFrame): void {
    const count = this.capture?.waiting.length ?? 0;
    if (this.framesPerBatch === 1 || count === 0) this.options.report({ kind: 'level', level });
  }
}
