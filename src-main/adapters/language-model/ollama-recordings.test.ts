/** Every recorded chat with a real Ollama server, replayed with its own boundaries and split at every byte. */
import { describe, expect, test } from 'vitest';
import { OllamaReplayServer } from '../../../test/fixtures/model-servers/ollama-replay-server.ts';
import {
  haveRecordings,
  type RecordedExchange,
  readRecording,
  recordingNames,
} from '../../../test/fixtures/model-servers/recordings.ts';
import { isAbort, JarvisError } from '../../domain/errors.ts';
import type { GenerateEvent } from '../../ports/language-model.ts';
import { OllamaLanguageModel } from './ollama.ts';

interface Heard {
  readonly text: string;
  readonly thinking: string;
  readonly calls: number;
  /** The reason of `finished`, the code of an error, or `aborted`. */
  readonly end: string;
}

/** What the recording says that a client must hear, worked out from the whole of it. */
function expectation({ response }: RecordedExchange): Heard {
  const heard = { text: '', thinking: '', calls: 0 };
  if (response.status === null) return { ...heard, end: 'aborted' };
  if (response.status !== 200) return { ...heard, end: 'error' };
  const lines = response.chunks
    .map(chunk => chunk.text)
    .join('')
    .split('\n')
    .filter(line => line !== '');
  let end = response.complete ? 'early' : response.closed_by === 'server' ? 'model.cut' : 'aborted';
  for (const line of lines) {
    const { message, done, done_reason: reason, error } = JSON.parse(line) as RecordedLine;
    heard.text += message?.content ?? '';
    heard.thinking += message?.thinking ?? '';
    heard.calls += message?.tool_calls?.length ?? 0;
    if (error !== undefined) end = 'model.crashed';
    if (done === true) end = reason === 'length' ? 'length' : heard.calls > 0 ? 'tool-calls' : 'stop';
  }
  return { ...heard, end };
}

interface RecordedLine {
  readonly message?: { content?: string; thinking?: string; tool_calls?: unknown[] };
  readonly done?: boolean;
  readonly done_reason?: string;
  readonly error?: string;
}

/** Asks as the recording did; stops by itself once everything recorded was heard and the server only stays silent. */
async function hear(name: string, splitEveryByte: boolean): Promise<Heard> {
  const recording = readRecording(name);
  const wanted = expectation(recording);
  const server = await OllamaReplayServer.start({ routes: { '/api/chat': name }, splitEveryByte });
  const adapter = new OllamaLanguageModel({ backendId: 'o', label: 'Ollama', address: server.address });
  const stopper = new AbortController();
  const events: GenerateEvent[] = [];
  const heardAll = (): boolean => wanted.end === 'aborted' && textOf(events, 'text') === wanted.text;
  let end = 'nothing';
  try {
    const waiting = server.requestSeen('/api/chat').then(() => heardAll() && stopper.abort());
    const request = { model: 'stories-chat', messages: [{ role: 'user' as const, content: 'Once' }] };
    for await (const event of adapter.generate(request, stopper.signal)) {
      events.push(event);
      if (heardAll()) stopper.abort();
    }
    await waiting;
    const last = events.at(-1);
    end = last?.kind === 'finished' ? last.reason : 'nothing';
  } catch (error) {
    if (isAbort(error)) end = 'aborted';
    else if (error instanceof JarvisError) end = wanted.end === 'error' ? 'error' : error.code;
    else throw error;
  } finally {
    await adapter.close();
    await server.stop();
  }
  const calls = events.filter(event => event.kind === 'tool-call').length;
  return { text: textOf(events, 'text'), thinking: textOf(events, 'thinking'), calls, end };
}

const textOf = (events: readonly GenerateEvent[], kind: 'text' | 'thinking'): string =>
  events.map(event => (event.kind === kind ? event.text : '')).join('');

describe.skipIf(!haveRecordings())('recorded chats', () => {
  const chats = recordingNames().filter(name => readRecording(name).request.path === '/api/chat');

  test('are all there', () => expect(chats.length).toBeGreaterThan(100));

  test.concurrent.each(chats)('%s, with its own boundaries', async name => {
    expect(await hear(name, false)).toEqual(expectation(readRecording(name)));
  });

  test.concurrent.each(chats)('%s, split at every byte', async name => {
    expect(await hear(name, true)).toEqual(expectation(readRecording(name)));
  });

  test('with its own timing, a token is heard when it comes and not when the answer is whole', async () => {
    const name = 'chat-stream-slow-warm';
    const total = readRecording(name).response.chunks.length;
    const server = await OllamaReplayServer.start({ routes: { '/api/chat': name }, timeScale: 1 });
    const adapter = new OllamaLanguageModel({ backendId: 'o', label: 'Ollama', address: server.address });
    const request = { model: 'stories-slow', messages: [{ role: 'user' as const, content: 'Once' }] };
    const sentWhenHeard: number[] = [];
    await adapter.listModels(new AbortController().signal);
    const before = server.chunksSent;
    for await (const _ of adapter.generate(request, new AbortController().signal))
      sentWhenHeard.push(server.chunksSent - before);
    await adapter.close();
    await server.stop();
    expect(sentWhenHeard).toHaveLength(total);
    expect(sentWhenHeard[0]).toBeLessThan(total / 2);
    expect(sentWhenHeard[Math.floor(total / 2)]).toBeLessThan(total);
  });
});
