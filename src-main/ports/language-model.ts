/** A language model behind one back end: Ollama, an OpenAI-compatible server, or llama.cpp in its own process. */
import type { SentImage } from '../domain/image.ts';
import type { BackendKind, ModelInfo } from '../domain/model.ts';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly content: string;
  /** For models that see. */
  readonly images?: readonly SentImage[];
  readonly toolCalls?: readonly ToolCall[];
  /** For `tool` messages: the call they answer. */
  readonly toolCallId?: string;
  readonly toolName?: string;
}

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export interface ToolDescription {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments object. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface GenerateOptions {
  readonly temperature?: number;
  readonly seed?: number;
  /** At least 1; absent: the back end's own bound. */
  readonly maxTokens?: number;
  readonly stop?: readonly string[];
  /** Size of the context window asked for, in tokens. */
  readonly contextTokens?: number;
}

export interface GenerateRequest {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly options?: GenerateOptions;
  readonly tools?: readonly ToolDescription[];
  /** JSON Schema that the answer must fit. */
  readonly responseSchema?: Readonly<Record<string, unknown>>;
  /** Let a thinking model think aloud; default false. */
  readonly think?: boolean;
}

/** `early`: the stream ended well but without the back end's own "done". */
export type FinishReason = 'stop' | 'length' | 'tool-calls' | 'early';

export type GenerateEvent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'thinking'; readonly text: string }
  | { readonly kind: 'tool-call'; readonly call: ToolCall }
  | {
      readonly kind: 'finished';
      readonly reason: FinishReason;
      readonly promptTokens?: number;
      readonly answerTokens?: number;
      /** The back end read less than it was sent (a prompt cut in silence). */
      readonly promptTruncated?: boolean;
    };

export interface LanguageModel {
  readonly backendId: string;
  readonly kind: BackendKind;
  readonly label: string;
  readonly address: string;
  /** What can be asked now. Throws JarvisError `model.*` when the back end is absent or broken. */
  listModels(signal: AbortSignal): Promise<readonly ModelInfo[]>;
  /** What one model can do, asked of the back end itself. */
  describeModel(model: string, signal: AbortSignal): Promise<ModelInfo>;
  /**
   * Streams an answer; the last event is always `finished`. Throws JarvisError `model.*`, or the signal's
   * AbortError after an abort; once aborted no further event is yielded and the back end stops computing.
   */
  generate(request: GenerateRequest, signal: AbortSignal): AsyncIterable<GenerateEvent>;
  /** A question is likely to follow: what can be made ready for it is, without computing. Never rejects. */
  warm?(): Promise<void>;
  close(): Promise<void>;
}
