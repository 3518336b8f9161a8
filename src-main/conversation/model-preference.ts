/** Which model of a back end is asked when the user chose none: the largest that fits the memory. */
import type { BackendKind, ModelInfo } from '../domain/model.ts';

/** Weights take their size; the key-value cache and buffers of a usual window about a fifth more. */
const memoryFactor = 1.2;
/** Where a back end does not tell a model's window: what llama.cpp and Ollama open by default. */
const localContextTokens = 4096;
/** Servers whose window is their own affair have at least this nowadays. */
const serverContextTokens = 8192;

/** Bytes that a model takes when it is loaded; 0 where its size is not told (it is then not on this machine). */
export const memoryOf = (model: ModelInfo): number => (model.sizeBytes ?? 0) * memoryFactor;

export const canChat = (model: ModelInfo): boolean => model.capabilities.includes('chat');

/**
 * The model with the most parameters among those that chat and fit into `freeBytes`; one of unknown size fits. Where
 * none fits, the smallest: a slow answer is better than none. Undefined where none chats.
 */
export function bestModel(models: readonly ModelInfo[], freeBytes: number): ModelInfo | undefined {
  const chatting = models.filter(canChat);
  const fitting = chatting.filter(model => memoryOf(model) <= freeBytes);
  if (fitting.length === 0) return best(chatting, (one, other) => memoryOf(one) < memoryOf(other));
  return best(fitting, (one, other) => weight(one) > weight(other));
}

/** The first one that no other beats. */
function best(
  models: readonly ModelInfo[],
  beats: (one: ModelInfo, other: ModelInfo) => boolean,
): ModelInfo | undefined {
  let winner = models[0];
  for (const model of models) if (winner !== undefined && beats(model, winner)) winner = model;
  return winner;
}

/** Parameters; where they are not told, half of the bytes (weights of 4 bits). */
const weight = (model: ModelInfo): number => model.parameterCount ?? (model.sizeBytes ?? 0) * 2;

/** The listed model that a name means: itself, or with the tag that Ollama leaves out. */
export function findModel(models: readonly ModelInfo[], name: string): ModelInfo | undefined {
  return models.find(model => model.name === name) ?? models.find(model => model.name === `${name}:latest`);
}

/** The window to use a model with: always the same for it, since another one means a reload. */
export function windowFor(model: ModelInfo, kind: BackendKind, contextTokensAtMost: number): number {
  const unknown = kind === 'openai-compatible' ? serverContextTokens : localContextTokens;
  return Math.min(model.contextTokens ?? unknown, contextTokensAtMost);
}
