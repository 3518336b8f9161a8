/** The microphone: asks for it, captures frames while it is open, and says in one word why it cannot. */
import type { CaptureMessage, CaptureOrder } from './capture-messages.ts';
import captureWorkletUrl from './capture-worklet.ts?worker&url';
import type { CapturedFrame } from './frame-maker.ts';

/**
 * `refused`: the user or the system does not allow it; `absent`: there is none; `busy`: another program holds it;
 * `unsupported`: this page may not have one (no secure origin); `failed`: anything else.
 */
export type MicrophoneFault = 'refused' | 'absent' | 'busy' | 'unsupported' | 'failed';

export class MicrophoneError extends Error {
  override readonly name = 'MicrophoneError';
  readonly fault: MicrophoneFault;

  constructor(fault: MicrophoneFault, cause?: unknown) {
    super(`the microphone: ${fault}`, { cause });
    this.fault = fault;
  }
}

export interface Capture {
  /** How loud it is now, 0 to 1. */
  level(): number;
  /** Closes the microphone; all frames have been given when it resolves. */
  stop(): Promise<{ lastSequence: number }>;
}

export interface CaptureListener {
  onFrame(frame: CapturedFrame): void;
  /** The device was unplugged, or the permission taken away. */
  onLost?(): void;
}

export interface Microphone {
  /** Opens it for one capture. Throws MicrophoneError. */
  start(listener: CaptureListener): Promise<Capture>;
  close(): Promise<void>;
}

/** Echo cancellation matters most: the answer comes from the loudspeaker beside it. */
const wanted: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  channelCount: 1,
};
/** A worklet that does not answer any more must not keep the microphone open. */
const finishLimitMs = 1_000;

/** The audio thread is kept ready between captures; the device itself is open only while one runs. */
export function createMicrophone(workletUrl: string = captureWorkletUrl): Microphone {
  let ready: Promise<AudioContext> | undefined;
  let open = 0;

  function audio(): Promise<AudioContext> {
    ready ??= openAudio(workletUrl).catch((error: unknown) => {
      ready = undefined;
      throw new MicrophoneError('failed', error);
    });
    return ready;
  }

  return {
    async start(listener) {
      const [stream, context] = await openBoth(openDevice(), audio());
      open += 1;
      await context.resume();
      return capture(context, stream, listener, async () => {
        open -= 1;
        if (open === 0) await context.suspend();
      });
    },
    async close() {
      const context = await ready;
      ready = undefined;
      await context?.close();
    },
  };
}

async function openAudio(workletUrl: string): Promise<AudioContext> {
  const context = new AudioContext({ latencyHint: 'interactive' });
  await context.audioWorklet.addModule(workletUrl);
  return context;
}

async function openDevice(): Promise<MediaStream> {
  // Absent on pages that are not of a secure origin, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) throw new MicrophoneError('unsupported');
  try {
    return await devices.getUserMedia({ audio: wanted });
  } catch (error) {
    throw new MicrophoneError(faultOf(error), error);
  }
}

/** When one of the two fails the other must not stay open. */
async function openBoth(
  device: Promise<MediaStream>,
  audio: Promise<AudioContext>,
): Promise<[MediaStream, AudioContext]> {
  try {
    return await Promise.all([device, audio]);
  } catch (error) {
    device.then(closeDevice, () => undefined);
    throw error;
  }
}

/** https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia and what browsers add. */
function faultOf(error: unknown): MicrophoneFault {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'absent';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'failed';
  }
}

/** @param released called when the device is closed. */
function capture(
  context: AudioContext,
  stream: MediaStream,
  listener: CaptureListener,
  released: () => Promise<void>,
): Capture {
  const source = context.createMediaStreamSource(stream);
  const node = new AudioWorkletNode(context, 'capture', { numberOfOutputs: 0 });
  let level = 0;
  let stopping: Promise<{ lastSequence: number }> | undefined;
  let lastSequence = -1;
  let finished = (): void => undefined;

  node.port.onmessage = ({ data }: MessageEvent<CaptureMessage>) => {
    if (data.kind === 'finished') return finished();
    level = data.level;
    lastSequence = data.sequence;
    listener.onFrame(data);
  };
  for (const track of stream.getAudioTracks()) track.onended = () => listener.onLost?.();
  source.connect(node);

  async function stop(): Promise<{ lastSequence: number }> {
    await new Promise<void>(resolve => {
      const limit = setTimeout(resolve, finishLimitMs);
      finished = () => {
        clearTimeout(limit);
        resolve();
      };
      const order: CaptureOrder = { kind: 'finish' };
      node.port.postMessage(order);
    });
    source.disconnect();
    node.port.close();
    closeDevice(stream);
    level = 0;
    await released();
    return { lastSequence };
  }

  return {
    level: () => level,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

function closeDevice(stream: MediaStream): void {
  for (const track of stream.getTracks()) {
    track.onended = null;
    track.stop();
  }
}
