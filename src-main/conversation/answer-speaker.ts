/** Says an answer while the model still writes it: sentence by sentence, in order, one sentence made ahead. */
import type { SpeechChunk } from '../domain/audio.ts';
import { isAbort } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import type { Clock } from '../ports/clock.ts';
import type { TextToSpeech } from '../ports/text-to-speech.ts';
import { createSentenceSplitter } from './sentence-splitter.ts';
import { createSpeakable } from './speakable-text.ts';

export interface SpokenFrame {
  readonly sequence: number;
  readonly sampleRateHz: number;
  /** None in the last frame. */
  readonly samples: Int16Array;
  readonly last: boolean;
}

export interface AnswerSpeaker {
  /** More of the answer, in Markdown. */
  words(delta: string): void;
  /** The answer is complete; what is left is said. */
  ended(): void;
  /** Silence at once: no frame is sent any more. */
  stop(): void;
  /** Settles when the last sound will have been heard, or the speaker was stopped; never rejects. */
  readonly finished: Promise<void>;
}

export interface AnswerSpeakerOptions {
  readonly textToSpeech: TextToSpeech;
  readonly clock: Clock;
  readonly language: Language;
  /** 0.5 to 2.0. */
  readonly rate: number;
  readonly send: (frame: SpokenFrame) => void;
  /** Bytes sent but not yet taken by the listener. */
  readonly bufferedBytes: () => number;
  /** Stops like `stop()`. */
  readonly signal?: AbortSignal;
  /** The first sound is about to be sent. */
  readonly onStarted?: () => void;
  /** Once: the last sound will have been heard, the speaker was stopped (`stopped`), or the voice failed. */
  readonly onEnded?: (end: { stopped: boolean; error?: unknown }) => void;
}

const frameSeconds = 0.1;
/** How much sound may be sent before it can have been heard; keeps the listener's memory and a stop short. */
const leadSeconds = 3;
const maxBufferedBytes = 256 * 1024;
const pollMs = 20;
const silentRateHz = 16_000;

type Prepared = { first: Promise<IteratorResult<SpeechChunk>>; rest: AsyncIterator<SpeechChunk> };

export function createAnswerSpeaker(options: AnswerSpeakerOptions): AnswerSpeaker {
  const { textToSpeech, clock, language, rate } = options;
  const splitter = createSentenceSplitter();
  const speakable = createSpeakable(language);
  const sentences: string[] = [];
  const stopper = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stopper.signal]) : stopper.signal;
  let complete = false;
  let wake = (): void => undefined;
  let sequence = 0;
  /** When the sound sent so far will have been heard; undefined before the first. */
  let heardAtMs: number | undefined;

  function enqueue(pieces: readonly string[]): void {
    sentences.push(...pieces.map(speakable).filter(text => text !== ''));
    wake();
  }

  /** Starts the voice on the next sentence that is there. */
  function prepare(): Prepared | undefined {
    const text = sentences.shift();
    if (text === undefined) return undefined;
    const rest = textToSpeech.speak({ text, language, rate }, signal)[Symbol.asyncIterator]();
    const first = rest.next();
    // Its error is thrown where it is waited for, which may be after it happened.
    first.catch(() => undefined);
    return { first, rest };
  }

  async function nextSentence(): Promise<Prepared | undefined> {
    while (sentences.length === 0 && !complete && !signal.aborted) {
      await new Promise<void>(resolve => {
        wake = resolve;
      });
    }
    signal.throwIfAborted();
    return prepare();
  }

  async function speakAll(): Promise<void> {
    let ahead: Prepared | undefined;
    for (;;) {
      const current: Prepared | undefined = ahead ?? (await nextSentence());
      ahead = undefined;
      if (current === undefined) return;
      for (let step = await current.first; !step.done; step = await current.rest.next()) {
        ahead ??= prepare();
        await sendChunk(step.value);
      }
    }
  }

  async function sendChunk({ samples, sampleRateHz }: SpeechChunk): Promise<void> {
    const length = Math.round(sampleRateHz * frameSeconds);
    for (let from = 0; from < samples.length; from += length) {
      await untilTaken();
      signal.throwIfAborted();
      if (heardAtMs === undefined) options.onStarted?.();
      const part = samples.subarray(from, from + length);
      options.send({ sequence: sequence++, sampleRateHz, samples: part, last: false });
      const beginsAtMs = Math.max(clock.monotonicMs(), heardAtMs ?? 0);
      heardAtMs = beginsAtMs + (part.length / sampleRateHz) * 1000;
    }
  }

  async function untilTaken(): Promise<void> {
    while (!signal.aborted && (isFarAhead() || options.bufferedBytes() > maxBufferedBytes))
      await pause(pollMs);
  }

  /** Waits, not beyond a stop; more words may end it early. */
  function pause(delayMs: number): Promise<void> {
    return new Promise(resolve => {
      const cancel = clock.after(delayMs, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });
  }

  async function untilHeard(): Promise<void> {
    const leftMs = (heardAtMs ?? 0) - clock.monotonicMs();
    if (!signal.aborted && leftMs > 0) await pause(leftMs);
  }

  const isFarAhead = (): boolean =>
    heardAtMs !== undefined && heardAtMs - clock.monotonicMs() > leadSeconds * 1000;

  async function run(): Promise<void> {
    let error: unknown;
    try {
      await speakAll();
    } catch (caught) {
      error = caught;
    }
    if (!signal.aborted) {
      options.send({ sequence, sampleRateHz: silentRateHz, samples: new Int16Array(0), last: true });
      await untilHeard();
    }
    const stopped = signal.aborted;
    // After an error the sentence made ahead is given up too.
    stopper.abort();
    const failed = error !== undefined && !isAbort(error);
    options.onEnded?.({ stopped, ...(failed && { error }) });
  }

  signal.addEventListener('abort', () => wake(), { once: true });
  return {
    words(delta) {
      if (!complete) enqueue(splitter.push(delta));
    },
    ended() {
      if (complete) return;
      complete = true;
      enqueue(splitter.end());
    },
    stop: () => stopper.abort(),
    finished: run(),
  };
}
