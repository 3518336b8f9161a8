/** Reads the server-sent events of /v1/chat/completions as events of the port. */
import { createParser } from 'eventsource-parser';
import { JarvisError } from '../../domain/errors.ts';
import type { FinishReason, GenerateEvent } from '../../ports/language-model.ts';
import { readText, TextTooLongError } from './bounded-text.ts';
import type { Exchange } from './http-exchange.ts';
import { asArray, asNumber, asRecord, asText, type JsonRecord, parseJson } from './json-shape.ts';
import { badAnswer, faultOfReading, faultOfStreamError, isPage, type Peer } from './model-fault.ts';
import { ToolCallAssembly } from './openai-tool-calls.ts';

/** The longest event or body that is read, in UTF-16 units. */
const eventLimitChars = 4 * 1024 * 1024;

/**
 * Yields the events of a response with status 200; the last one is `finished`. Throws JarvisError `model.*`: a stream
 * that ends with neither `finish_reason` nor `[DONE]` is what a crash of the model looks like here.
 */
export async function* readOpenAiStream(exchange: Exchange, peer: Peer): AsyncGenerator<GenerateEvent, void> {
  try {
    if (exchange.contentType.includes('html')) throw badAnswer(peer, 'HTML');
    const answer = new AnswerReader(peer);
    if (exchange.contentType.includes('application/json')) {
      yield* answer.whole(await readText(exchange.body, eventLimitChars));
      return;
    }
    for await (const data of readEventData(exchange.body)) {
      if (data === '[DONE]') {
        exchange.release();
        break;
      }
      yield* answer.chunk(data);
    }
    yield* answer.end();
  } catch (error) {
    throw faultOfReading(error, peer);
  } finally {
    exchange.close();
  }
}

/** The `data` of each event, in order. */
async function* readEventData(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let ready: string[] = [];
  let outsideChars = 0;
  const parser = createParser({
    maxBufferSize: eventLimitChars,
    onEvent: event => void ready.push(event.data),
    onError: error => {
      if (error.type === 'max-buffer-size-exceeded') throw new TextTooLongError(eventLimitChars);
    },
  });
  for await (const piece of bytes) {
    const text = decoder.decode(piece, { stream: true });
    outsideChars += text.length;
    parser.feed(text);
    if (ready.length > 0) {
      outsideChars = 0;
      yield* ready;
      ready = [];
    } else if (outsideChars > eventLimitChars) {
      throw new TextTooLongError(eventLimitChars);
    }
  }
  // The last event may lack its blank line; a piece of one is no event at all.
  parser.feed(`${decoder.decode()}\n\n`);
  for (const data of ready) if (data === '[DONE]' || parseJson(data) !== undefined) yield data;
}

/** Follows one answer through its chunks. */
class AnswerReader {
  private readonly peer: Peer;
  private readonly assembly = new ToolCallAssembly();
  private reason: string | undefined;
  private usage: JsonRecord | undefined;

  constructor(peer: Peer) {
    this.peer = peer;
  }

  *chunk(data: string): Generator<GenerateEvent> {
    const fields = this.parse(data);
    this.usage = asRecord(fields.usage) ?? this.usage;
    const choice = asRecord(asArray(fields.choices)?.[0]);
    if (choice === undefined) return;
    yield* this.message(asRecord(choice.delta));
    this.reason = asText(choice.finish_reason) ?? this.reason;
  }

  /** A server that does not stream answers with one body. */
  *whole(text: string): Generator<GenerateEvent> {
    const fields = this.parse(text);
    const choice = asRecord(asArray(fields.choices)?.[0]);
    if (choice === undefined) throw badAnswer(this.peer, 'JSON');
    this.usage = asRecord(fields.usage);
    yield* this.message(asRecord(choice.message));
    this.reason = asText(choice.finish_reason) ?? 'stop';
    yield* this.end();
  }

  /** The calls of tools, now that they are whole, and `finished`. */
  *end(): Generator<GenerateEvent> {
    if (this.reason === undefined) throw new JarvisError('model.crashed', { backend: this.peer.label });
    const cut = this.reason === 'length';
    const { calls, broken } = this.assembly.finish();
    if (broken > 0 && !cut) throw badAnswer(this.peer, 'tool_calls');
    for (const call of calls) yield { kind: 'tool-call', call };
    const promptTokens = asNumber(this.usage?.prompt_tokens);
    const answerTokens = asNumber(this.usage?.completion_tokens);
    const reason: FinishReason = cut ? 'length' : calls.length > 0 ? 'tool-calls' : 'stop';
    yield {
      kind: 'finished',
      reason,
      ...(promptTokens !== undefined && { promptTokens }),
      ...(answerTokens !== undefined && { answerTokens }),
    };
  }

  private parse(text: string): JsonRecord {
    const fields = asRecord(parseJson(text));
    if (fields === undefined) throw badAnswer(this.peer, isPage(text) ? 'HTML' : 'JSON');
    if (fields.error !== undefined && fields.error !== null)
      throw faultOfStreamError(fields.error, this.peer);
    return fields;
  }

  private *message(message: JsonRecord | undefined): Generator<GenerateEvent> {
    if (message === undefined) return;
    // Two names are in use for what a model thinks aloud.
    const thinking = asText(message.reasoning_content) ?? asText(message.reasoning);
    if (thinking) yield { kind: 'thinking', text: thinking };
    const text = asText(message.content);
    if (text) yield { kind: 'text', text };
    this.assembly.add(message.tool_calls);
  }
}
