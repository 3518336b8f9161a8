/** Runs in the audio thread: turns the microphone's sound into frames for the worker, past the page. */
import { FrameMaker } from './frame-maker.ts';
import type { RawFrame, WorkletOrder } from './sound-orders.ts';

class CaptureProcessor extends AudioWorkletProcessor {
  private to: MessagePort | undefined;
  private readonly frames = new FrameMaker(sampleRate, frame => {
    const raw: RawFrame = { ...frame, endedAtMs: Date.now() };
    this.to?.postMessage(raw, [frame.samples.buffer]);
  });

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<WorkletOrder>) => {
      this.to = data.port;
    };
  }

  /** Takes 128 samples of each channel. */
  process([input = []]: readonly (readonly Float32Array[])[]): boolean {
    const [first, second] = input;
    if (first) this.frames.push(second ? mono(first, second) : first);
    return true;
  }
}

const mono = (left: Float32Array, right: Float32Array): Float32Array =>
  left.map((value, i) => (value + (right[i] ?? 0)) / 2);

registerProcessor('capture', CaptureProcessor);
