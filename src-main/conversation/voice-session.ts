/** Push to talk, the core's side: frames of a capture are put in order and become words. Sound lives in memory only. */
import { JarvisError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import type { Clock } from '../ports/clock.ts';
import type { SpeechToText, Transcript } from '../ports/speech-to-text.ts';
import { CaptureBuffer } from './capture-buffer.ts';

interface CapturedFrame {
  /** From 0, one more for each frame of a capture. */
  readonly sequence: number;
  readonly sampleRateHz: number;
  readonly samples: Int16Array;
}

interface HeardSpeech extends Transcript {
  readonly seconds: number;
  /** Frames that never came; silence stands in their place. */
  readonly missingFrames: number;
}

export interface VoiceSession {
  /** Begins a capture; a second time with the same id nothing happens. Throws `speech.bad-audio` for an impossible rate. */
  start(captureId: string, sampleRateHz: number): void;
  /** Takes one frame; those of an unknown capture, of another rate, or beyond 60 s are left out. */
  frame(captureId: string, frame: CapturedFrame): void;
  /**
   * Ends the capture and gives its words, empty for silence. `lastSequence` is that of its last frame, -1 for none.
   * Throws JarvisError `speech.*`; `speech.nothing-heard` for an unknown capture; AbortError when cancelled.
   */
  end(captureId: string, lastSequence: number): Promise<HeardSpeech>;
  /** Forgets a capture and its sound, also while its words are being recognised. */
  cancel(captureId: string): void;
  /** Cancels all. */
  close(): void;
}

const maxCaptureSeconds = 60;
/** A window holds one microphone; more than a few open captures are left over by windows that went away. */
const maxCaptures = 8;
/** A capture whose end never came is forgotten. */
const abandonedAfterMs = 2 * maxCaptureSeconds * 1000;

interface Capture {
  readonly buffer: CaptureBuffer;
  readonly stop: AbortController;
  readonly cancelTimer: () => void;
  /** The words on their way; an end that is told twice has one answer. */
  ending?: Promise<HeardSpeech>;
}

/** @param options.fallbackLanguage tried when the recogniser heard neither French nor English; absent: none is. */
export function createVoiceSession(options: {
  readonly speechToText: SpeechToText;
  readonly clock: Clock;
  readonly fallbackLanguage?: () => Language;
}): VoiceSession {
  const { speechToText, clock } = options;
  const captures = new Map<string, Capture>();

  function forget(captureId: string): void {
    const capture = captures.get(captureId);
    if (capture === undefined) return;
    captures.delete(captureId);
    capture.cancelTimer();
    capture.stop.abort();
    capture.buffer.clear();
  }

  async function recognize(
    samples: Int16Array,
    sampleRateHz: number,
    signal: AbortSignal,
  ): Promise<Transcript> {
    const heard = await speechToText.transcribe({ samples, sampleRateHz }, signal);
    const language = options.fallbackLanguage?.();
    if (heard.text === '' || heard.language !== undefined || language === undefined) return heard;
    return speechToText.transcribe({ samples, sampleRateHz, language }, signal);
  }

  async function hear({ buffer, stop }: Capture, lastSequence: number): Promise<HeardSpeech> {
    const { samples, missingFrames } = buffer.join(lastSequence);
    try {
      const transcript = await recognize(samples, buffer.sampleRateHz, stop.signal);
      return { ...transcript, missingFrames, seconds: samples.length / buffer.sampleRateHz };
    } finally {
      samples.fill(0);
    }
  }

  return {
    start(captureId, sampleRateHz) {
      if (captures.has(captureId)) return;
      const [oldest] = captures.keys();
      if (captures.size >= maxCaptures && oldest !== undefined) forget(oldest);
      captures.set(captureId, {
        buffer: new CaptureBuffer(sampleRateHz, maxCaptureSeconds),
        stop: new AbortController(),
        cancelTimer: clock.after(abandonedAfterMs, () => forget(captureId)),
      });
      // No sound makes the engine load its model while the user still speaks. Its errors come again at the end.
      speechToText
        .transcribe({ samples: new Int16Array(0), sampleRateHz }, new AbortController().signal)
        .catch((error: unknown) => error);
    },

    frame(captureId, frame) {
      captures.get(captureId)?.buffer.add(frame);
    },

    end(captureId, lastSequence) {
      const capture = captures.get(captureId);
      if (capture === undefined) return Promise.reject(new JarvisError('speech.nothing-heard'));
      capture.ending ??= hear(capture, lastSequence).finally(() => forget(captureId));
      return capture.ending;
    },

    cancel: forget,
    close() {
      for (const captureId of [...captures.keys()]) forget(captureId);
    },
  };
}
