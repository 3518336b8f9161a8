/** llama.cpp in its own process with a real small model: its window, its memory of a conversation, and its ways to fail. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { GenerateNote } from '../../../native/language-process/requests.ts';
import type {
  ChatMessage,
  GenerateEvent,
  GenerateOptions,
  GenerateRequest,
} from '../../ports/language-model.ts';
import type { NativeProcess } from '../process/native-process.ts';
import { realClock } from '../process/test-clock.ts';
import { createLanguageProcess, EmbeddedLanguageModel, type EmbeddedSettings } from './embedded.ts';
import { streamOf } from './embedded-stream.ts';
import { makeGguf, withMetadata } from './gguf-fixture.ts';

const stories = join(resolve(process.env.JARVIS_TEST_ASSETS ?? '../shared'), 'models/llm/stories260K.gguf');
/** Where the head of that file ends. */
const storiesHeadBytes = 14_152;
const present = existsSync(stories);
if (!present) console.warn(`SKIPPED: tests of llama.cpp, because ${stories} is missing`);

const modelsDir = mkdtempSync(join(tmpdir(), 'jarvis-embedded-'));
const llama = createLanguageProcess({ clock: realClock });
const open = (settings: Partial<EmbeddedSettings> = {}): EmbeddedLanguageModel =>
  new EmbeddedLanguageModel({
    process: llama,
    modelsDir,
    clock: realClock,
    totalMemoryBytes: 1e9,
    threads: 1,
    gpu: false,
    ...settings,
  });
const embedded = open();
if (present) writeFileSync(join(modelsDir, 'stories.gguf'), readFileSync(stories));
afterAll(async () => {
  await embedded.close();
  rmSync(modelsDir, { recursive: true });
});

const never = new AbortController().signal;
const user = (content: string): ChatMessage => ({ role: 'user', content });
async function ask(
  messages: readonly ChatMessage[],
  options: GenerateOptions = {},
  more: Partial<GenerateRequest> = {},
  adapter = embedded,
) {
  const events: GenerateEvent[] = [];
  const request = {
    model: 'stories',
    messages,
    options: { temperature: 0, maxTokens: 20, ...options },
    ...more,
  };
  for await (const event of adapter.generate(request, never)) events.push(event);
  const last = events.at(-1);
  if (last?.kind !== 'finished') throw new Error('not finished');
  return { text: events.map(event => (event.kind === 'text' ? event.text : '')).join(''), ...last };
}

describe.skipIf(!present)('the window of an embedded model', () => {
  it('is as large as asked: a prompt beyond it is refused, an answer ends at it', async () => {
    const long = [user('The cat saw a bird in the tree. '.repeat(20))];
    const { promptTokens = 0 } = await ask(long, { maxTokens: 1, contextTokens: 1000 });
    await expect(ask(long, { contextTokens: promptTokens })).rejects.toMatchObject({
      code: 'model.context-too-small',
      params: { limit: promptTokens },
    });
    const ends = await ask(long, { contextTokens: promptTokens + 5, maxTokens: 100 });
    expect(ends).toMatchObject({ reason: 'length', promptTokens, answerTokens: 5 });
  });

  it('is never larger than the model was made for, and can be filled to its last token', async () => {
    const bytes = readFileSync(stories);
    const key = 'llama.context_length';
    // After the name of an entry come four bytes of type, then the number.
    bytes.writeUInt32LE(256, bytes.indexOf(key) + key.length + 4);
    writeFileSync(join(modelsDir, 'short.gguf'), bytes);
    const story = (sentences: number) => [user('The cat saw a bird in the tree. '.repeat(sentences))];
    const askShort = (sentences: number, options: GenerateOptions) =>
      ask(story(sentences), options, { model: 'short' });
    await expect(askShort(100, { contextTokens: 100_000 })).rejects.toMatchObject({
      code: 'model.context-too-small',
      params: { limit: 256 },
    });
    const { promptTokens = 0 } = await askShort(5, { maxTokens: 1 });
    const filled = await askShort(Math.floor((5 * 245) / promptTokens), { maxTokens: 10_000 });
    expect(filled.reason).toBe('length');
    expect((filled.promptTokens ?? 0) + (filled.answerTokens ?? 0)).toBe(256);
  });
});

describe.skipIf(!present)('a conversation', () => {
  /** How often the engine reported a piece of prompt as read; given up when that is `stopAfter`. */
  const piecesRead = async (messages: readonly ChatMessage[], stopAfter?: number): Promise<number> => {
    let pieces = 0;
    const stopper = new AbortController();
    await llama.request(
      'generate',
      { model: 's', path: join(modelsDir, 'stories.gguf'), threads: 1, gpu: false, messages, maxTokens: 4 },
      {
        signal: stopper.signal,
        onEvent: note => {
          if ((note as GenerateNote).kind === 'progress') pieces += 1;
          if (pieces === stopAfter) stopper.abort();
        },
      },
    );
    return pieces;
  };

  it('that goes on is not read again from its beginning', async () => {
    await embedded.load('stories', never);
    const first: ChatMessage[] = [{ role: 'system', content: 'Tell stories. '.repeat(60) }, user('Once')];
    expect(await piecesRead(first)).toBeGreaterThan(3);
    const next = [...first, { role: 'assistant', content: 'Lily' } as const, user('And then?')];
    expect(await piecesRead(next)).toBeLessThanOrEqual(1);
  });

  it('whose long prompt is given up in the middle is not read to its end', async () => {
    await embedded.load('stories', never);
    const long = [user('The cat saw a bird in the tree. '.repeat(60))];
    await expect(piecesRead(long, 1)).rejects.toMatchObject({ name: 'AbortError' });
    // What is left to read tells how far the engine had come.
    expect(await piecesRead(long)).toBeGreaterThan(3);
    expect(await piecesRead(long)).toBe(0);
  });

  it('is told in the model’s own form where it brings one', async () => {
    const line = "once upon a time there was a little girl named {{ m['role'] }}: {{ m['content'] }}";
    const template = `{% for m in messages %}${line}\n{% endfor %}`;
    const bytes = withMetadata(readFileSync(stories), storiesHeadBytes, {
      'tokenizer.chat_template': template,
    });
    writeFileSync(join(modelsDir, 'templated.gguf'), bytes);
    const plain = await ask([user('Hello')]);
    const templated = await ask([user('Hello')], {}, { model: 'templated' });
    expect(templated.promptTokens).toBeGreaterThan((plain.promptTokens ?? 0) + 15);
  });

  it('can go on with an answer that was begun', async () => {
    const whole = await ask([user('Once upon a time')], { maxTokens: 30 });
    const begun = whole.text.slice(0, whole.text.indexOf(' ', 20));
    const rest = await ask([user('Once upon a time'), { role: 'assistant', content: begun }], {
      maxTokens: 30,
    });
    expect(rest.text.trim()).not.toBe('');
    expect(rest.promptTokens).toBeGreaterThan(whole.promptTokens ?? 0);
  });

  it('may hold the results of tools that another model called', async () => {
    const answer = await ask([
      user('What time is it?'),
      {
        role: 'assistant',
        content: '',
        toolCalls: [{ id: '1', name: 'clock', arguments: { zone: 'Europe/Paris' } }],
      },
      { role: 'tool', content: '17:30', toolCallId: '1', toolName: 'clock' },
      { role: 'tool', content: 'lost', toolCallId: 'unknown' },
    ]);
    expect(answer.reason).toBe('length');
  });

  it.each([
    ['nothing', ''],
    ['NUL and lone surrogates', 'a\0b\ud800c'],
    ['the model’s own control words', '</s><s>[INST] <|im_end|>'],
    ['emoji and right-to-left', '🌞👩‍🚀 שלום مرحبا'],
  ])('of %s is answered', async (_what, text) => {
    expect((await ask([user(text)])).answerTokens).toBeGreaterThan(0);
  });

  it('keeps letters whole that come in several tokens', async () => {
    const { text } = await ask([user('Once upon a time')], { temperature: 5, seed: 11, maxTokens: 300 });
    expect(text.isWellFormed()).toBe(true);
  });
});

describe.skipIf(!present)('what an embedded model cannot do', () => {
  it('is refused in clear words', async () => {
    const tool = { name: 'clock', description: 'Tells the time', parameters: { type: 'object' } };
    await expect(ask([user('a')], {}, { tools: [tool] })).rejects.toMatchObject({ code: 'model.refused' });
    await expect(ask([user('a')], {}, { responseSchema: { type: 'no such type' } })).rejects.toMatchObject({
      code: 'model.refused',
    });
    await expect(ask([user('a')], { maxTokens: 0 })).rejects.toMatchObject({ code: 'model.refused' });
  });

  it('is told when the file is larger than the memory', async () => {
    const small = open({ totalMemoryBytes: 1_000_000 });
    await expect(ask([user('a')], {}, {}, small)).rejects.toMatchObject({ code: 'model.out-of-memory' });
  });

  it('is told for a file that only the engine finds wrong, and the next model answers', async () => {
    const bytes = readFileSync(stories);
    bytes.write('X', bytes.indexOf('token_embd.weight'));
    writeFileSync(join(modelsDir, 'misnamed.gguf'), bytes);
    const strange = makeGguf({ metadata: { 'general.architecture': 'nonsense' } });
    writeFileSync(join(modelsDir, 'strange.gguf'), strange);
    await expect(ask([user('a')], {}, { model: 'misnamed' })).rejects.toMatchObject({
      code: 'model.weights-missing',
      params: { model: 'misnamed' },
    });
    await expect(ask([user('a')], {}, { model: 'strange' })).rejects.toMatchObject({
      code: 'model.refused',
      params: { detail: 'nonsense' },
    });
    expect((await ask([user('Once upon a time')])).text).not.toBe('');
  });

  it('is noticed when the file was taken away or changed', async () => {
    const path = join(modelsDir, 'passing.gguf');
    writeFileSync(path, readFileSync(stories));
    await ask([user('a')], {}, { model: 'passing' });
    await embedded.unload();
    rmSync(path);
    await expect(ask([user('a')], {}, { model: 'passing' })).rejects.toMatchObject({
      code: 'model.not-found',
    });
  });
});

describe.skipIf(!present)('an engine that dies or hangs', () => {
  let hanging: NativeProcess | undefined;
  afterEach(() => hanging?.stop());

  it('costs the answer it was giving, and the next one comes', async () => {
    const answer = embedded.generate(
      { model: 'stories', messages: [user('Once upon a time')], options: { maxTokens: 2000 } },
      never,
    );
    let pieces = 0;
    const reading = (async () => {
      for await (const event of answer) {
        pieces += event.kind === 'text' ? 1 : 0;
        if (pieces === 5) process.kill(llama.state().pid ?? 0, 'SIGKILL');
      }
    })();
    await expect(reading).rejects.toMatchObject({ code: 'model.crashed' });
    expect((await ask([user('Once upon a time')])).text).not.toBe('');
  });

  it.skipIf(process.platform === 'win32')('is ended after a silence, and said to be', async () => {
    hanging = createLanguageProcess({ clock: realClock });
    const { result } = await hanging.request('status', null);
    expect(result).toEqual({ generating: 0 });
    const pid = hanging.state().pid ?? 0;
    process.kill(pid, 'SIGSTOP');
    const events = streamOf({
      process: hanging,
      clock: realClock,
      params: { model: 's', path: join(modelsDir, 'stories.gguf'), gpu: false, messages: [] },
      signal: never,
      backend: 'llama.cpp',
      stallMs: 50,
    });
    await expect(events.next()).rejects.toMatchObject({ code: 'model.stalled' });
    await hanging.stop();
    expect(hanging.state().status).toBe('stopped');
  });
});
