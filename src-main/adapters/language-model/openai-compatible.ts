/** Language models behind any server that speaks the OpenAI chat API: llama.cpp, vLLM, LM Studio, or a paid host. */
import { JarvisError } from '../../domain/errors.ts';
import type { ModelInfo } from '../../domain/model.ts';
import type { GenerateEvent, GenerateRequest, LanguageModel } from '../../ports/language-model.ts';
import { readBeginning } from './bounded-text.ts';
import { type Exchange, openExchange } from './http-exchange.ts';
import { readJsonObject } from './json-answer.ts';
import { faultOfResponse, type Peer } from './model-fault.ts';
import { parseServerAddress } from './openai-address.ts';
import { readModelList } from './openai-models.ts';
import { openAiChatBody } from './openai-request.ts';
import { readOpenAiStream } from './openai-stream.ts';

export interface OpenAiCompatibleSettings {
  readonly backendId: string;
  readonly label: string;
  /** `http://host:port`, with or without `/v1`. */
  readonly address: string;
  /** Sent as a bearer token to this origin only. */
  readonly key?: string;
}

const errorBodyLimitChars = 64 * 1024;
/** A server that does not answer by then gains nothing from being asked. */
const warmWithinMs = 2000;

export class OpenAiCompatibleLanguageModel implements LanguageModel {
  readonly kind = 'openai-compatible';
  readonly backendId: string;
  readonly label: string;
  readonly address: string;
  private readonly headers: Readonly<Record<string, string>>;
  private readonly closing = new AbortController();

  /** Throws `input.invalid` for an address that is none, or a key with characters that no header can carry. */
  constructor(settings: OpenAiCompatibleSettings) {
    this.backendId = settings.backendId;
    this.label = settings.label;
    this.address = parseServerAddress(settings.address);
    const key = settings.key?.trim() ?? '';
    if (/[^\x21-\x7e]/.test(key)) throw new JarvisError('input.invalid', { detail: 'key' });
    this.headers = key === '' ? {} : { authorization: `Bearer ${key}` };
  }

  async listModels(signal: AbortSignal): Promise<readonly ModelInfo[]> {
    const peer = { label: this.label };
    const both = AbortSignal.any([signal, this.closing.signal]);
    const exchange = await this.open('GET', '/models', undefined, peer, both);
    try {
      if (exchange.status !== 200) throw await this.fault(exchange, peer);
      return readModelList(await readJsonObject(exchange, peer));
    } finally {
      exchange.close();
    }
  }

  async describeModel(model: string, signal: AbortSignal): Promise<ModelInfo> {
    const found = (await this.listModels(signal)).find(({ name }) => name === model);
    if (found === undefined) throw new JarvisError('model.not-found', { backend: this.label, model });
    return found;
  }

  async *generate(request: GenerateRequest, callerSignal: AbortSignal): AsyncGenerator<GenerateEvent, void> {
    const contextTokens = request.options?.contextTokens;
    const peer: Peer = {
      label: this.label,
      model: request.model,
      ...(contextTokens !== undefined && { contextTokens }),
    };
    const signal = AbortSignal.any([callerSignal, this.closing.signal]);
    const exchange = await this.open('POST', '/chat/completions', openAiChatBody(request), peer, signal);
    try {
      if (exchange.status !== 200) throw await this.fault(exchange, peer);
      for await (const event of readOpenAiStream(exchange, peer)) {
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
    await this.listModels(AbortSignal.timeout(warmWithinMs)).catch(() => {
      // Nobody waits for it; the question itself will tell what is wrong.
    });
  }

  async close(): Promise<void> {
    this.closing.abort(new JarvisError('model.cut', { backend: this.label }));
  }

  private async fault(exchange: Exchange, peer: Peer): Promise<JarvisError> {
    return faultOfResponse(exchange.status, await readBeginning(exchange.body, errorBodyLimitChars), peer);
  }

  private open(
    method: 'GET' | 'POST',
    path: string,
    body: unknown,
    peer: Peer,
    signal: AbortSignal,
  ): Promise<Exchange> {
    const { headers } = this;
    const url = new URL(`${this.address}${path}`);
    const purpose = body === undefined ? 'look' : 'generate';
    const request = { url, method, headers, peer, purpose, ...(body !== undefined && { body }) } as const;
    return openExchange(request, signal);
  }
}
