/** What exists inside an audio worklet, which TypeScript's own libraries leave out, and how its file is named. */
declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
  abstract process(inputs: readonly (readonly Float32Array[])[]): boolean;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;
/** Of the audio context, in Hz. */
declare const sampleRate: number;

declare module '*?worker&url' {
  const url: string;
  export default url;
}

/** https://webaudio.github.io/web-audio-api/#dom-audiocontext-setsinkid; not in every browser. */
interface AudioContext {
  readonly sinkId?: string | { readonly type: string };
  setSinkId?(id: string): Promise<void>;
}
