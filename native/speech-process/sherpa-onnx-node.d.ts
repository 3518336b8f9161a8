/** The part of sherpa-onnx-node that is used here; the package brings no types of its own. */
declare module 'sherpa-onnx-node' {
  export interface OfflineRecognizerConfig {
    featConfig: { sampleRate: number; featureDim: number };
    modelConfig: {
      whisper: {
        encoder: string;
        decoder: string;
        language: string;
        task: 'transcribe';
        tailPaddings: number;
      };
      tokens: string;
      numThreads: number;
      provider: 'cpu';
      debug: 0 | 1;
    };
  }
  export interface OfflineStream {
    acceptWaveform(sound: { samples: Float32Array; sampleRate: number }): void;
  }
  export class OfflineRecognizer {
    static createAsync(config: OfflineRecognizerConfig): Promise<OfflineRecognizer>;
    createStream(): OfflineStream;
    setConfig(config: OfflineRecognizerConfig): void;
    decodeAsync(stream: OfflineStream): Promise<{ text: string; lang?: string }>;
  }

  export interface OfflineTtsConfig {
    model: {
      vits: {
        model: string;
        tokens: string;
        dataDir: string;
        noiseScale: number;
        noiseScaleW: number;
        lengthScale: number;
      };
      numThreads: number;
      provider: 'cpu';
      debug: 0 | 1;
    };
    maxNumSentences: number;
  }
  export class GenerationConfig {
    constructor(options: { sid: number; speed: number; silenceScale: number });
  }
  export class OfflineTts {
    static createAsync(config: OfflineTtsConfig): Promise<OfflineTts>;
    readonly sampleRate: number;
    generateAsync(request: {
      text: string;
      generationConfig: GenerationConfig;
      enableExternalBuffer: boolean;
      onProgress: (made: { samples: Float32Array; progress: number }) => 0 | 1;
    }): Promise<{ samples: Float32Array; sampleRate: number }>;
  }
  export const version: string;
}
