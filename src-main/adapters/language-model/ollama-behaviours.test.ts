/** Each of the 26 recorded behaviours of a real Ollama server, and what the adapter makes of it. */
import { afterEach, describe, expect, test } from 'vitest';
import { ManualClock } from '../../../test/fixtures/manual-clock.ts';
import {
  OllamaReplayServer,
  type ReplayOptions,
} from '../../../test/fixtures/model-servers/ollama-replay-server.ts';
import {
  haveRecordings,
  readRecording,
  recordedBody,
} from '../../../test/fixtures/model-servers/recordings.ts';
import { ScriptedServer } from '../../../test/fixtures/model-servers/scripted-server.ts';
import { deadAddress } from '../../../test/fixtures/model-servers/tcp-fixture.ts';
import { isAbort, JarvisError } from '../../domain/errors.ts';
import type { GenerateEvent, GenerateRequest, LanguageModel } from '../../ports/language-model.ts';
import { faultOfResponse, faultOfStreamError, readErrorText } from './model-fault.ts';
import { OllamaLanguageModel } from './ollama.ts';
import { OpenAiCompatibleLanguageModel } from './openai-compatible.ts';
import { ResilientLanguageModel } from './resilient-language-model.ts';

const peer = { label: 'Ollama', model: 'stories-chat', contextTokens: 256 };
const never = new AbortController().signal;
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function replaying(chat: string, options: ReplayOptions = {}): Promise<OllamaReplayServer> {
  const routes = { '/api/chat': chat, '/v1/chat/completions': chat, ...options.routes };
  const server = await OllamaReplayServer.start({ ...options, routes });
  cleanups.push(() => server.stop());
  return server;
}

function adapterAt(address: string): OllamaLanguageModel {
  const adapter = new OllamaLanguageModel({ backendId: 'ollama', label: 'Ollama', address });
  cleanups.push(() => adapter.close());
  return adapter;
}

const request = (fields: Partial<GenerateRequest> = {}): GenerateRequest => ({
  model: 'stories-chat',
  messages: [{ role: 'user', content: 'Once upon a time' }],
  ...fields,
});

interface Outcome {
  readonly events: GenerateEvent[];
  readonly text: string;
  readonly last: GenerateEvent | undefined;
  readonly error: unknown;
  readonly code: string | undefined;
}

async function ask(
  model: LanguageModel,
  asked: GenerateRequest = request(),
  signal: AbortSignal = never,
): Promise<Outcome> {
  const events: GenerateEvent[] = [];
  let error: unknown;
  try {
    for await (const event of model.generate(asked, signal)) events.push(event);
  } catch (thrown) {
    error = thrown;
  }
  const text = events.map(event => (event.kind === 'text' ? event.text : '')).join('');
  const code = error instanceof JarvisError ? error.code : undefined;
  return { events, text, last: events.at(-1), error, code };
}

/** Asks a server that answers with the recording `chat`. */
const askRecorded = async (chat: string, asked?: GenerateRequest): Promise<Outcome> =>
  ask(adapterAt((await replaying(chat)).address), asked);

/** The body of the last request for a chat. */
function sentBody(server: OllamaReplayServer): Record<string, unknown> {
  const sent = server.requests.filter(({ path }) => path === '/api/chat').at(-1);
  return JSON.parse(sent?.body ?? '{}') as Record<string, unknown>;
}

/** The code of the fault in a recorded response to any path. */
function codeOfRecorded(name: string, model?: string): string {
  const { status } = readRecording(name).response;
  return faultOfResponse(status ?? 0, recordedBody(name), { label: 'Ollama', ...(model && { model }) }).code;
}

describe.skipIf(!haveRecordings())('Ollama', () => {
  test('behaviour 1: num_predict 0 never ends, so it is never sent', async () => {
    const server = await replaying('chat-num-predict-1');
    const adapter = adapterAt(server.address);
    await ask(adapter, request({ options: { maxTokens: 0 } }));
    expect(sentBody(server).options).toEqual({ num_predict: 1 });
    await ask(adapter, request());
    expect(sentBody(server).options).toEqual({});
    // Without a limit the full window ends the answer.
    expect(sentBody(server).shift).toBe(false);
  });

  test('behaviour 2: a stream that ends without "done" keeps its text and says that it ended early', async () => {
    for (const name of ['chat-token-repeat', 'chat-token-repeat-nostream']) {
      const { text, last } = await askRecorded(name);
      expect(text).toMatch(/^"a{31}$/);
      expect(last).toEqual({ kind: 'finished', reason: 'early' });
    }
  });

  test('behaviour 3: silence before the first token is waited for up to a limit of its own', async () => {
    const server = await replaying('cancel-during-prompt');
    const clock = new ManualClock();
    const model = new ResilientLanguageModel(adapterAt(server.address), clock, {
      firstEventMs: 300_000,
      betweenEventsMs: 1000,
      retries: 0,
    });
    const answer = ask(model);
    await server.requestSeen('/api/chat');
    await clock.advance(299_000);
    expect(server.openConnections).toBe(1);
    await clock.advance(1001);
    expect((await answer).code).toBe('model.stalled');
    await expect.poll(() => server.openConnections).toBe(0);
    expect((await askRecorded('chat-stream-slow-long-prompt')).last).toMatchObject({ reason: 'length' });
  });

  test('behaviour 4: a fault before the first token is told by its status, one after it by the last line', async () => {
    expect((await askRecorded('error-chat-unknown-model')).code).toBe('model.not-found');
    expect((await askRecorded('queue-full-503')).code).toBe('model.busy');
    expect((await askRecorded('runner-sigkill-nostream')).code).toBe('model.crashed');
    const { text, code, last } = await askRecorded('runner-sigkill-midstream');
    expect(text.length).toBeGreaterThan(5);
    expect(last?.kind).toBe('text');
    expect(code).toBe('model.crashed');
    expect((await askRecorded('runner-sigsegv-midstream')).code).toBe('model.crashed');
  });

  test('behaviour 5: on /v1 a stream that ends without finish_reason and [DONE] is a crash', async () => {
    const server = await replaying('v1-chat-runner-sigkill-midstream');
    const model = new OpenAiCompatibleLanguageModel({ backendId: 'o', label: 'O', address: server.address });
    cleanups.push(() => model.close());
    const { code, text } = await ask(model);
    expect(text.length).toBeGreaterThan(5);
    expect(code).toBe('model.crashed');
    // Ollama itself is asked by its native API.
    const native = await replaying('chat-stream');
    await ask(adapterAt(native.address));
    expect(native.requests.every(({ path }) => path.startsWith('/api/'))).toBe(true);
  });

  test('behaviour 6: a server that ends in the middle is a cut connection, and what came is kept', async () => {
    for (const name of ['server-sigterm-midstream', 'server-sigkill-midstream']) {
      const { text, code } = await askRecorded(name);
      expect(text).toBe('One day, a little g');
      expect(code).toBe('model.cut');
    }
  });

  test('behaviour 7: a hung runner is noticed by silence between tokens, and its connection is closed', async () => {
    const server = await replaying('runner-hangs-midstream', { timeScale: 0 });
    const clock = new ManualClock();
    const model = new ResilientLanguageModel(adapterAt(server.address), clock, { betweenEventsMs: 30_000 });
    const events: GenerateEvent[] = [];
    const heard = Promise.withResolvers<void>();
    const answer = (async () => {
      for await (const event of model.generate(request(), never)) {
        events.push(event);
        if (events.length === 5) heard.resolve();
      }
    })().catch((error: unknown) => error);
    await heard.promise;
    await clock.advance(30_001);
    const error = await answer;
    expect(error).toBeInstanceOf(JarvisError);
    expect((error as JarvisError).code).toBe('model.stalled');
    expect((error as JarvisError).params).toEqual({ backend: 'Ollama', seconds: 30 });
    await expect.poll(() => server.openConnections).toBe(0);
  });

  test('behaviour 8: after the runner died, the next request is simply made and answers', async () => {
    for (const name of ['runner-killed-while-idle-next', 'runner-sigkill-next-request']) {
      const { text, last } = await askRecorded(name);
      expect(text).not.toBe('');
      expect(last).toMatchObject({ kind: 'finished', reason: 'length' });
    }
    // What is loaded is never asked: the list of loaded models shows dead ones.
    const server = await replaying('chat-stream');
    const adapter = adapterAt(server.address);
    await adapter.listModels(never);
    await ask(adapter);
    expect(server.requests.some(({ path }) => path === '/api/ps')).toBe(false);
  });

  test('behaviour 9: a cancel closes the connection, whether in the prompt, in the queue or in the answer', async () => {
    for (const name of ['cancel-during-prompt', 'cancel-while-queued', 'cancel-during-load']) {
      const server = await replaying(name);
      const stopper = new AbortController();
      const answer = ask(adapterAt(server.address), request(), stopper.signal);
      await server.requestSeen('/api/chat');
      stopper.abort();
      const { events, error } = await answer;
      expect(events).toEqual([]);
      expect(isAbort(error)).toBe(true);
      await expect.poll(() => server.openConnections).toBe(0);
    }
  });

  test('behaviour 10: an error inside an error is unwrapped', async () => {
    const { error, code } = await askRecorded('error-chat-format-bad-schema');
    expect(code).toBe('model.refused');
    const { detail } = (error as JarvisError).params;
    expect(detail).toContain('unrecognized type banana');
    expect(detail).not.toContain('{');
    expect((await askRecorded('chat-jinja-bad-schema')).code).toBe('model.refused');
    for (const name of ['error-chat-images-no-vision', 'error-v1-chat-images-no-vision']) {
      expect(readErrorText(recordedBody(name)).text).toMatch(/^Multimodal data provided/);
    }
  });

  test('behaviour 11: an unknown model is known by the status, in all its wordings', async () => {
    for (const name of [
      'error-chat-unknown-model',
      'error-chat-unknown-model-tagged',
      'chat-after-delete-loaded',
    ])
      expect((await askRecorded(name)).code).toBe('model.not-found');
    for (const name of [
      'error-embed-unknown-model',
      'error-show-unknown-model',
      'error-generate-unknown-model',
      'error-v1-chat-unknown-model',
      'error-copy-unknown-model',
    ])
      expect(codeOfRecorded(name, 'no-such-model')).toBe('model.not-found');
    expect(codeOfRecorded('error-chat-missing-model', '')).toBe('model.refused');
    expect(codeOfRecorded('error-chat-invalid-model-name', '')).toBe('model.refused');
  });

  test('behaviour 12: an option of the wrong type is a refusal although the status is 500', async () => {
    for (const name of [
      'error-chat-option-wrong-type',
      'error-chat-option-stop-string',
      'create-bad-parameter-then-chat',
    ]) {
      const { code, error } = await askRecorded(name);
      expect(code).toBe('model.refused');
      expect((error as JarvisError).params.detail).toMatch(/^option ".*" must be of type/);
    }
    expect((await askRecorded('chat-unknown-option')).last).toMatchObject({ kind: 'finished' });
  });

  test('behaviour 13: a prompt is never cut in silence', async () => {
    const history = readRecording('chat-oversized-history').request.body as GenerateRequest;
    const tooLong = request({ messages: history.messages, options: { contextTokens: 256 } });
    const server = await replaying('chat-oversized-truncate-false');
    const refused = await ask(adapterAt(server.address), tooLong);
    expect(sentBody(server).truncate).toBe(false);
    expect(refused.code).toBe('model.context-too-small');
    expect((refused.error as JarvisError).params).toEqual({ limit: 256 });
    // A server that cuts all the same is found out by its count.
    for (const name of ['chat-oversized-history', 'chat-oversized-one-message']) {
      const { messages } = readRecording(name).request.body as GenerateRequest;
      const { last } = await askRecorded(name, request({ messages, options: { contextTokens: 256 } }));
      expect(last).toMatchObject({ kind: 'finished', promptTruncated: true });
    }
    const { last } = await askRecorded('chat-stream', request({ options: { contextTokens: 256 } }));
    expect(last).not.toHaveProperty('promptTruncated');
  });

  test('behaviour 14: what a model can do is asked of /api/show, not of the list', async () => {
    const models = await adapterAt((await replaying('chat-stream')).address).listModels(never);
    const can = (name: string) => models.find(model => model.name === name)?.capabilities;
    // The list calls the first one "completion" and hides the second one's tools.
    expect(can('all-minilm:latest')).toEqual(['embedding']);
    expect(can('stories-jinja:latest')).toEqual(expect.arrayContaining(['chat', 'tools']));
    expect(can('stories-think:latest')).toContain('thinking');
    expect(models.find(({ name }) => name === 'stories-chat:latest')).toMatchObject({
      sizeBytes: 1185745,
      parameterCount: 292800,
      contextTokens: 2048,
    });
  });

  test('behaviour 14: /api/show is asked once for a digest', async () => {
    const server = await replaying('chat-stream');
    const adapter = adapterAt(server.address);
    await adapter.listModels(never);
    const shown = () => server.requests.filter(({ path }) => path === '/api/show').length;
    const first = shown();
    await adapter.listModels(never);
    expect(first).toBe(8);
    expect(shown()).toBe(first);
  });

  test('behaviour 15: weights that are gone are named, and such a model is listed as able to do nothing', async () => {
    const routes = { '/api/show': 'model-blob-missing-show', '/api/tags': 'model-blob-missing-tags' };
    const adapter = adapterAt((await replaying('model-blob-missing-chat', { routes })).address);
    const { code } = await ask(adapter, request({ model: 'stories-slow' }));
    expect(code).toBe('model.weights-missing');
    const listed = (await adapter.listModels(never)).find(({ name }) => name === 'stories-slow:latest');
    expect(listed?.capabilities).toEqual([]);
    // The same words about a model that is there only mean that it is for embeddings.
    const embedding = await askRecorded('error-chat-on-embedding-model', request({ model: 'all-minilm' }));
    expect(embedding.code).toBe('model.refused');
    expect((await askRecorded('model-blob-cut-chat')).code).toBe('model.weights-missing');
  });

  test('behaviour 16: a call comes whole and ends the answer as tool-calls; a broken one is text', async () => {
    const { events, last } = await askRecorded('chat-tools-call-stream');
    expect(events[0]).toEqual({
      kind: 'tool-call',
      call: { id: 'call_pvlgdb4x', name: 'get_time', arguments: { city: 'Lyon' } },
    });
    expect(last).toMatchObject({ kind: 'finished', reason: 'tool-calls' });
    expect((await askRecorded('chat-tools-call-cut')).text).toBe('{ "name" : "get_time');
    expect((await askRecorded('chat-tools-call-unknown-tool')).last).toMatchObject({ reason: 'stop' });
  });

  test('behaviour 16: arguments go back as an object', async () => {
    const server = await replaying('chat-tools-result');
    const call = { id: 'c1', name: 'get_time', arguments: { city: 'Paris' } };
    const messages: GenerateRequest['messages'] = [
      { role: 'user', content: 'What time is it in Paris?' },
      { role: 'assistant', content: '', toolCalls: [call] },
      { role: 'tool', content: '12:00', toolCallId: 'c1', toolName: 'get_time' },
    ];
    await ask(adapterAt(server.address), request({ model: 'stories-tools', messages }));
    const recorded = readRecording('chat-tools-result').request.body as { messages: unknown };
    expect(sentBody(server).messages).toEqual(recorded.messages);
  });

  test('behaviour 17: only a model that can think is told whether to, and not to by default', async () => {
    const server = await replaying('chat-think-stream');
    const adapter = adapterAt(server.address);
    await ask(adapter, request({ model: 'stories-think' }));
    expect(sentBody(server).think).toBe(false);
    const { events } = await ask(adapter, request({ model: 'stories-think', think: true }));
    expect(sentBody(server).think).toBe(true);
    expect(events.filter(({ kind }) => kind === 'thinking').length).toBe(16);
    expect(events.some(({ kind }) => kind === 'text')).toBe(false);
    await ask(adapter, request({ model: 'stories-chat', think: true }));
    expect(sentBody(server)).not.toHaveProperty('think');
    expect((await askRecorded('error-chat-think-unsupported')).code).toBe('model.refused');
    expect((await askRecorded('error-chat-tools-unsupported')).code).toBe('model.refused');
  });

  test('behaviour 18: images are never sent, and their refusal, should it come, is told', async () => {
    const server = await replaying('chat-stream');
    await ask(adapterAt(server.address));
    expect(JSON.stringify(sentBody(server))).not.toContain('images');
    expect(codeOfRecorded('error-chat-images-no-vision-cold', 'stories-chat')).toBe('model.refused');
  });

  test('behaviour 19: faults of embeddings are told without the inner address that they name', () => {
    expect(codeOfRecorded('embed-on-completion-model', 'stories')).toBe('model.refused');
    // The child died: not the client's fault, whatever the status says.
    expect(codeOfRecorded('embed-runner-sigkill', 'all-minilm')).toBe('model.crashed');
    const fault = faultOfResponse(400, recordedBody('embed-runner-sigkill'), peer);
    expect(fault.message).not.toContain('127.0.0.1');
    expect(codeOfRecorded('error-embed-long-truncate-false', 'all-minilm')).toBe('model.context-too-small');
    expect(codeOfRecorded('error-embeddings-old-long', 'all-minilm')).toBe('model.context-too-small');
  });

  test('behaviour 20: lines are found at newlines, and escapes become their characters', async () => {
    const { text } = await askRecorded('chat-utf8-and-html-escapes');
    expect(text).toBe('"<b>été & 😀\u2028</b>"');
    const split = await replaying('chat-utf8-and-html-escapes', { splitEveryByte: true });
    expect((await ask(adapterAt(split.address))).text).toBe(text);
  });

  test('behaviour 21: a full queue is "busy" and tried again; a wait in the queue is only a wait', async () => {
    const server = await replaying('queue-full-503');
    const clock = new ManualClock();
    const answer = ask(new ResilientLanguageModel(adapterAt(server.address), clock, { retries: 2 }));
    const chats = () => server.requests.filter(({ path }) => path === '/api/chat').length;
    for (const tries of [1, 2]) {
      // The next timer is the pause before the next try, no longer the limit on silence.
      await expect.poll(() => clock.nextInMs ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(3000);
      expect(chats()).toBe(tries);
      await clock.advance(3000);
    }
    expect((await answer).code).toBe('model.busy');
    expect(chats()).toBe(3);
    expect((await askRecorded('queue-parallel-1-second')).last).toMatchObject({ answerTokens: 40 });
    expect((await askRecorded('queue-other-model-waits')).last).toMatchObject({ kind: 'finished' });
  });

  test('behaviour 22: no Origin is sent, the own Host is, and an empty 403 is told', async () => {
    const server = await replaying('chat-stream');
    await ask(adapterAt(server.address));
    for (const { headers } of server.requests) {
      expect(headers).not.toHaveProperty('origin');
      expect(headers.host).toBe(new URL(server.address).host);
    }
    expect((await askRecorded('cors-post-foreign')).code).toBe('model.forbidden');
    expect(codeOfRecorded('host-foreign')).toBe('model.forbidden');
  });

  test('behaviour 23: models are never pulled by the adapter, and the fault in a pull reads as words', async () => {
    const server = await replaying('error-chat-unknown-model');
    const adapter = adapterAt(server.address);
    await adapter.listModels(never);
    await ask(adapter);
    expect(server.requests.map(({ path }) => path).filter(path => /pull|create|push/.test(path))).toEqual([]);
    const line = recordedBody('pull-registry-dies').trimEnd().split('\n').at(-1) ?? '';
    expect(readErrorText(line).text).toMatch(/^max retries exceeded/);
    expect(codeOfRecorded('pull-no-network-nostream')).toBe('model.bad-answer');
  });

  test('behaviour 24: plain text where JSON should be is a wrong server, and an empty list is no model', async () => {
    expect(codeOfRecorded('error-unknown-path', 'stories-chat')).toBe('model.bad-answer');
    expect(codeOfRecorded('error-wrong-method', 'stories-chat')).toBe('model.bad-answer');
    const routes = { '/api/tags': 'tags-empty', '/v1/models': 'v1-models-empty' };
    const server = await replaying('chat-stream', { routes });
    const openAi = new OpenAiCompatibleLanguageModel({ backendId: 'o', label: 'O', address: server.address });
    cleanups.push(() => openAi.close());
    expect(await openAi.listModels(never)).toEqual([]);
    expect(await adapterAt(server.address).listModels(never)).toEqual([]);
  });

  test('behaviour 25: Jarvis asks for nothing that makes the server call out, and a cloud fault is told', async () => {
    const server = await replaying('chat-stream');
    const adapter = adapterAt(server.address);
    await adapter.listModels(never);
    await ask(adapter);
    const paths = new Set(server.requests.map(({ path }) => path));
    expect(paths).toEqual(new Set(['/api/tags', '/api/show', '/api/chat']));
    expect((await askRecorded('cloud-model-no-network')).code).toBe('model.unreachable');
    // A server that can be told not to says so; the word for it is plain JSON.
    expect(JSON.parse(recordedBody('status-no-cloud'))).toMatchObject({ cloud: { disabled: true } });
  });

  test('behaviour 26: the same window is asked for each time, because another one is a reload', async () => {
    const server = await replaying('chat-stream');
    const adapter = adapterAt(server.address);
    const windowSent = () => (sentBody(server).options as Record<string, unknown>).num_ctx;
    await ask(adapter, request({ options: { contextTokens: 4096 } }));
    expect(windowSent()).toBe(4096);
    await ask(adapter, request({ options: { maxTokens: 5 } }));
    expect(windowSent()).toBe(4096);
    await ask(adapter, request({ model: 'stories-tools' }));
    expect(windowSent()).toBeUndefined();
  });

  test('an error in a stream that names the window keeps its meaning', () => {
    const inner = readErrorText(recordedBody('chat-oversized-truncate-false')).fields;
    expect(faultOfStreamError(inner, peer).code).toBe('model.context-too-small');
  });

  test('nobody there is told at once', async () => {
    const { code } = await ask(adapterAt(await deadAddress()));
    expect(code).toBe('model.unreachable');
    expect(readRecording('server-down').response.status).toBeNull();
  });

  test('a model that is asked with and without its tag is described once', async () => {
    const server = await ScriptedServer.start({
      protocol: 'ollama',
      answer: () => ({ text: 'Hello there.' }),
    });
    cleanups.push(() => server.close());
    const adapter = adapterAt(server.address);
    await adapter.listModels(never);
    await ask(adapter, request({ model: 'storyteller' }));
    await ask(adapter, request({ model: 'storyteller:latest' }));
    const shown = server.requests.filter(({ path }) => path === '/api/show');
    expect(shown.map(({ body }) => body.model)).toEqual(['storyteller:latest', 'all-minilm:latest']);
  });
});
