/** Reads the lines of Ollama's /api/chat as events. */
import type { GenerateEvent, GenerateRequest, ToolCall } from '../../ports/language-model.ts';
import { type Line, readLines } from './bounded-text.ts';
import type { Exchange } from './http-exchange.ts';
import { asArray, asNumber, asRecord, asText, type JsonRecord, parseJson } from './json-shape.ts';
import {
  badAnswer,
  faultOfReading,
  faultOfStreamError,
  faultOfTransport,
  isPage,
  type Peer,
} from './model-fault.ts';
import { wasTruncated } from './prompt-truncation.ts';

/** A whole tool call comes in one line; nothing longer is a token of an answer. */
const lineLimitChars = 4 * 1024 * 1024;

export interface OllamaStream {
  readonly exchange: Exchange;
  readonly request: GenerateRequest;
  readonly peer: Peer;
}

/**
 * Yields the events of a response with status 200; the last one is `finished`. A stream that ends whole but without
 * the server's own "done" is `finished` with reason `early`. Throws JarvisError `model.*`.
 */
export async function* readOllamaStream(stream: OllamaStream): AsyncGenerator<GenerateEvent, void> {
  const { exchange, peer } = stream;
  if (exchange.contentType.includes('html')) throw badAnswer(peer, 'HTML');
  let calls = 0;
  try {
    for await (const line of readLines(exchange.body, lineLimitChars)) {
      if (line.text.trim() === '') continue;
      const fields = parseLine(line, peer);
      if (fields.error !== undefined) throw faultOfStreamError(fields.error, peer);
      for (const event of messageEvents(asRecord(fields.message), calls)) {
        if (event.kind === 'tool-call') calls++;
        yield event;
      }
      if (fields.done === true) {
        exchange.release();
        yield finished(fields, calls, stream);
        return;
      }
    }
  } catch (error) {
    throw faultOfReading(error, peer);
  } finally {
    exchange.close();
  }
  yield { kind: 'finished', reason: 'early' };
}

function parseLine({ text, terminated }: Line, peer: Peer): JsonRecord {
  const fields = asRecord(parseJson(text));
  if (fields !== undefined) return fields;
  if (!terminated) throw faultOfTransport(new Error('the last line is not whole'), 'reading', peer);
  throw badAnswer(peer, isPage(text) ? 'HTML' : 'JSON');
}

function* messageEvents(message: JsonRecord | undefined, callsBefore: number): Generator<GenerateEvent> {
  if (message === undefined) return;
  const thinking = asText(message.thinking);
  if (thinking) yield { kind: 'thinking', text: thinking };
  const text = asText(message.content);
  if (text) yield { kind: 'text', text };
  let calls = callsBefore;
  for (const item of asArray(message.tool_calls) ?? []) {
    const call = toolCall(asRecord(item), calls++);
    if (call !== undefined) yield { kind: 'tool-call', call };
  }
}

function toolCall(item: JsonRecord | undefined, index: number): ToolCall | undefined {
  const called = asRecord(item?.function);
  const name = asText(called?.name);
  if (name === undefined) return undefined;
  // Servers before 0.12 give no id.
  const id = asText(item?.id) ?? `call_${index}`;
  return { id, name, arguments: asRecord(called?.arguments) ?? {} };
}

function finished(fields: JsonRecord, calls: number, { request, peer }: OllamaStream): GenerateEvent {
  const promptTokens = asNumber(fields.prompt_eval_count);
  const answerTokens = asNumber(fields.eval_count);
  const cut = fields.done_reason === 'length';
  return {
    kind: 'finished',
    // The server says "stop" for a call of a tool as well.
    reason: cut ? 'length' : calls > 0 ? 'tool-calls' : 'stop',
    ...(promptTokens !== undefined && { promptTokens }),
    ...(answerTokens !== undefined && { answerTokens }),
    ...(wasTruncated(request.messages, promptTokens, peer.contextTokens) && { promptTruncated: true }),
  };
}
