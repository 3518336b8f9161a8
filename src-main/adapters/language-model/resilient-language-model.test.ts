/** Retries before the first event only, a circuit that opens and heals, silence that ends, and a Stop that is never late. */
import { expect, test } from 'vitest';
import { ManualClock } from '../../../test/fixtures/manual-clock.ts';
import type { ErrorCode } from '../../domain/error-codes.ts';
import { isAbort, JarvisError } from '../../domain/errors.ts';
import type { GenerateEvent, LanguageModel } from '../../ports/language-model.ts';
import { type ResilienceSettings, ResilientLanguageModel } from './resilient-language-model.ts';

type Step = string | { readonly fail: ErrorCode } | { readonly silence: true };

/** A model whose n-th request follows the n-th script; the last one is repeated. */
class ScriptedModel implements LanguageModel {
  readonly backendId = 'b';
  readonly kind = 'ollama';
  readonly label = 'Server';
  readonly address = 'http://127.0.0.1';
  requests = 0;
  stopped = 0;
  scripts: readonly (readonly Step[])[];

  constructor(...scripts: (readonly Step[])[]) {
    this.scripts = scripts;
  }

  listModels = async () => [];
  describeModel = async (name: string) => ({ name, capabilities: ['chat' as const] });
  close = async () => undefined;

  async *generate(_: unknown, signal: AbortSignal): AsyncGenerator<GenerateEvent> {
    const script = this.scripts[Math.min(this.requests++, this.scripts.length - 1)] ?? [];
    try {
      for (const step of script) {
        signal.throwIfAborted();
        if (typeof step === 'string') yield { kind: 'text', text: step };
        else if ('fail' in step) throw new JarvisError(step.fail, { backend: this.label });
        else
          await new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason));
          });
      }
      yield { kind: 'finished', reason: 'stop' };
    } finally {
      this.stopped++;
    }
  }
}

const request = { model: 'm', messages: [] };

function open(model: LanguageModel, settings: Partial<ResilienceSettings> = {}) {
  const clock = new ManualClock();
  const resilient = new ResilientLanguageModel(model, clock, settings);
  const ask = async (signal = new AbortController().signal): Promise<string> => {
    let heard = '';
    try {
      for await (const event of resilient.generate(request, signal))
        heard += event.kind === 'text' ? event.text : ` [${event.kind}]`;
      return heard;
    } catch (error) {
      if (isAbort(error)) return `${heard} [aborted]`;
      return `${heard} [${error instanceof JarvisError ? error.code : String(error)}]`;
    }
  };
  return { clock, resilient, ask };
}

test('a fault before the first event is tried again after an irregular, bounded pause', async () => {
  const model = new ScriptedModel([{ fail: 'model.unreachable' }], [{ fail: 'model.busy' }], ['Hello']);
  const { clock, ask } = open(model, { firstRetryMs: 200, retryMsAtMost: 3000 });
  const answer = ask();
  await clock.advance(0);
  expect(model.requests).toBe(1);
  expect(clock.nextInMs).toBeGreaterThan(0);
  expect(clock.nextInMs).toBeLessThanOrEqual(3000);
  await clock.advance(6000);
  expect(await answer).toBe('Hello [finished]');
  expect(model.requests).toBe(3);
  expect(clock.pending).toBe(0);
});

test('pauses differ from one time to the next, so that many clients do not come back together', async () => {
  const pauses = new Set<number>();
  for (let count = 0; count < 8; count++) {
    const { clock, ask } = open(new ScriptedModel([{ fail: 'model.busy' }], ['Hello']));
    const answer = ask();
    await clock.advance(0);
    pauses.add(clock.nextInMs ?? 0);
    await clock.advance(3000);
    await answer;
  }
  expect(pauses.size).toBeGreaterThan(4);
});

test('a fault after the first event is told and never tried again: words would come twice', async () => {
  const model = new ScriptedModel(['Once', { fail: 'model.crashed' }], ['Other']);
  expect(await open(model).ask()).toBe('Once [model.crashed]');
  expect(model.requests).toBe(1);
});

test.each(['model.not-found', 'model.refused', 'model.unauthorized', 'model.context-too-small'] as const)(
  '%s is not tried again',
  async code => {
    const model = new ScriptedModel([{ fail: code }]);
    expect(await open(model).ask()).toBe(` [${code}]`);
    expect(model.requests).toBe(1);
  },
);

test('the fault is told after the last try', async () => {
  const model = new ScriptedModel([{ fail: 'model.unreachable' }]);
  const { clock, ask } = open(model, { retries: 2 });
  const answer = ask();
  await clock.advance(10_000);
  expect(await answer).toBe(' [model.unreachable]');
  expect(model.requests).toBe(3);
});

test('Stop during a pause ends it at once', async () => {
  const model = new ScriptedModel([{ fail: 'model.busy' }]);
  const { clock, ask } = open(model);
  const stopper = new AbortController();
  const answer = ask(stopper.signal);
  await clock.advance(0);
  stopper.abort();
  expect(await answer).toBe(' [aborted]');
  expect(model.requests).toBe(1);
  expect(clock.pending).toBe(0);
});

test('silence before the first event has a long limit, between events a short one', async () => {
  const patient = open(new ScriptedModel([{ silence: true }]), { retries: 0 });
  const first = patient.ask();
  await patient.clock.advance(299_999);
  expect(patient.clock.pending).toBe(1);
  await patient.clock.advance(1);
  expect(await first).toBe(' [model.stalled]');

  const model = new ScriptedModel(['One', 'Two', { silence: true }]);
  const { clock, ask } = open(model);
  const second = ask();
  await clock.advance(30_000);
  expect(await second).toBe('OneTwo [model.stalled]');
  expect(model.stopped).toBe(1);
  expect(clock.pending).toBe(0);
});

test('a stall is not tried again: the user has waited long enough', async () => {
  const model = new ScriptedModel([{ silence: true }]);
  const { clock, ask } = open(model, { retries: 3 });
  const answer = ask();
  await clock.advance(300_000);
  expect(await answer).toBe(' [model.stalled]');
  expect(model.requests).toBe(1);
});

test('a reader that takes its time is no stall', async () => {
  const { clock, resilient } = open(new ScriptedModel(['One', 'Two']), { betweenEventsMs: 1000 });
  let heard = '';
  for await (const event of resilient.generate(request, new AbortController().signal)) {
    await clock.advance(5000);
    if (event.kind === 'text') heard += event.text;
  }
  expect(heard).toBe('OneTwo');
});

test('an engine that does not even react to an abort cannot hold the user', async () => {
  const model = new ScriptedModel(['Hello']);
  model.generate = async function* () {
    await new Promise(() => undefined);
  };
  const { clock, ask } = open(model, { retries: 0, firstEventMs: 1000 });
  const stopper = new AbortController();
  const stopped = ask(stopper.signal);
  stopper.abort();
  expect(await stopped).toBe(' [aborted]');
  const stalled = ask();
  await clock.advance(1000);
  expect(await stalled).toBe(' [model.stalled]');
});

test('after failures in a row the model is left alone, then one request tries and heals it', async () => {
  const model = new ScriptedModel([{ fail: 'model.crashed' }]);
  const circuit = { failures: 3, openMs: 10_000, openMsAtMost: 60_000 };
  const { clock, ask } = open(model, { retries: 0, circuit });
  for (let count = 0; count < 3; count++) expect(await ask()).toBe(' [model.crashed]');
  expect(await ask()).toBe(' [model.circuit-open]');
  expect(model.requests).toBe(3);
  await clock.advance(10_000);
  // The trial fails: left alone again.
  expect(await ask()).toBe(' [model.crashed]');
  expect(await ask()).toBe(' [model.circuit-open]');
  model.scripts = [['Well again']];
  await clock.advance(60_000);
  expect(await ask()).toBe('Well again [finished]');
  expect(await ask()).toBe('Well again [finished]');
});

test('a refusal says nothing about the health of the model', async () => {
  const model = new ScriptedModel([{ fail: 'model.refused' }]);
  const circuit = { failures: 1, openMs: 10_000, openMsAtMost: 60_000 };
  const { ask } = open(model, { retries: 0, circuit });
  for (let count = 0; count < 5; count++) expect(await ask()).toBe(' [model.refused]');
});

test('while one request tries, others do not; a trial that is stopped decides nothing', async () => {
  const model = new ScriptedModel([{ fail: 'model.crashed' }], [{ silence: true }]);
  const circuit = { failures: 1, openMs: 1000, openMsAtMost: 1000 };
  const { clock, ask } = open(model, { retries: 0, circuit });
  await ask();
  await clock.advance(1000);
  const stopper = new AbortController();
  const trial = ask(stopper.signal);
  await clock.advance(0);
  expect(await ask()).toBe(' [model.circuit-open]');
  stopper.abort();
  expect(await trial).toBe(' [aborted]');
  model.scripts = [['Hello']];
  expect(await ask()).toBe('Hello [finished]');
});

test('one broken model does not close the way to its neighbours', async () => {
  const model = new ScriptedModel([{ fail: 'model.crashed' }]);
  const circuit = { failures: 1, openMs: 1000, openMsAtMost: 1000 };
  const { ask, resilient } = open(model, { retries: 0, circuit });
  await ask();
  expect(await ask()).toBe(' [model.circuit-open]');
  model.scripts = [['Hello']];
  const events: GenerateEvent[] = [];
  const other = { ...request, model: 'other' };
  for await (const event of resilient.generate(other, new AbortController().signal)) events.push(event);
  expect(events).toHaveLength(2);
});

test('a back end that answers again lets the next request try at once', async () => {
  const model = new ScriptedModel([{ fail: 'model.unreachable' }], ['Hello']);
  const circuit = { failures: 1, openMs: 60_000, openMsAtMost: 60_000 };
  const { ask, resilient } = open(model, { retries: 0, circuit });
  await ask();
  expect(await ask()).toBe(' [model.circuit-open]');
  await resilient.listModels(new AbortController().signal);
  expect(await ask()).toBe('Hello [finished]');
});

test('an endless answer is ended as one that met its limit, and the engine is stopped', async () => {
  const model = new ScriptedModel(Array.from({ length: 100 }, () => 'ten chars.'));
  const { ask } = open(model, { answerCharsAtMost: 95 });
  expect(await ask()).toBe(`${'ten chars.'.repeat(10)} [finished]`);
  expect(model.stopped).toBe(1);
});
