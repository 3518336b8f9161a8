/** Says an answer while the model still writes it: piece by piece, in order, the next one made while one is heard. */
import type { SpeechChunk } from '../domain/audio.ts';
import { isAbort } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import type { VoicePreferences } from '../domain/settings.ts';
import type { Clock } from '../ports/clock.ts';
import type { TextToSpeech } from '../ports/text-to-speech.ts';
import { createAnswerPieces, type SpokenPiece } from './answer-pieces.ts';
import { joinable } from './sound-joins.ts';
import { SpokenTimeline, type TimedWord } from './spoken-timeline.ts';

export interface SpokenFrame {
  readonly sequence: number;
  readonly sampleRateHz: number;
  /** None in the last frame. */
  readonly samples: Int16Array;
  /** Where it begins, in the sound of the whole answer. */
  readonly atMs: number;
  readonly last: boolean;
}

export interface AnswerSpeaker {
  /** More of the answer, in Markdown. */
  words(delta: string): void;
  /** The answer is complete; what is left is said. */
  ended(): void;
  /** Lets the sound out: before, the first piece is made and waits. */
  release(): void;
  /** The loudspeaker is silent for a while: nothing more is sent, and no time passes for what was. */
  pause(): void;
  resume(): void;
  /** Silence at once: no frame is sent any more. */
  stop(): void;
  /** The listener heard it to its end, and `finished` may settle now. */
  heard(): void;
  /** Resolves when the first sound is made, or when it is known that there will be none. */
  readonly ready: Promise<void>;
  /** Settles when the last sound will have been heard, or the speaker was stopped; never rejects. */
  readonly finished: Promise<void>;
  readonly timeline: SpokenTimeline;
}

export interface AnswerSpeakerOptions {
  readonly textToSpeech: TextToSpeech;
  readonly clock: Clock;
  readonly language: Language;
  /** 0.5 to 2.0. */
  readonly rate: number;
  readonly numbers: VoicePreferences['numbers'];
  readonly send: (frame: SpokenFrame) => void;
  /** Bytes sent but not yet taken by the listener. */
  readonly bufferedBytes: () => number;
  /** The first sound is about to be sent. */
  readonly onStarted?: () => void;
  /** A piece whose sound is about to be sent, as it is said, and its words with the moment of each. */
  readonly onPiece?: (spoken: string, words: readonly TimedWord[]) => void;
  /** Once: the last sound will have been heard, the speaker was stopped (`stopped`), or the voice failed. */
  readonly onEnded?: (end: { stopped: boolean; error?: unknown }) => void;
}

const frameSeconds = 0.1;
/** How much sound may be sent before it can have been heard; keeps the listener's memory and a stop short. */
const leadMs = 3_000;
const maxBufferedBytes = 256 * 1024;
const pollMs = 20;
const silentRateHz = 16_000;

interface MadePiece {
  readonly piece: SpokenPiece;
  readonly sound: Promise<SpeechChunk | undefined>;
}

export function createAnswerSpeaker(options: AnswerSpeakerOptions): AnswerSpeaker {
  return new Speaker(options);
}

class Speaker implements AnswerSpeaker {
  readonly timeline = new SpokenTimeline();
  readonly ready: Promise<void>;
  readonly finished: Promise<void>;
  private readonly options: AnswerSpeakerOptions;
  private readonly pieces;
  private readonly queue: SpokenPiece[] = [];
  /** The piece after the one that is being sent. */
  private ahead: MadePiece | undefined;
  private readonly stopper = new AbortController();
  private readonly listened = new AbortController();
  private isComplete = false;
  private isReleased = false;
  private isPaused = false;
  private sequence = 0;
  /** Of the sound sent so far. */
  private sentMs = 0;
  /** Of what was sent, how much can have been heard at `markedAtMs`. */
  private playedMs = 0;
  private markedAtMs = 0;
  private wake = (): void => undefined;
  private becomeReady = (): void => undefined;

  constructor(options: AnswerSpeakerOptions) {
    this.options = options;
    this.pieces = createAnswerPieces(options.language, options.numbers);
    this.ready = new Promise(resolve => {
      this.becomeReady = resolve;
    });
    this.stopper.signal.addEventListener('abort', () => this.wake(), { once: true });
    this.finished = this.run();
  }

  words(delta: string): void {
    if (!this.isComplete) this.enqueue(this.pieces.push(delta));
  }

  ended(): void {
    if (this.isComplete) return;
    this.isComplete = true;
    this.enqueue(this.pieces.end());
  }

  release(): void {
    this.isReleased = true;
    this.wake();
  }

  pause(): void {
    this.markPlayed();
    this.isPaused = true;
  }

  resume(): void {
    this.markPlayed();
    this.isPaused = false;
    this.wake();
  }

  stop(): void {
    this.stopper.abort();
  }

  heard(): void {
    this.listened.abort();
    this.wake();
  }

  private enqueue(pieces: readonly SpokenPiece[]): void {
    this.queue.push(...pieces);
    this.wake();
  }

  private async run(): Promise<void> {
    let error: unknown;
    try {
      await this.speakAll();
    } catch (caught) {
      error = caught;
    }
    this.becomeReady();
    const { signal } = this.stopper;
    if (!signal.aborted) {
      await this.until(() => this.isReleased);
      if (!signal.aborted) await this.endHearing();
    }
    const stopped = signal.aborted;
    // After an error the piece made ahead is given up too.
    this.stopper.abort();
    const failed = error !== undefined && !isAbort(error);
    this.options.onEnded?.({ stopped, ...(failed && { error }) });
  }

  private async speakAll(): Promise<void> {
    let before: { sound: SpeechChunk; pauseMs: number } | undefined;
    for (let next = await this.nextPiece(); next !== undefined; next = await this.nextPiece()) {
      const { piece } = next;
      const sound = await next.sound;
      if (sound === undefined) continue;
      this.becomeReady();
      await this.until(() => this.isReleased);
      this.stopper.signal.throwIfAborted();
      if (before === undefined) this.options.onStarted?.();
      // Where the voice had to wait for the model, the listener had the pause already.
      else if (this.unheardMs() > 0) await this.send(this.silence(before.sound, before.pauseMs));
      this.options.onPiece?.(piece.spoken, this.timeline.add(sound, piece.spoken.length, piece.words));
      await this.send(sound);
      before = { sound, pauseMs: piece.pauseMs };
    }
  }

  /** The next piece, being made; undefined when the answer is over. */
  private async nextPiece(): Promise<MadePiece | undefined> {
    await this.until(() => this.ahead !== undefined || this.queue.length > 0 || this.isComplete);
    this.stopper.signal.throwIfAborted();
    this.makeAhead();
    const next = this.ahead;
    this.ahead = undefined;
    return next;
  }

  /** Has the next piece made, where there is one and none is being made. */
  private makeAhead(): void {
    if (this.ahead !== undefined) return;
    const piece = this.queue.shift();
    if (piece === undefined) return;
    const sound = this.synthesize(piece);
    // Its error is thrown where it is waited for, which may be after it happened.
    sound.catch(() => undefined);
    this.ahead = { piece, sound };
  }

  private async synthesize({ spoken }: SpokenPiece): Promise<SpeechChunk | undefined> {
    const { textToSpeech, language, rate } = this.options;
    const chunks: SpeechChunk[] = [];
    for await (const chunk of textToSpeech.speak({ text: spoken, language, rate }, this.stopper.signal))
      chunks.push(chunk);
    return joinable(chunks);
  }

  private silence({ sampleRateHz }: SpeechChunk, durationMs: number): SpeechChunk {
    this.timeline.addPause(durationMs);
    return { sampleRateHz, samples: new Int16Array(Math.round((sampleRateHz * durationMs) / 1000)) };
  }

  /** Sends sound no faster than it is heard, while the next piece is made. */
  private async send({ samples, sampleRateHz }: SpeechChunk): Promise<void> {
    const length = Math.round(sampleRateHz * frameSeconds);
    for (let from = 0; from < samples.length; from += length) {
      this.makeAhead();
      await this.untilTaken();
      this.stopper.signal.throwIfAborted();
      const part = samples.subarray(from, from + length);
      this.markPlayed();
      this.options.send({
        sequence: this.sequence++,
        sampleRateHz,
        samples: part,
        atMs: this.sentMs,
        last: false,
      });
      this.sentMs += (part.length / sampleRateHz) * 1000;
    }
  }

  private async untilTaken(): Promise<void> {
    const { bufferedBytes } = this.options;
    const mustWait = () => this.isPaused || this.unheardMs() > leadMs || bufferedBytes() > maxBufferedBytes;
    while (!this.stopper.signal.aborted && mustWait()) await this.rest(pollMs);
  }

  /** Tells that no sound follows, and waits until what was sent was heard. */
  private async endHearing(): Promise<void> {
    const last = { sequence: this.sequence, sampleRateHz: silentRateHz, samples: new Int16Array(0) };
    this.options.send({ ...last, atMs: this.sentMs, last: true });
    const isOver = () => this.stopper.signal.aborted || this.listened.signal.aborted;
    while (!isOver() && this.unheardMs() > 0) await this.rest(Math.max(pollMs, this.unheardMs()));
  }

  private unheardMs(): number {
    this.markPlayed();
    return this.sentMs - this.playedMs;
  }

  /** The loudspeaker plays what it has, as time goes by. */
  private markPlayed(): void {
    const nowMs = this.options.clock.monotonicMs();
    if (!this.isPaused) this.playedMs = Math.min(this.sentMs, this.playedMs + nowMs - this.markedAtMs);
    this.markedAtMs = nowMs;
  }

  private async until(condition: () => boolean): Promise<void> {
    while (!this.stopper.signal.aborted && !condition()) {
      await new Promise<void>(resolve => {
        this.wake = resolve;
      });
    }
  }

  /** Waits, not beyond a stop; more words may end it early. */
  private rest(delayMs: number): Promise<void> {
    return new Promise(resolve => {
      const cancel = this.options.clock.after(delayMs, resolve);
      this.wake = () => {
        cancel();
        resolve();
      };
    });
  }
}
