/** Captures as the core knows them: begun in both places, kept through a break of the wire, ended in one way or another. */
import { captureSampleRateHz } from '../../src-main/domain/audio.ts';
import type { Client, ConnectionState } from '../../src-preload/connect.ts';
import type { CaptureMode } from '../../src-preload/voice-contract.ts';
import type { Capture, Microphone } from './microphone.ts';

export interface OpenCapture {
  /** The core has every frame; what was said becomes a turn. Rejects with what the core said. */
  end(): Promise<void>;
  /** The core has every frame up to the one whose sequence is given; the capture is not over for it. */
  deliver(): Promise<number>;
  /** Nothing of it is kept. */
  drop(): Promise<void>;
  /** It only waits for the name at the moment. */
  isWaiting(isWaiting: boolean): void;
}

export interface CaptureRequest {
  readonly captureId: string;
  readonly mode: CaptureMode;
  /** No more sound comes: the microphone is gone, or the core does not take it any more. */
  readonly onLost: (error: unknown) => void;
}

export interface CoreLine {
  /** Rejects with a MicrophoneError or the core's error; nothing is open then. */
  open(request: CaptureRequest): Promise<OpenCapture>;
  /** To be told how the wire is. */
  connection(state: ConnectionState): void;
}

export function createCoreLine(options: {
  readonly client: Pick<Client, 'call'>;
  readonly microphone: Microphone;
  /** The conversation in which the words are asked. */
  readonly conversationId: () => string;
}): CoreLine {
  const { client, microphone } = options;
  let running: { readonly request: CaptureRequest; readonly capture: Capture } | undefined;
  let wasOpen = true;

  async function start({ captureId, mode }: CaptureRequest): Promise<void> {
    await client.call('voice.start', {
      captureId,
      mode,
      sampleRateHz: captureSampleRateHz,
      conversationId: options.conversationId(),
    });
  }

  const cancel = async (captureId: string): Promise<void> =>
    void (await client.call('voice.cancel', { captureId }));

  async function open(request: CaptureRequest): Promise<OpenCapture> {
    const begun = start(request);
    // Waited for below; it may fail while the microphone is still opening.
    begun.catch(() => undefined);
    let capture: Capture | undefined;
    try {
      capture = await microphone.start(request);
      await begun;
    } catch (error) {
      await Promise.allSettled([capture?.drop(), begun.then(() => cancel(request.captureId))]);
      throw error;
    }
    running = { request, capture };
    if (wasOpen) capture.go();
    return over(request, capture);
  }

  function over({ captureId }: CaptureRequest, capture: Capture): OpenCapture {
    const deliver = async (): Promise<number> => {
      const { lastSequence } = await capture.stop();
      forget(capture);
      return lastSequence;
    };
    return {
      isWaiting: isWaiting => capture.isWaiting(isWaiting),
      deliver,
      async end() {
        await client.call('voice.end', { captureId, lastSequence: await deliver() });
      },
      async drop() {
        forget(capture);
        await Promise.all([capture.drop(), cancel(captureId)]);
      },
    };
  }

  function forget(capture: Capture): void {
    if (running?.capture === capture) running = undefined;
  }

  /** The core may be another one by now, or have forgotten the capture of a window that it took for gone. */
  async function startAgain(): Promise<void> {
    const again = running;
    if (again === undefined) return;
    try {
      await start(again.request);
      if (running === again) again.capture.go();
    } catch (error) {
      again.request.onLost(error);
    }
  }

  return {
    open,
    connection(state) {
      const isOpen = state === 'open';
      if (isOpen === wasOpen) return;
      wasOpen = isOpen;
      if (isOpen) void startAgain();
      else running?.capture.hold();
    },
  };
}
