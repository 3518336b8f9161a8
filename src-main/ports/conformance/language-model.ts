/** The one suite that every adapter of the language-model port passes. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isAbort, JarvisError } from '../../domain/errors.ts';
import type { GenerateEvent, GenerateRequest, LanguageModel, ToolDescription } from '../language-model.ts';

/** An adapter with a model behind it. The model may be tiny: nothing is asked of what it says. */
export interface LanguageModelSubject {
  readonly adapter: LanguageModel;
  /** A model that can chat and says more than 30 tokens to "Once upon a time" when it is let. */
  readonly model: string;
  /** A window, in tokens, far smaller than 20,000 characters, that this model may be asked with. */
  readonly smallContextTokens: number;
  /** Absent where the adapter has no connection that could fail: the same kind of adapter with nobody there. */
  readonly unreachable?: LanguageModel;
  /** Absent where the model cannot be made to call a tool: a request that ends in a call of `tool`. */
  readonly toolCall?: { readonly model: string; readonly prompt: string; readonly tool: ToolDescription };
  /** Absent where no engine can be held up: a prompt whose first token would take more than a minute. */
  readonly slowPrompt?: string;
  /** How many answers the engine is computing now, seen from the engine's side. */
  readonly generating: () => number | Promise<number>;
  readonly stop: () => Promise<void>;
}

type Finished = Extract<GenerateEvent, { kind: 'finished' }>;
type Text = Extract<GenerateEvent, { kind: 'text' }>;

const unknownModel = 'no-such-model-anywhere';
const story = 'Once upon a time';
const schema = {
  type: 'object',
  properties: { name: { type: 'string', enum: ['Lily', 'Tom'] } },
  required: ['name'],
  additionalProperties: false,
} as const;

export function describeLanguageModel(name: string, open: () => Promise<LanguageModelSubject>): void {
  describe(`language model: ${name}`, () => {
    let subject: LanguageModelSubject;
    beforeEach(async () => {
      subject = await open();
    });
    afterEach(async () => {
      await subject.adapter.close();
      await subject.unreachable?.close();
      await subject.stop();
    });

    const ask = (options: GenerateRequest['options'], prompt = story): GenerateRequest => ({
      model: subject.model,
      messages: [{ role: 'user', content: prompt }],
      options: { temperature: 0, seed: 7, ...options },
    });
    const run = (request: GenerateRequest): Promise<GenerateEvent[]> =>
      collect(subject.adapter.generate(request, new AbortController().signal));

    test('lists its models and describes one', async () => {
      const { signal } = new AbortController();
      const listed = await subject.adapter.listModels(signal);
      const entry = listed.find(model => model.name === subject.model);
      expect(entry?.capabilities).toContain('chat');
      const described = await subject.adapter.describeModel(subject.model, signal);
      expect(described.name).toBe(subject.model);
      expect(described.capabilities).toEqual(entry?.capabilities);
    });

    test('streams text in several pieces and says last that it is finished', async () => {
      const events = await run(ask({ maxTokens: 16 }));
      expect(events.filter(event => event.kind === 'text').length).toBeGreaterThan(1);
      expect(textOf(events).trim()).not.toBe('');
      expect(finishedOf(events).reason).toBe('length');
    });

    test('counts the tokens of the prompt and of the answer', async () => {
      const short = finishedOf(await run(ask({ maxTokens: 12 })));
      const long = finishedOf(await run(ask({ maxTokens: 12 }, `${story} `.repeat(8))));
      expect(short.answerTokens).toBe(12);
      expect(short.promptTokens ?? 0).toBeGreaterThan(0);
      expect(long.promptTokens ?? 0).toBeGreaterThan(short.promptTokens ?? 0);
    });

    test('stops before a stop string and sends none of it', async () => {
      const whole = textOf(await run(ask({ maxTokens: 30 })));
      const middle = whole.slice(Math.floor(whole.length / 2));
      const stop = middle.slice(0, 6);
      const events = await run(ask({ maxTokens: 30, stop: [stop] }));
      expect(textOf(events)).toBe(whole.slice(0, whole.indexOf(stop)));
      expect(finishedOf(events).reason).toBe('stop');
    });

    test('says the same again with the same seed, and less with a smaller limit', async () => {
      const first = textOf(await run(ask({ maxTokens: 16 })));
      const again = textOf(await run(ask({ maxTokens: 16 })));
      const less = textOf(await run(ask({ maxTokens: 4 })));
      expect(again).toBe(first);
      expect(first.startsWith(less)).toBe(true);
      expect(less.length).toBeLessThan(first.length);
    });

    test('never cuts a prompt beyond the window in silence', async () => {
      const prompt = 'The cat saw a bird in the tree. '.repeat(700);
      const request = ask({ maxTokens: 4, contextTokens: subject.smallContextTokens }, prompt);
      const outcome = await settle(run(request));
      if (outcome.error === undefined) expect(finishedOf(outcome.value).promptTruncated).toBe(true);
      else expect(codeOf(outcome.error)).toBe('model.context-too-small');
    });

    test('answers in the shape of a schema, where the model can', async context => {
      const { capabilities } = await subject.adapter.describeModel(
        subject.model,
        new AbortController().signal,
      );
      if (!capabilities.includes('structured-output')) context.skip('the model has no structured output');
      const events = await run({ ...ask({ maxTokens: 60 }), responseSchema: schema });
      const answer = JSON.parse(textOf(events)) as { name: string };
      expect(['Lily', 'Tom']).toContain(answer.name);
    });

    test('hands over a call of a tool whole, where the model can', async context => {
      const { toolCall } = subject;
      if (toolCall === undefined) return context.skip('the model cannot be made to call a tool');
      const { model, prompt, tool } = toolCall;
      const events = await run({ model, messages: [{ role: 'user', content: prompt }], tools: [tool] });
      const calls = events.flatMap(event => (event.kind === 'tool-call' ? [event.call] : []));
      expect(calls).toHaveLength(1);
      expect(calls[0]?.name).toBe(tool.name);
      expect(calls[0]?.id).not.toBe('');
      expect(typeof calls[0]?.arguments).toBe('object');
      expect(finishedOf(events).reason).toBe('tool-calls');
    });

    test('yields nothing when it is aborted before it begins', async () => {
      const events: GenerateEvent[] = [];
      const outcome = await settle(collect(subject.adapter.generate(ask({}), AbortSignal.abort()), events));
      expect(isAbort(outcome.error)).toBe(true);
      expect(events).toEqual([]);
      await engineRests(subject);
    });

    test('yields nothing when it is aborted before the first token, and the engine stops', async () => {
      const stopper = new AbortController();
      const events: GenerateEvent[] = [];
      const ended = settle(collect(subject.adapter.generate(ask({}), stopper.signal), events));
      await new Promise(resolve => setImmediate(resolve));
      stopper.abort();
      const seen = events.length;
      expect(isAbort((await ended).error)).toBe(true);
      expect(events.length).toBe(seen);
      await engineRests(subject);
    });

    test('an engine that is still at the prompt is stopped at once', async context => {
      const { slowPrompt, generating } = subject;
      if (slowPrompt === undefined) return context.skip('this engine cannot be held up at the prompt');
      const stopper = new AbortController();
      const ended = settle(collect(subject.adapter.generate(ask({}, slowPrompt), stopper.signal)));
      await expect.poll(generating, { timeout: 5000, interval: 10 }).toBe(1);
      stopper.abort();
      expect(isAbort((await ended).error)).toBe(true);
      await engineRests(subject);
    });

    test('yields nothing more when it is aborted between two tokens, and the engine stops', async () => {
      const stopper = new AbortController();
      const events: GenerateEvent[] = [];
      const outcome = await settle(
        collect(subject.adapter.generate(ask({}), stopper.signal), events, () => {
          if (events.length === 3) stopper.abort();
        }),
      );
      expect(isAbort(outcome.error)).toBe(true);
      expect(events).toHaveLength(3);
      await engineRests(subject);
    });

    test('stops the engine when the reader goes away', async () => {
      let seen = 0;
      for await (const _ of subject.adapter.generate(ask({}), new AbortController().signal))
        if (++seen === 2) break;
      expect(seen).toBe(2);
      await engineRests(subject);
    });

    test('an abort after the end changes nothing', async () => {
      const stopper = new AbortController();
      const events = await collect(subject.adapter.generate(ask({ maxTokens: 4 }), stopper.signal));
      stopper.abort();
      expect(finishedOf(events).reason).toBe('length');
      expect(textOf(await run(ask({ maxTokens: 4 })))).toBe(textOf(events));
    });

    test('keeps answers that run at the same time apart', async () => {
      const prompts = [story, 'The sun is warm', 'My dog is big'];
      const alone: string[] = [];
      for (const prompt of prompts) alone.push(textOf(await run(ask({ maxTokens: 12 }, prompt))));
      const together = await Promise.all(prompts.map(prompt => run(ask({ maxTokens: 12 }, prompt))));
      expect(together.map(textOf)).toEqual(alone);
      for (const events of together) expect(finishedOf(events).answerTokens).toBe(12);
    });

    test('says that a model is unknown', async () => {
      const { signal } = new AbortController();
      const described = await settle(subject.adapter.describeModel(unknownModel, signal));
      const asked = await settle(run({ ...ask({}), model: unknownModel }));
      expect(codeOf(described.error)).toBe('model.not-found');
      expect(codeOf(asked.error)).toBe('model.not-found');
    });

    test('says that nobody is there', async context => {
      const { unreachable } = subject;
      if (unreachable === undefined) return context.skip('this adapter has no connection that could fail');
      const { signal } = new AbortController();
      const listed = await settle(unreachable.listModels(signal));
      const asked = await settle(collect(unreachable.generate(ask({}), signal)));
      expect(codeOf(listed.error)).toBe('model.unreachable');
      expect(codeOf(asked.error)).toBe('model.unreachable');
    });
  });
}

/** Reads all events and checks on the way that nothing follows `finished`. */
async function collect(
  stream: AsyncIterable<GenerateEvent>,
  events: GenerateEvent[] = [],
  onEvent?: () => void,
): Promise<GenerateEvent[]> {
  for await (const event of stream) {
    expect(events.at(-1)?.kind, 'nothing may follow "finished"').not.toBe('finished');
    events.push(event);
    onEvent?.();
  }
  return events;
}

const textOf = (events: readonly GenerateEvent[]): string =>
  events
    .filter((event): event is Text => event.kind === 'text')
    .map(event => event.text)
    .join('');

function finishedOf(events: readonly GenerateEvent[] | undefined): Finished {
  const last = events?.at(-1);
  if (last?.kind !== 'finished') throw new Error(`the last event is ${last?.kind ?? 'missing'}`);
  return last;
}

async function settle<T>(promise: Promise<T>): Promise<{ value?: T; error?: unknown }> {
  try {
    return { value: await promise };
  } catch (error) {
    return { error };
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof JarvisError ? error.code : String(error);

/** Waits until the engine computes nothing more; a hang shows as a test that runs out of time. */
async function engineRests({ generating }: LanguageModelSubject): Promise<void> {
  await expect.poll(generating, { timeout: 5000, interval: 10 }).toBe(0);
}
