/** Talking by key or button: held down, locked by a double tap, or one sentence for each click. */
import type { CaptureMode, CaptureState } from '../../src-preload/voice-contract.ts';
import type { CoreLine, OpenCapture } from './core-line.ts';

export type TalkState = 'idle' | Exclude<CaptureState, 'off'>;

export interface TalkView {
  readonly state: TalkState;
  /** Goes on without the key. */
  readonly isLocked: boolean;
}

export interface PushToTalk {
  /**
   * Begins; ends what is locked or was begun by a click. While the words are being recognised nothing happens. `wanted`:
   * how this once; absent: as the person has chosen.
   */
  press(wanted?: 'turn'): void;
  /** Ends what is held, and asks what was said. */
  release(): void;
  /** The key can no longer be seen: what is held is forgotten, for it is not known what was meant. */
  lose(): void;
  /** Forgets what was said so far. */
  cancel(): void;
  isActive(): boolean;
  captureId(): string | undefined;
  /** What the core says of its capture. */
  told(state: CaptureState): void;
}

export interface PushToTalkOptions {
  readonly line: Pick<CoreLine, 'open'>;
  readonly newId: () => string;
  /** `turn`: a click, and the end of the sentence ends it. */
  readonly mode: () => Extract<CaptureMode, 'hold' | 'turn'>;
  readonly onView: (view: TalkView) => void;
  /** A MicrophoneError, or what the core said. */
  readonly onError: (error: unknown) => void;
  readonly nowMs?: () => number;
  readonly after?: (delayMs: number, action: () => void) => () => void;
}

/** The core takes no more than 60 s. */
const longestMs = 59_000;
/** A shorter press is a slip of the finger, or half a double tap. */
const shortestMs = 200;
const doubleTapMs = 400;

interface Talking {
  readonly captureId: string;
  readonly mode: 'hold' | 'turn';
  readonly sinceMs: number;
  /** Of the first tap of two. */
  readonly isSecondTap: boolean;
  /** What the hand did while the microphone was still opening. */
  wish: 'talk' | 'end' | 'forget';
  isLocked: boolean;
  state: TalkState;
  capture?: OpenCapture;
  cancelLimit: () => void;
}

export function createPushToTalk(options: PushToTalkOptions): PushToTalk {
  const { line, onError } = options;
  const nowMs = options.nowMs ?? (() => performance.now());
  const after = options.after ?? afterOnPage;
  let talking: Talking | undefined;
  let recognising = false;
  let lastTapMs = Number.NEGATIVE_INFINITY;

  function show(): void {
    const state = talking?.state ?? (recognising ? 'recognising' : 'idle');
    options.onView({ state, isLocked: talking?.isLocked ?? false });
  }

  async function open(now: Talking): Promise<void> {
    const { captureId, mode } = now;
    try {
      now.capture = await line.open({ captureId, mode, onLost: error => lost(now, error) });
    } catch (error) {
      close(now);
      if (now.wish !== 'forget') onError(error);
      return;
    }
    if (now.wish === 'talk') now.cancelLimit = after(longestMs, () => finish(now, 'end'));
    else await conclude(now, now.capture);
  }

  /** What was said before is asked all the same. */
  function lost(now: Talking, error: unknown): void {
    onError(error);
    finish(now, 'end');
  }

  function finish(now: Talking, wish: 'end' | 'forget'): void {
    if (now.wish !== 'talk') return;
    now.wish = wish;
    if (wish === 'forget') close(now);
    if (now.capture !== undefined) void conclude(now, now.capture);
  }

  async function conclude(now: Talking, capture: OpenCapture): Promise<void> {
    now.cancelLimit();
    try {
      if (now.wish === 'forget') return await capture.drop();
      recognising = true;
      close(now);
      await capture.end();
    } catch (error) {
      onError(error);
    } finally {
      if (now.wish === 'end') recognising = false;
      show();
    }
  }

  /** The hand may begin again; shown is what is still going on. */
  function close(now: Talking): void {
    if (talking !== now) return;
    talking = undefined;
    show();
  }

  function begin(wanted?: 'turn'): void {
    talking = {
      captureId: options.newId(),
      mode: wanted ?? options.mode(),
      sinceMs: nowMs(),
      isSecondTap: nowMs() - lastTapMs < doubleTapMs,
      wish: 'talk',
      isLocked: false,
      state: 'listening',
      cancelLimit: () => undefined,
    };
    show();
    void open(talking);
  }

  function letGo(now: Talking): void {
    if (now.isLocked || now.mode === 'turn') return;
    if (nowMs() - now.sinceMs >= shortestMs) {
      finish(now, 'end');
    } else if (now.isSecondTap) {
      now.isLocked = true;
      show();
    } else {
      lastTapMs = nowMs();
      finish(now, 'forget');
    }
  }

  return {
    press(wanted) {
      if (recognising) return;
      if (talking === undefined) begin(wanted);
      else if (talking.isLocked || talking.mode === 'turn') pressAgain(talking);
    },
    release() {
      if (talking) letGo(talking);
    },
    lose() {
      if (talking?.mode === 'hold' && !talking.isLocked) finish(talking, 'forget');
    },
    cancel() {
      if (talking) finish(talking, 'forget');
    },
    isActive: () => talking !== undefined || recognising,
    captureId: () => talking?.captureId,
    told(state) {
      if (talking === undefined) return;
      if (state === 'off') return finish(talking, 'forget');
      talking.state = state;
      show();
    },
  };

  function pressAgain(now: Talking): void {
    const isSaying = now.isLocked || now.state === 'listening' || now.state === 'hearing';
    const isSlip = nowMs() - now.sinceMs < shortestMs;
    finish(now, isSaying && !isSlip ? 'end' : 'forget');
    // One who clicks into the answer wants to say something else.
    if (!isSaying) begin();
  }
}

function afterOnPage(delayMs: number, action: () => void): () => void {
  const timer = setTimeout(action, delayMs);
  return () => clearTimeout(timer);
}
