/** Trying the name: a meter of its score, and recordings that fit its threshold to this person's voice. */
import type { Client } from '../../src-preload/connect.ts';
import type { CommandOutput } from '../../src-preload/contract.ts';
import type { CoreLine, OpenCapture } from './core-line.ts';

export interface WakeScoreNow {
  readonly score: number;
  readonly threshold: number;
}

export interface WakeTrial {
  /** Listens for the name until the returned function is called; `onScore` gets its score as it changes. */
  meter(onScore: (now: WakeScoreNow) => void): () => void;
  /** Records the name once; rejects with a MicrophoneError or what the core said. */
  record(): Promise<CommandOutput<'voice.tuned'>>;
  /** Forgets what was recorded. */
  forget(): Promise<void>;
  isActive(): boolean;
}

/** Long enough to say the name after the button was pressed. */
const recordingMs = 2_500;

export function createWakeTrial(options: {
  readonly client: Pick<Client, 'call' | 'on'>;
  readonly line: Pick<CoreLine, 'open'>;
  readonly newId: () => string;
  readonly onError: (error: unknown) => void;
  /** `isActive` has changed. */
  readonly onChange: () => void;
  readonly after?: (delayMs: number, action: () => void) => () => void;
}): WakeTrial {
  const { client, line, newId, onError } = options;
  const after = options.after ?? afterOnPage;
  let active = 0;

  function enter(): () => void {
    active += 1;
    options.onChange();
    let isLeft = false;
    return () => {
      if (isLeft) return;
      isLeft = true;
      active -= 1;
      options.onChange();
    };
  }

  async function openMeter(captureId: string, isOver: () => boolean): Promise<OpenCapture | undefined> {
    try {
      const capture = await line.open({ captureId, mode: 'meter', onLost: onError });
      if (!isOver()) return capture;
      await capture.drop();
    } catch (error) {
      onError(error);
    }
    return undefined;
  }

  return {
    isActive: () => active > 0,
    meter(onScore) {
      const leave = enter();
      const captureId = newId();
      let isOver = false;
      const stopScores = client.on('voice.wakeScore', ({ captureId: of, ...now }) => {
        if (of === captureId) onScore(now);
      });
      const opened = openMeter(captureId, () => isOver);
      return () => {
        isOver = true;
        stopScores();
        void opened
          .then(capture => capture?.drop())
          .catch(onError)
          .finally(leave);
      };
    },
    async record() {
      const leave = enter();
      const captureId = newId();
      try {
        const capture = await line.open({ captureId, mode: 'tune', onLost: onError });
        await new Promise<void>(resolve => after(recordingMs, resolve));
        return await client.call('voice.tuned', { captureId, lastSequence: await capture.deliver() });
      } finally {
        leave();
      }
    },
    async forget() {
      await client.call('voice.untune', {});
    },
  };
}

function afterOnPage(delayMs: number, action: () => void): () => void {
  const timer = setTimeout(action, delayMs);
  return () => clearTimeout(timer);
}
