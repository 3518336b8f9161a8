/** Model servers with a fault: each ends in one clear error, or in an answer that is whole. */
import { afterEach, describe, expect, test } from 'vitest';
import { ManualClock } from '../../../test/fixtures/manual-clock.ts';
import {
  type ServerFault,
  type ServerProtocol,
  serverFaults,
  startMisbehavingServer,
} from '../../../test/fixtures/model-servers/misbehaving-server.ts';
import { TcpFixture } from '../../../test/fixtures/model-servers/tcp-fixture.ts';
import { isAbort, JarvisError } from '../../domain/errors.ts';
import type { GenerateEvent, LanguageModel } from '../../ports/language-model.ts';
import { OllamaLanguageModel } from './ollama.ts';
import { OpenAiCompatibleLanguageModel } from './openai-compatible.ts';
import { ResilientLanguageModel } from './resilient-language-model.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function open(
  fault: ServerFault,
  protocol: ServerProtocol,
): Promise<{ model: LanguageModel; server: TcpFixture }> {
  const server = await startMisbehavingServer(fault, protocol);
  const settings = { backendId: 'b', label: 'Server', address: server.origin };
  const model =
    protocol === 'ollama'
      ? new OllamaLanguageModel(settings)
      : new OpenAiCompatibleLanguageModel({ ...settings, key: 'sk-secret' });
  cleanups.push(
    () => server.stop(),
    () => model.close(),
  );
  return { model, server };
}

const request = { model: 'm', messages: [{ role: 'user' as const, content: 'Hello' }] };

async function ask(
  model: LanguageModel,
  signal = new AbortController().signal,
  onEvent?: (count: number) => void,
): Promise<{ text: string; end: string; error?: unknown }> {
  const events: GenerateEvent[] = [];
  const text = () => events.map(event => (event.kind === 'text' ? event.text : '')).join('');
  try {
    for await (const event of model.generate(request, signal)) {
      events.push(event);
      onEvent?.(events.length);
    }
    const last = events.at(-1);
    return { text: text(), end: last?.kind === 'finished' ? last.reason : 'nothing' };
  } catch (error) {
    if (isAbort(error)) return { text: text(), end: 'aborted' };
    if (error instanceof JarvisError) return { text: text(), end: error.code, error };
    throw error;
  }
}

/** Fault: what is heard before the end, and the end; the second one where /v1 differs. */
const expected: Readonly<Record<string, { text: string; end: string; openAiEnd?: string }>> = {
  'html-error-page': { text: '', end: 'model.unreachable' },
  'html-with-200': { text: '', end: 'model.bad-answer' },
  'html-as-json': { text: '', end: 'model.bad-answer', openAiEnd: 'model.crashed' },
  'html-404': { text: '', end: 'model.bad-answer' },
  unauthorized: { text: '', end: 'model.unauthorized' },
  forbidden: { text: '', end: 'model.forbidden' },
  'unknown-model': { text: '', end: 'model.not-found' },
  'too-many-requests': { text: '', end: 'model.busy' },
  busy: { text: '', end: 'model.busy' },
  'redirect-elsewhere': { text: '', end: 'model.redirected' },
  'redirect-other-port': { text: '', end: 'model.redirected' },
  'redirect-for-ever': { text: '', end: 'model.bad-answer' },
  'redirect-nowhere': { text: '', end: 'model.bad-answer' },
  'ten-megabyte-line': { text: '', end: 'model.bad-answer' },
  'closes-early': { text: 'Once', end: 'model.cut' },
  'resets-early': { text: 'Once', end: 'model.cut' },
  'half-a-line': { text: 'Once', end: 'model.cut', openAiEnd: 'model.crashed' },
  'error-midstream': { text: 'Once', end: 'model.crashed' },
  'not-json': { text: '', end: 'model.bad-answer' },
  'json-but-no-object': { text: '', end: 'model.bad-answer' },
  'invalid-utf8': { text: 'a\ufffd\ufffd\ufffdb', end: 'stop' },
  'split-utf8': { text: 'été 😀 fini', end: 'stop' },
  'empty-answer': { text: '', end: 'stop' },
  'not-http': { text: '', end: 'model.bad-answer' },
  'closes-at-once': { text: '', end: 'model.cut' },
};
const endless: readonly ServerFault[] = ['never-ending', 'silent', 'silent-midstream'];

describe.each(['ollama', 'openai'] as const)('a misbehaving %s server', protocol => {
  test('has an expectation for every fault', () => {
    expect([...Object.keys(expected), ...endless].sort()).toEqual([...serverFaults].sort());
  });

  test.each(serverFaults.filter(fault => !endless.includes(fault)))('%s', async fault => {
    const { model, server } = await open(fault, protocol);
    const wanted = expected[fault];
    const { text, end, error } = await ask(model);
    expect(text).toBe(wanted?.text);
    expect(end).toBe((protocol === 'openai' && wanted?.openAiEnd) || wanted?.end);
    if (error instanceof JarvisError) {
      expect(error.message).not.toContain('sk-secret');
      expect(error.message).not.toMatch(/<html|\{"/);
      expect(error.message).not.toMatch(/\{\w+\}/);
    }
    await expect.poll(() => server.openConnections).toBe(0);
  });

  test('never-ending: ends at the bound, as an answer that was too long', async () => {
    const { model, server } = await open('never-ending', protocol);
    const bounded = new ResilientLanguageModel(model, new ManualClock(), { answerCharsAtMost: 50_000 });
    const { text, end } = await ask(bounded);
    expect(text.length).toBeGreaterThan(50_000);
    expect(text.length).toBeLessThan(50_100);
    expect(end).toBe('length');
    await expect.poll(() => server.openConnections).toBe(0);
  });

  test('never-ending: ends when the user stops it', async () => {
    const { model, server } = await open('never-ending', protocol);
    const stopper = new AbortController();
    const { end } = await ask(model, stopper.signal, count => {
      if (count === 1000) stopper.abort();
    });
    expect(end).toBe('aborted');
    await expect.poll(() => server.openConnections).toBe(0);
  });

  test('silent-midstream: is a stall after the limit between tokens, and the connection is closed', async () => {
    const { model, server } = await open('silent-midstream', protocol);
    const clock = new ManualClock();
    const first = Promise.withResolvers<void>();
    const answer = ask(new ResilientLanguageModel(model, clock), undefined, () => first.resolve());
    await first.promise;
    await clock.advance(31_000);
    expect(await answer).toMatchObject({ text: 'Once', end: 'model.stalled' });
    await expect.poll(() => server.openConnections).toBe(0);
  });

  test('silent: is a stall after the limit before the first token', async () => {
    const { model, server } = await open('silent', protocol);
    const clock = new ManualClock();
    const answer = ask(new ResilientLanguageModel(model, clock));
    await expect.poll(() => server.openConnections).toBe(1);
    await clock.advance(301_000);
    expect((await answer).end).toBe('model.stalled');
    await expect.poll(() => server.openConnections).toBe(0);
  });
});

test('the key goes to its own server only', async () => {
  const seen: string[] = [];
  const thief = await TcpFixture.start(socket => void socket.on('data', data => seen.push(String(data))));
  const server = await TcpFixture.start(socket => {
    socket.on('data', () =>
      socket.end(`HTTP/1.1 308 R\r\nLocation: ${thief.origin}/v1\r\nContent-Length: 0\r\n\r\n`),
    );
  });
  cleanups.push(
    () => thief.stop(),
    () => server.stop(),
  );
  const settings = { backendId: 'b', label: 'Server', address: server.origin, key: 'sk-secret' };
  const { end } = await ask(new OpenAiCompatibleLanguageModel(settings));
  expect(end).toBe('model.redirected');
  expect(seen).toEqual([]);
});
