/** What an Ollama server says of its models: the list of /api/tags, completed by /api/show. */
import type { Capability, ModelInfo } from '../../domain/model.ts';
import { asArray, asNumber, asRecord, asText, type JsonRecord } from './json-shape.ts';

/** An entry of the list. */
export interface TaggedModel {
  readonly name: string;
  /** Of the manifest; changes whenever anything of the model does. */
  readonly digest?: string;
  readonly sizeBytes?: number;
  readonly parameterCount?: number;
}

/** The entries of /api/tags; what is not an entry is left out. */
export function readTags(answer: JsonRecord): readonly TaggedModel[] {
  return (asArray(answer.models) ?? []).flatMap(item => {
    const entry = asRecord(item);
    const name = asText(entry?.name) ?? asText(entry?.model);
    if (entry === undefined || name === undefined) return [];
    const digest = asText(entry.digest);
    const sizeBytes = asNumber(entry.size);
    const parameterCount = readParameterSize(asText(asRecord(entry.details)?.parameter_size));
    return [
      {
        name,
        ...(digest !== undefined && { digest }),
        ...(sizeBytes !== undefined && { sizeBytes }),
        ...(parameterCount !== undefined && { parameterCount }),
      },
    ];
  });
}

/** What /api/show says of a model; size and name come from the list. */
export function readShow(answer: JsonRecord, listed: TaggedModel): ModelInfo {
  const facts = asRecord(answer.model_info) ?? {};
  const architecture = asText(facts['general.architecture']) ?? '';
  const contextTokens = asNumber(facts[`${architecture}.context_length`]);
  const parameterCount =
    asNumber(facts['general.parameter_count']) ??
    readParameterSize(asText(asRecord(answer.details)?.parameter_size)) ??
    listed.parameterCount;
  return {
    name: listed.name,
    capabilities: readCapabilities(asArray(answer.capabilities), architecture),
    ...(listed.sizeBytes !== undefined && { sizeBytes: listed.sizeBytes }),
    ...(parameterCount !== undefined && { parameterCount }),
    ...(contextTokens !== undefined && { contextTokens }),
  };
}

/** A model that is listed but cannot be described (its files are gone): nothing can be asked of it. */
export function describeBroken(listed: TaggedModel): ModelInfo {
  const { name, sizeBytes, parameterCount } = listed;
  return {
    name,
    capabilities: [],
    ...(sizeBytes !== undefined && { sizeBytes }),
    ...(parameterCount !== undefined && { parameterCount }),
  };
}

const words: Readonly<Record<string, readonly Capability[]>> = {
  // Any completion model can be held to a JSON schema: the server does it while it samples.
  completion: ['chat', 'structured-output'],
  tools: ['tools'],
  thinking: ['thinking'],
  vision: ['vision'],
  embedding: ['embedding'],
};

/** Servers before 0.6.4 name no capabilities: then a BERT is for embeddings and everything else chats. */
function readCapabilities(names: readonly unknown[] | undefined, architecture: string): Capability[] {
  if (names === undefined) return architecture.includes('bert') ? ['embedding'] : ['chat'];
  return names.flatMap(name => words[asText(name) ?? ''] ?? []);
}

const magnitudes: Readonly<Record<string, number>> = { '': 1, K: 1e3, M: 1e6, B: 1e9, T: 1e12 };

/** `63.04M` as a number. */
function readParameterSize(text: string | undefined): number | undefined {
  const [, digits, unit] = /^([\d.]+)\s*([KMBT]?)$/i.exec(text ?? '') ?? [];
  if (digits === undefined) return undefined;
  return Math.round(Number(digits) * (magnitudes[(unit ?? '').toUpperCase()] ?? 1));
}
