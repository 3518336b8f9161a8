/** Has sound recognised, the newest alone: its words, and whether by its end the speaker has finished. */
import { isAbort } from '../domain/errors.ts';
import type { Transcript } from '../ports/speech-to-text.ts';
import { finishedByVoice } from './turn-taking/voice-ending/finished-by-voice.ts';
import { heardBeforePauseMs } from './turn-taking/voice-ending/voice-features.ts';

/** Milliseconds of the stream. */
export interface SoundRange {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface RecognitionPorts {
  transcribe(range: SoundRange, signal: AbortSignal): Promise<Transcript>;
  sound(range: SoundRange): Int16Array;
  /** By the model of the end of turn; undefined where none is installed. */
  ending(range: SoundRange, signal: AbortSignal): Promise<number | undefined>;
}

export interface RecognitionListener {
  /** Empty where nothing could be recognised; `error` is then why. */
  words(id: number, heard: Transcript, error?: unknown): void;
  /** Probability that the speaker has finished; a later one is the better one. */
  ending(id: number, probability: number): void;
  /** Something failed that one can do without; told once. */
  failed(error: unknown): void;
}

export class Recognitions {
  private readonly ports: RecognitionPorts;
  private readonly listener: RecognitionListener;
  private stopper = new AbortController();
  private isModelBroken = false;

  constructor(ports: RecognitionPorts, listener: RecognitionListener) {
    this.ports = ports;
    this.listener = listener;
  }

  begin(id: number, range: SoundRange): void {
    this.stop();
    this.stopper = new AbortController();
    const { signal } = this.stopper;
    this.ports.transcribe(range, signal).then(
      heard => {
        if (!signal.aborted) this.listener.words(id, heard);
      },
      (error: unknown) => {
        if (!isAbort(error)) this.listener.words(id, { text: '' }, error);
      },
    );
    this.listenToVoice(id, range);
    this.askModel(id, range, signal);
  }

  stop(): void {
    this.stopper.abort();
  }

  /** The end of the sound tells by its melody whether more will come; ready before the words are. */
  private listenToVoice(id: number, { fromMs, toMs }: SoundRange): void {
    const recent = { fromMs: Math.max(fromMs, toMs - heardBeforePauseMs), toMs };
    const probability = finishedByVoice(this.ports.sound(recent));
    if (probability !== undefined) this.listener.ending(id, probability);
  }

  private askModel(id: number, range: SoundRange, signal: AbortSignal): void {
    if (this.isModelBroken) return;
    this.ports.ending(range, signal).then(
      probability => {
        if (probability !== undefined && !signal.aborted) this.listener.ending(id, probability);
      },
      (error: unknown) => {
        if (isAbort(error)) return;
        // The words and the melody decide without it.
        this.isModelBroken = true;
        this.listener.failed(error);
      },
    );
  }
}
