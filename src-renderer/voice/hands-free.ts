/** Listening without a key: a capture that stands open while the person wants it and nothing else uses the microphone. */
import type { CaptureMode, CaptureState } from '../../src-preload/voice-contract.ts';
import type { CoreLine, OpenCapture } from './core-line.ts';
import type { TalkState } from './push-to-talk.ts';

export type StandingMode = Extract<CaptureMode, 'hotword' | 'always'>;

export interface HandsFree {
  /** To be called whenever `wanted` may have changed. */
  sync(): void;
  captureId(): string | undefined;
  state(): TalkState;
  told(state: CaptureState): void;
}

export interface HandsFreeOptions {
  readonly line: Pick<CoreLine, 'open'>;
  readonly newId: () => string;
  /** Undefined while nothing is to be heard. */
  readonly wanted: () => StandingMode | undefined;
  readonly onChange: () => void;
  /** It could not listen, and does not try again by itself. */
  readonly onFailed: (error: unknown) => void;
  readonly after?: (delayMs: number, action: () => void) => () => void;
}

interface Standing {
  readonly captureId: string;
  readonly mode: StandingMode;
  state: TalkState;
  isOver: boolean;
  capture?: OpenCapture;
}

/** A core that ends the capture, say because its speech process was lost, is asked again so often. */
const mostTries = 3;
const tryAgainMs = 1_000;

export function createHandsFree(options: HandsFreeOptions): HandsFree {
  const after = options.after ?? afterOnPage;
  let standing: Standing | undefined;
  let tries = 0;

  async function open(now: Standing): Promise<void> {
    const { captureId, mode } = now;
    try {
      now.capture = await options.line.open({ captureId, mode, onLost: error => fail(now, error) });
      if (now.isOver) await now.capture.drop();
    } catch (error) {
      fail(now, error);
    }
  }

  function fail(now: Standing, error: unknown): void {
    // It is not wanted any more: its fault is nobody's concern.
    if (now.isOver) return;
    leave(now);
    options.onFailed(error);
  }

  function leave(now: Standing): void {
    now.isOver = true;
    if (standing === now) standing = undefined;
    now.capture?.drop().catch(options.onFailed);
    options.onChange();
  }

  function sync(): void {
    const mode = options.wanted();
    if (standing !== undefined && standing.mode !== mode) leave(standing);
    if (standing !== undefined || mode === undefined) return;
    standing = {
      captureId: options.newId(),
      mode,
      state: mode === 'hotword' ? 'armed' : 'listening',
      isOver: false,
    };
    options.onChange();
    void open(standing);
  }

  function tryAgain(now: Standing): void {
    leave(now);
    tries += 1;
    if (tries < mostTries) after(tryAgainMs * tries, sync);
    else options.onFailed(undefined);
  }

  return {
    sync,
    captureId: () => standing?.captureId,
    state: () => standing?.state ?? 'idle',
    told(state) {
      if (standing === undefined) return;
      if (state === 'off') return tryAgain(standing);
      if (state === 'hearing') tries = 0;
      standing.state = state;
      standing.capture?.isWaiting(state === 'armed');
      options.onChange();
    },
  };
}

function afterOnPage(delayMs: number, action: () => void): () => void {
  const timer = setTimeout(action, delayMs);
  return () => clearTimeout(timer);
}
