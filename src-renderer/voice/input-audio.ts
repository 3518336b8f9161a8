/** The audio thread of the microphone: frames for the core on one way, a measure for the eye on another. */
import { SoundMeter, type SoundNow } from './sound-meter.ts';
import type { WorkletOrder } from './sound-orders.ts';

/** The audio thread that hears one device at a time. */
export interface InputAudio {
  /** Its frames go to this port. */
  sendTo(port: MessagePort): void;
  hear(stream: MediaStream): void;
  /** What is heard at this moment, for the eye. */
  measure(into: SoundNow): void;
  /** Hears nothing and rests. */
  rest(): void;
  close(): Promise<void>;
}

export async function openInputAudio(workletUrl: string): Promise<InputAudio> {
  const context = new AudioContext({ latencyHint: 'interactive' });
  await context.audioWorklet.addModule(workletUrl);
  const node = new AudioWorkletNode(context, 'capture', { numberOfOutputs: 0 });
  const meter = new SoundMeter(context);
  let source: MediaStreamAudioSourceNode | undefined;
  const unplug = (): void => {
    source?.disconnect();
    source = undefined;
  };
  return {
    sendTo(port) {
      const order: WorkletOrder = { port };
      node.port.postMessage(order, [port]);
    },
    hear(stream) {
      unplug();
      source = context.createMediaStreamSource(stream);
      source.connect(node);
      source.connect(meter.node);
      void context.resume();
    },
    measure: into => meter.read(into),
    rest() {
      // A device that was opened meanwhile is heard on.
      if (source === undefined || !source.mediaStream.active) {
        unplug();
        void context.suspend();
      }
    },
    close: () => context.close(),
  };
}
