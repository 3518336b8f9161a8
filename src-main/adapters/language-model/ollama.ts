/**
 * Language models behind an Ollama server, by its native API (the OpenAI-compatible one loses errors that come after
 * the first token). It is read with node:http and not with the `ollama` package, which drops a line it cannot parse,
 * keeps a line of any length, prints to the console, and cannot be aborted before the first token.
 */
import { JarvisError } from '../../domain/errors.ts';
import type { ModelInfo } from '../../domain/model.ts';
import type { GenerateEvent, GenerateRequest, LanguageModel } from '../../ports/language-model.ts';
import { readBeginning } from './bounded-text.ts';
import { type Exchange, openExchange } from './http-exchange.ts';
import { readJsonObject } from './json-answer.ts';
import type { JsonRecord } from './json-shape.ts';
import { faultOfResponse, type Peer, readErrorText, refused } from './model-fault.ts';
import { parseOllamaHost } from './ollama-address.ts';
import { describeBroken, readShow, readTags, type TaggedModel } from './ollama-models.ts';
import { ollamaChatBody } from './ollama-request.ts';
import { readOllamaStream } from './ollama-stream.ts';

export interface OllamaSettings {
  readonly backendId: string;
  readonly label: string;
  /** As in OLLAMA_HOST; absent: 127.0.0.1:11434. */
  readonly address?: string;
}

const errorBodyLimitChars = 64 * 1024;
/** A server that does not answer by then gains nothing from being asked. */
const warmWithinMs = 2000;

export class OllamaLanguageModel implements LanguageModel {
  readonly kind = 'ollama';
  readonly backendId: string;
  readonly label: string;
  readonly address: string;
  /** What /api/show said, by digest. */
  private readonly described = new Map<string, ModelInfo>();
  /** What was learnt of a model by its name; a name may come to mean other weights, so a list renews it. */
  private readonly known = new Map<string, ModelInfo>();
  /** The window each model was last asked for; kept, because another one costs a reload. */
  private readonly windows = new Map<string, number>();
  private readonly closing = new AbortController();

  /** Throws `input.invalid` for an address that is none. */
  constructor(settings: OllamaSettings) {
    this.backendId = settings.backendId;
    this.label = settings.label;
    this.address = parseOllamaHost(settings.address);
  }

  async listModels(signal: AbortSignal): Promise<readonly ModelInfo[]> {
    const listed = readTags(await this.askJson('GET', '/api/tags', undefined, { label: this.label }, signal));
    const models: ModelInfo[] = [];
    // One after the other: each answer is in memory within 1 ms, and a list of hundreds must not flood the server.
    for (const entry of listed) models.push(await this.describeListed(entry, signal));
    this.known.clear();
    for (const model of models) this.known.set(model.name, model);
    return models;
  }

  async describeModel(model: string, signal: AbortSignal): Promise<ModelInfo> {
    const info = await this.show({ name: model }, signal);
    this.known.set(model, info);
    return info;
  }

  async *generate(request: GenerateRequest, callerSignal: AbortSignal): AsyncGenerator<GenerateEvent, void> {
    const signal = AbortSignal.any([callerSignal, this.closing.signal]);
    signal.throwIfAborted();
    const canThink = (await this.capabilitiesOf(request.model, signal)).includes('thinking');
    const contextTokens = request.options?.contextTokens ?? this.windows.get(request.model);
    if (contextTokens !== undefined) this.windows.set(request.model, contextTokens);
    const window = contextTokens === undefined ? {} : { contextTokens };
    const peer: Peer = { label: this.label, model: request.model, ...window };
    const body = ollamaChatBody(request, { canThink, ...window });
    const exchange = await this.open('POST', '/api/chat', body, peer, signal);
    try {
      if (exchange.status !== 200) throw await this.chatFault(exchange, peer, signal);
      for await (const event of readOllamaStream({ exchange, request, peer })) {
        // Several events come in one piece: an abort between two of them must hold the rest back.
        signal.throwIfAborted();
        yield event;
      }
    } finally {
      exchange.close();
    }
  }

  /** Opens the connection that the question will go over. */
  async warm(): Promise<void> {
    const limit = AbortSignal.any([this.closing.signal, AbortSignal.timeout(warmWithinMs)]);
    await this.askJson('GET', '/api/version', undefined, { label: this.label }, limit).catch(() => {
      // Nobody waits for it; the question itself will tell what is wrong.
    });
  }

  async close(): Promise<void> {
    this.closing.abort(new JarvisError('model.cut', { backend: this.label }));
  }

  /** What the model can do, as far as it can be known without spoiling the request that follows. */
  private async capabilitiesOf(model: string, signal: AbortSignal): Promise<ModelInfo['capabilities']> {
    const known = this.known.get(model) ?? this.known.get(`${model}:latest`);
    if (known !== undefined) return known.capabilities;
    try {
      return (await this.describeModel(model, signal)).capabilities;
    } catch (error) {
      // The request itself will meet the same fault and tell it; only a server that is not there need not be asked twice.
      if (error instanceof JarvisError && error.code !== 'model.unreachable') return [];
      throw error;
    }
  }

  private async describeListed(entry: TaggedModel, signal: AbortSignal): Promise<ModelInfo> {
    const before = entry.digest === undefined ? undefined : this.described.get(entry.digest);
    if (before !== undefined) return { ...before, name: entry.name };
    try {
      const info = await this.show(entry, signal);
      if (entry.digest !== undefined) this.described.set(entry.digest, info);
      return info;
    } catch (error) {
      // One broken model must not hide the others.
      if (error instanceof JarvisError && error.code !== 'model.unreachable') return describeBroken(entry);
      throw error;
    }
  }

  private async show(entry: TaggedModel, signal: AbortSignal): Promise<ModelInfo> {
    const peer = { label: this.label, model: entry.name };
    return readShow(await this.askJson('POST', '/api/show', { model: entry.name }, peer, signal), entry);
  }

  /** "Does not support chat" is said of an embedding model, and of one whose files are gone: /api/show tells them apart. */
  private async chatFault(exchange: Exchange, peer: Peer, signal: AbortSignal): Promise<JarvisError> {
    const body = await readBeginning(exchange.body, errorBodyLimitChars);
    const model = peer.model ?? '';
    if (exchange.status === 400 && /does not support chat/.test(readErrorText(body).text)) {
      this.known.delete(model);
      const missing = await this.isGone(model, signal);
      return missing
        ? new JarvisError('model.weights-missing', { model }, body)
        : refused(readErrorText(body).text, peer);
    }
    return faultOfResponse(exchange.status, body, peer);
  }

  private async isGone(model: string, signal: AbortSignal): Promise<boolean> {
    try {
      await this.show({ name: model }, signal);
      return false;
    } catch (error) {
      if (error instanceof JarvisError) return error.code === 'model.not-found';
      throw error;
    }
  }

  private async askJson(
    method: 'GET' | 'POST',
    path: string,
    body: unknown,
    peer: Peer,
    signal: AbortSignal,
  ): Promise<JsonRecord> {
    const exchange = await this.open(
      method,
      path,
      body,
      peer,
      AbortSignal.any([signal, this.closing.signal]),
    );
    try {
      if (exchange.status === 200) return await readJsonObject(exchange, peer);
      throw faultOfResponse(exchange.status, await readBeginning(exchange.body, errorBodyLimitChars), peer);
    } finally {
      exchange.close();
    }
  }

  private open(
    method: 'GET' | 'POST',
    path: string,
    body: unknown,
    peer: Peer,
    signal: AbortSignal,
  ): Promise<Exchange> {
    const url = new URL(`${this.address}${path}`);
    const purpose = path === '/api/chat' ? 'generate' : 'look';
    return openExchange({ url, method, peer, purpose, ...(body !== undefined && { body }) }, signal);
  }
}
