/** Runs in the audio thread: turns the microphone's sound into frames, so that a busy page loses none. */
import type { CaptureMessage, CaptureOrder } from './capture-messages.ts';
import { FrameMaker } from './frame-maker.ts';

class CaptureProcessor extends AudioWorkletProcessor {
  private ended = false;
  private readonly frames = new FrameMaker(sampleRate, frame => {
    this.post({ kind: 'frame', ...frame }, [frame.samples.buffer]);
  });

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<CaptureOrder>) => {
      if (data.kind !== 'finish' || this.ended) return;
      this.ended = true;
      this.post({ kind: 'finished', lastSequence: this.frames.flush() }, []);
    };
  }

  /** Takes 128 samples of each channel; false lets the browser put this processor away. */
  process([input = []]: readonly (readonly Float32Array[])[]): boolean {
    const [first, second] = input;
    if (!this.ended && first) this.frames.push(second ? mono(first, second) : first);
    return !this.ended;
  }

  private post(message: CaptureMessage, transfer: Transferable[]): void {
    this.port.postMessage(message, transfer);
  }
}

const mono = (left: Float32Array, right: Float32Array): Float32Array =>
  left.map((value, i) => (value + (right[i] ?? 0)) / 2);

registerProcessor('capture', CaptureProcessor);
