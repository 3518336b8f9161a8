/** Hold to talk: opens the microphone while a key is held, and hands what was said to the core. */
import { captureSampleRateHz } from '../../src-main/domain/audio.ts';
import type { Capture, Microphone } from './microphone.ts';

export type TalkState = 'idle' | 'listening' | 'transcribing';

/** The way to the core for one capture after another. */
export interface VoiceLine {
  begin(captureId: string, sampleRateHz: number): Promise<void>;
  frame(captureId: string, frame: { sequence: number; samples: Int16Array }): void;
  /** Resolves when the words were asked. */
  end(captureId: string, lastSequence: number): Promise<void>;
  cancel(captureId: string): Promise<void>;
}

export interface PushToTalk {
  /** Begins to listen; while it listens or thinks about what it heard, nothing happens. */
  press(): void;
  /** Ends and asks what was said. */
  release(): void;
  /** Forgets what was said so far. */
  cancel(): void;
  /** How loud the microphone is now, 0 to 1. */
  level(): number;
}

/** The core takes no more than 60 s. */
const longestMs = 59_000;
/** A shorter press is a slip of the finger. */
const shortestMs = 200;

interface Talking {
  readonly captureId: string;
  readonly sinceMs: number;
  /** What the hand did while the microphone was still opening. */
  wish: 'talk' | 'end' | 'forget';
  capture?: Capture;
  cancelLimit: () => void;
}

export function createPushToTalk(options: {
  readonly microphone: Microphone;
  readonly line: VoiceLine;
  readonly newId: () => string;
  readonly onState: (state: TalkState) => void;
  /** A MicrophoneError, or what the line rejected with. */
  readonly onError: (error: unknown) => void;
  readonly nowMs?: () => number;
  readonly after?: (delayMs: number, action: () => void) => () => void;
}): PushToTalk {
  const { microphone, line, onState, onError } = options;
  const nowMs = options.nowMs ?? (() => performance.now());
  const after = options.after ?? afterOnPage;
  let talking: Talking | undefined;
  let transcribing = false;

  async function open(now: Talking): Promise<void> {
    const { captureId } = now;
    const begun = line.begin(captureId, captureSampleRateHz);
    // Waited for below; it may fail while the microphone is still opening.
    begun.catch(() => undefined);
    try {
      now.capture = await microphone.start({
        onFrame: frame => {
          if (now.wish !== 'forget') line.frame(captureId, frame);
        },
        onLost: () => finish(now, 'end'),
      });
      await begun;
    } catch (error) {
      close(now);
      await now.capture?.stop();
      await forget(captureId);
      if (now.wish !== 'forget') onError(error);
      return;
    }
    if (now.wish === 'talk') now.cancelLimit = after(longestMs, () => finish(now, 'end'));
    else await conclude(now);
  }

  function finish(now: Talking | undefined, wish: 'end' | 'forget'): void {
    if (now === undefined || now.wish !== 'talk') return;
    now.wish = wish === 'end' && nowMs() - now.sinceMs < shortestMs ? 'forget' : wish;
    if (now.wish === 'forget') close(now);
    if (now.capture !== undefined) void conclude(now);
  }

  async function conclude(now: Talking): Promise<void> {
    now.cancelLimit();
    try {
      const heard = await now.capture?.stop();
      if (now.wish === 'forget') return await forget(now.captureId);
      transcribing = true;
      close(now);
      await line.end(now.captureId, heard?.lastSequence ?? -1);
    } catch (error) {
      onError(error);
    } finally {
      close(now);
      if (transcribing) {
        transcribing = false;
        onState('idle');
      }
    }
  }

  /** The hand may begin again; shown is what is still going on. */
  function close(now: Talking): void {
    if (talking !== now) return;
    talking = undefined;
    onState(transcribing ? 'transcribing' : 'idle');
  }

  async function forget(captureId: string): Promise<void> {
    try {
      await line.cancel(captureId);
    } catch (error) {
      onError(error);
    }
  }

  return {
    press() {
      if (talking !== undefined || transcribing) return;
      talking = {
        captureId: options.newId(),
        sinceMs: nowMs(),
        wish: 'talk',
        cancelLimit: () => undefined,
      };
      onState('listening');
      void open(talking);
    },
    release: () => finish(talking, 'end'),
    cancel: () => finish(talking, 'forget'),
    level: () => talking?.capture?.level() ?? 0,
  };
}

function afterOnPage(delayMs: number, action: () => void): () => void {
  const timer = setTimeout(action, delayMs);
  return () => clearTimeout(timer);
}
