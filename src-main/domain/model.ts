/** Language-model back ends and the models they offer. */

export type BackendKind = 'ollama' | 'openai-compatible' | 'embedded';

/** `searching`: not answered yet; `absent`: nothing listens there; `broken`: it answers with faults. */
export type BackendState = 'searching' | 'ready' | 'absent' | 'broken';

export type Capability = 'chat' | 'tools' | 'thinking' | 'vision' | 'embedding' | 'structured-output';

export interface ModelInfo {
  readonly name: string;
  readonly sizeBytes?: number;
  readonly parameterCount?: number;
  readonly contextTokens?: number;
  readonly capabilities: readonly Capability[];
}

export interface BackendInfo {
  readonly id: string;
  readonly kind: BackendKind;
  readonly label: string;
  readonly address: string;
  readonly state: BackendState;
  /** Code of the error that made it `broken` or `absent`, where one is known. */
  readonly errorCode?: string;
  readonly models: readonly ModelInfo[];
}

export interface ModelChoice {
  readonly backendId: string;
  readonly model: string;
}

export interface ModelsSnapshot {
  /** In order of preference. */
  readonly backends: readonly BackendInfo[];
  /** What would answer now; absent when no model can. */
  readonly active?: ModelChoice;
  /** What the user chose last, whether or not it can be reached now. */
  readonly chosen?: ModelChoice;
}
