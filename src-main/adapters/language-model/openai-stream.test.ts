/** What OpenAI-compatible servers send beyond plain text, and what becomes of it. */
import { afterEach, expect, test } from 'vitest';
import { TcpFixture } from '../../../test/fixtures/model-servers/tcp-fixture.ts';
import { JarvisError } from '../../domain/errors.ts';
import type { GenerateEvent } from '../../ports/language-model.ts';
import { OpenAiCompatibleLanguageModel } from './openai-compatible.ts';

const servers: TcpFixture[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

/** The events heard from a server that answers with these bytes. */
async function hear(body: string, type = 'text/event-stream'): Promise<GenerateEvent[]> {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nConnection: close\r\n\r\n`;
  const server = await TcpFixture.start(socket => void socket.once('data', () => socket.end(head + body)));
  servers.push(server);
  const model = new OpenAiCompatibleLanguageModel({ backendId: 'b', label: 'B', address: server.origin });
  const events: GenerateEvent[] = [];
  const request = { model: 'm', messages: [{ role: 'user' as const, content: 'Hi' }] };
  for await (const event of model.generate(request, new AbortController().signal)) events.push(event);
  return events;
}

const codeOf = async (heard: Promise<unknown>): Promise<string | undefined> =>
  heard.then(
    () => undefined,
    (error: unknown) => (error instanceof JarvisError ? error.code : String(error)),
  );

const chunk = (delta: object, finish: string | null = null): string =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
const done = 'data: [DONE]\n\n';
const call = (index: number, fields: object): string => chunk({ tool_calls: [{ index, ...fields }] });

test('two calls whose pieces come mixed are put together each', async () => {
  const events = await hear(
    call(0, { id: 'a', function: { name: 'get_time', arguments: '{"city"' } }) +
      call(1, { id: 'b', function: { name: 'add', arguments: '{"x":' } }) +
      call(0, { function: { arguments: ':"Lyon"}' } }) +
      call(1, { function: { arguments: '2}' } }) +
      chunk({}, 'tool_calls') +
      done,
  );
  expect(events).toEqual([
    { kind: 'tool-call', call: { id: 'a', name: 'get_time', arguments: { city: 'Lyon' } } },
    { kind: 'tool-call', call: { id: 'b', name: 'add', arguments: { x: 2 } } },
    { kind: 'finished', reason: 'tool-calls' },
  ]);
});

test('arguments that are no JSON are a bad answer, unless the limit cut them', async () => {
  const broken = call(0, { id: 'a', function: { name: 'add', arguments: '{"x":' } });
  expect(await codeOf(hear(broken + chunk({}, 'tool_calls') + done))).toBe('model.bad-answer');
  expect(await hear(broken + chunk({}, 'length') + done)).toEqual([{ kind: 'finished', reason: 'length' }]);
});

test('comments, other fields, CRLF and a missing last blank line are taken as the format says', async () => {
  const first = chunk({ content: 'A' }).trimEnd();
  const second = chunk({ content: 'B' }, 'stop').trimEnd();
  expect(await hear(`: keep-alive\r\n\r\nevent: message\r\nid: 1\r\n${first}\r\n\r\n${second}`)).toEqual([
    { kind: 'text', text: 'A' },
    { kind: 'text', text: 'B' },
    { kind: 'finished', reason: 'stop' },
  ]);
});

test('usage is taken from whichever chunk carries it', async () => {
  const usage = 'data: {"choices":[],"usage":{"prompt_tokens":7,"completion_tokens":2}}\n\n';
  const events = await hear(chunk({ content: 'A' }, 'stop') + usage + done);
  expect(events.at(-1)).toEqual({ kind: 'finished', reason: 'stop', promptTokens: 7, answerTokens: 2 });
});

test('thinking comes apart from the answer', async () => {
  const events = await hear(chunk({ reasoning_content: 'Hm' }) + chunk({ content: 'A' }, 'stop') + done);
  expect(events.map(({ kind }) => kind)).toEqual(['thinking', 'text', 'finished']);
});

test('a server that does not stream is understood all the same', async () => {
  const choices = [{ message: { content: 'Hello' }, finish_reason: 'stop' }];
  const body = JSON.stringify({ choices, usage: { prompt_tokens: 3 } });
  expect(await hear(body, 'application/json')).toEqual([
    { kind: 'text', text: 'Hello' },
    { kind: 'finished', reason: 'stop', promptTokens: 3 },
  ]);
  const failed = hear('{"error":{"message":"out of memory"}}', 'application/json');
  expect(await codeOf(failed)).toBe('model.out-of-memory');
});

test('a stream that ends in the middle of an event is a crash', async () => {
  expect(await codeOf(hear(`${chunk({ content: 'A' })}data: {"choices":[{"del`))).toBe('model.crashed');
  expect(await codeOf(hear(chunk({ content: 'A' })))).toBe('model.crashed');
});
