/** Embedding models behind an Ollama server, by `/api/embed`. */
import { JarvisError } from '../../domain/errors.ts';
import { maxEmbeddedLength } from '../../domain/sentences.ts';
import type { Embedder } from '../../ports/embedder.ts';
import { readBeginning } from '../language-model/bounded-text.ts';
import { openExchange } from '../language-model/http-exchange.ts';
import { readJsonObject } from '../language-model/json-answer.ts';
import { asArray, asNumber, type JsonRecord } from '../language-model/json-shape.ts';
import { badAnswer, faultOfResponse, type Peer } from '../language-model/model-fault.ts';
import { parseOllamaHost } from '../language-model/ollama-address.ts';
import { readTags } from '../language-model/ollama-models.ts';
import { hasWords, oneByOneVectors } from './embedded-texts.ts';

export interface OllamaEmbedderSettings {
  readonly label: string;
  /** As in OLLAMA_HOST; absent: 127.0.0.1:11434. */
  readonly address?: string;
  readonly model: string;
}

const textsOfRequest = 64;
const errorBodyLimitChars = 64 * 1024;

/**
 * Asks the model once, to know its dimensions. Its name holds the beginning of its digest: when the server's name comes to
 * mean other weights, that is another model. Throws JarvisError `model.*`, `input.invalid` for an address that is none, or
 * the signal's reason.
 */
export async function openOllamaEmbedder(
  settings: OllamaEmbedderSettings,
  signal?: AbortSignal,
): Promise<Embedder> {
  const closing = new AbortController();
  const client: Client = {
    address: parseOllamaHost(settings.address),
    peer: { label: settings.label, model: settings.model },
    closing: closing.signal,
  };
  const version = await versionOf(client, signal);
  const dimensions = (await askForVectors(client, ['a'], signal))[0]?.length ?? 0;
  if (dimensions === 0) throw badAnswer(client.peer, 'embeddings');
  return {
    model: `ollama/${settings.model}@${version}`,
    dimensions,
    embed: async (texts, embedSignal) => {
      const worded = texts.filter(hasWords);
      const made = await oneByOneVectors(worded, textsOfRequest, embedSignal, part =>
        askForVectors(client, part, embedSignal),
      );
      for (const vector of made) requireDimensions(vector, dimensions, settings.model);
      let at = 0;
      return texts.map(text => (hasWords(text) ? made[at++] : undefined) ?? new Float32Array(dimensions));
    },
    close: async () => closing.abort(new JarvisError('model.cut', { backend: settings.label })),
  };
}

interface Client {
  readonly address: string;
  readonly peer: Peer;
  readonly closing: AbortSignal;
}

/** The name may lack its tag, which is "latest" then. */
async function versionOf(client: Client, signal: AbortSignal | undefined): Promise<string> {
  const listed = readTags(await ask(client, 'GET', '/api/tags', undefined, signal));
  const { label, model = '' } = client.peer;
  const found = listed.find(({ name }) => name === model || name === `${model}:latest`);
  if (found === undefined) throw new JarvisError('model.not-found', { backend: label, model });
  return found.digest?.replace('sha256:', '').slice(0, 12) ?? 'latest';
}

async function askForVectors(
  client: Client,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly Float32Array[]> {
  const input = texts.map(text => text.slice(0, maxEmbeddedLength).toWellFormed());
  const answer = await ask(client, 'POST', '/api/embed', { model: client.peer.model, input }, signal);
  const vectors = (asArray(answer.embeddings) ?? []).map(asVector);
  if (vectors.length !== texts.length || !vectors.every(vector => vector !== undefined)) {
    throw badAnswer(client.peer, `${vectors.length} embeddings of ${texts.length}`);
  }
  return vectors;
}

/** Of length 1, whatever the server made of it. */
function asVector(value: unknown): Float32Array | undefined {
  const numbers = (asArray(value) ?? []).map(asNumber);
  if (!numbers.every(number => number !== undefined)) return undefined;
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, number => (length > 0 ? number / length : 0));
}

function requireDimensions(vector: Float32Array, expected: number, model: string): void {
  if (vector.length === expected) return;
  throw new JarvisError('model.embedding-dimensions', { model, found: vector.length, expected });
}

async function ask(
  { address, peer, closing }: Client,
  method: 'GET' | 'POST',
  path: string,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<JsonRecord> {
  const either = signal === undefined ? closing : AbortSignal.any([signal, closing]);
  const url = new URL(`${address}${path}`);
  const purpose = path === '/api/embed' ? 'embed' : 'look';
  const request = { url, method, peer, purpose, ...(body !== undefined && { body }) } as const;
  const exchange = await openExchange(request, either);
  try {
    if (exchange.status === 200) return await readJsonObject(exchange, peer);
    const said = await readBeginning(exchange.body, errorBodyLimitChars);
    // A model that only writes: the list calls some embedding models so too, so only the attempt tells.
    if (exchange.status === 501)
      throw new JarvisError('model.no-embeddings', { model: peer.model ?? '' }, said);
    throw faultOfResponse(exchange.status, said, peer);
  } finally {
    exchange.close();
  }
}
