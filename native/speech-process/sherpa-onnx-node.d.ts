/** The part of sherpa-onnx-node that is used here; the package brings no types of its own. */
declare module 'sherpa-onnx-node' {
  export interface Transducer {
    encoder: string;
    decoder: string;
    joiner: string;
  }
  export interface RecognizerModelConfig {
    transducer: Transducer;
    moonshine: { preprocessor: string; encoder: string; uncachedDecoder: string; cachedDecoder: string };
    whisper: {
      encoder: string;
      decoder: string;
      language: string;
      task: 'transcribe';
      tailPaddings: number;
    };
    modelType: 'nemo_transducer';
    tokens: string;
    numThreads: number;
    provider: 'cpu';
    debug: 0 | 1;
  }
  export interface RecognizerConfig {
    featConfig: { sampleRate: number; featureDim: number };
    modelConfig: Partial<RecognizerModelConfig>;
    decodingMethod: 'greedy_search' | 'modified_beam_search';
    maxActivePaths: number;
    hotwordsScore: number;
  }
  export interface Recognized {
    text: string;
    /** Of Whisper: the language, such as `fr`. */
    lang?: string;
    tokens?: string[];
    /** Natural logarithm of each token's probability; empty for engines that do not tell. */
    ys_log_probs?: number[];
  }
  export interface RecognizerStream {
    acceptWaveform(sound: { samples: Float32Array; sampleRate: number }): void;
  }
  export interface OnlineStream extends RecognizerStream {
    inputFinished(): void;
  }
  export class OfflineRecognizer {
    static createAsync(config: RecognizerConfig): Promise<OfflineRecognizer>;
    createStream(hotwords?: string): RecognizerStream;
    setConfig(config: RecognizerConfig): void;
    decodeAsync(stream: RecognizerStream): Promise<Recognized>;
  }
  export class OnlineRecognizer {
    constructor(config: RecognizerConfig);
    createStream(): OnlineStream;
    isReady(stream: OnlineStream): boolean;
    decode(stream: OnlineStream): void;
    getResult(stream: OnlineStream): Recognized;
  }

  export interface OfflineTtsModelConfig {
    vits: {
      model: string;
      tokens: string;
      dataDir: string;
      noiseScale: number;
      noiseScaleW: number;
      lengthScale: number;
    };
    kokoro: {
      model: string;
      voices: string;
      tokens: string;
      dataDir: string;
      lengthScale: number;
      lexicon: string;
      lang: string;
    };
    numThreads: number;
    provider: 'cpu';
    debug: 0 | 1;
  }
  export interface OfflineTtsConfig {
    model: Partial<OfflineTtsModelConfig>;
    maxNumSentences: number;
  }
  export class GenerationConfig {
    constructor(options: {
      sid: number;
      speed: number;
      silenceScale: number;
      extra?: Readonly<Record<string, string>>;
    });
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
