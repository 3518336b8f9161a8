/** What /v1/models says; the API names little more than ids, some servers add sizes. */
import type { Capability, ModelInfo } from '../../domain/model.ts';
import { asArray, asNumber, asRecord, asText, type JsonRecord } from './json-shape.ts';

/** The models of the list; `data` is null where a server has none. */
export function readModelList(answer: JsonRecord): readonly ModelInfo[] {
  return (asArray(answer.data) ?? []).flatMap(item => {
    const entry = asRecord(item);
    const name = asText(entry?.id);
    return entry === undefined || name === undefined ? [] : [readModel(name, entry)];
  });
}

function readModel(name: string, entry: JsonRecord): ModelInfo {
  // `meta` is llama.cpp's, `max_model_len` vLLM's, `context_length` that of several hosts.
  const meta = asRecord(entry.meta);
  const contextTokens =
    asNumber(meta?.n_ctx) ??
    asNumber(entry.max_model_len) ??
    asNumber(entry.context_length) ??
    asNumber(meta?.n_ctx_train);
  const parameterCount = asNumber(meta?.n_params);
  return {
    name,
    capabilities: guessCapabilities(name),
    ...(contextTokens !== undefined && { contextTokens }),
    ...(parameterCount !== undefined && { parameterCount }),
  };
}

/** The list says nothing about them: what is no chat model is known by its name only. */
function guessCapabilities(name: string): readonly Capability[] {
  if (/embed|bge-|gte-|minilm/i.test(name)) return ['embedding'];
  if (/whisper|tts|dall-e|moderation|rerank|transcribe|stable-diffusion/i.test(name)) return [];
  return ['chat', 'tools', 'structured-output'];
}
