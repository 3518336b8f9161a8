/** Back ends that come, go, and fail; which model is asked; and what a window is told about it. */
import { expect, test } from 'vitest';
import { ManualClock } from '../../test/fixtures/manual-clock.ts';
import { JarvisError } from '../domain/errors.ts';
import type { ModelChoice, ModelInfo, ModelsSnapshot } from '../domain/model.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import { ModelDirectory, type ModelDirectoryOptions } from './model-directory.ts';

const giga = 1e9;

class FakeBackend implements LanguageModel {
  readonly backendId: string;
  readonly kind: LanguageModel['kind'];
  readonly label: string;
  readonly address: string;
  models: readonly ModelInfo[];
  failure: JarvisError | undefined;
  hangs = false;
  looks = 0;
  closed = false;

  constructor(id: string, models: readonly ModelInfo[] = [], kind: LanguageModel['kind'] = 'ollama') {
    this.backendId = id;
    this.kind = kind;
    this.label = `Server ${id}`;
    this.address = kind === 'ollama' ? 'http://127.0.0.1:11434' : 'http://192.0.2.7:8080/v1';
    this.models = models;
  }

  async listModels(signal: AbortSignal): Promise<readonly ModelInfo[]> {
    this.looks++;
    if (this.hangs) {
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    }
    if (this.failure !== undefined) throw this.failure;
    return this.models;
  }

  describeModel = async (name: string): Promise<ModelInfo> => ({ name, capabilities: [] });
  async *generate(): AsyncGenerator<never> {}
  async close(): Promise<void> {
    this.closed = true;
  }
}

const chat = (name: string, parameterCount?: number, sizeBytes?: number): ModelInfo => ({
  name,
  capabilities: ['chat'],
  ...(parameterCount !== undefined && { parameterCount }),
  ...(sizeBytes !== undefined && { sizeBytes }),
});
const gone = () => new JarvisError('model.unreachable', { backend: 'Ollama' });

function open(backends: readonly LanguageModel[], options: Partial<ModelDirectoryOptions> = {}) {
  const clock = new ManualClock();
  const directory = new ModelDirectory({ clock, freeMemoryBytes: () => 8 * giga, ...options });
  for (const backend of backends) directory.addBackend(backend);
  const told: ModelsSnapshot[] = [];
  directory.onChange(snapshot => told.push(snapshot));
  return { clock, directory, told };
}

const active = (directory: ModelDirectory): ModelChoice | undefined => directory.snapshot().active;

test('starting asks nobody to wait; until an answer is there a back end is searched', async () => {
  const backend = new FakeBackend('ollama', [chat('small:latest')]);
  const { clock, directory } = open([backend]);
  directory.start();
  expect(directory.snapshot().backends[0]).toMatchObject({ id: 'ollama', state: 'searching', models: [] });
  expect(directory.pick()).toBeUndefined();
  await clock.advance(0);
  expect(directory.snapshot().backends[0]).toMatchObject({ state: 'ready' });
  expect(active(directory)).toEqual({ backendId: 'ollama', model: 'small:latest' });
  directory.stop();
  expect(clock.pending).toBe(0);
});

test('a server that starts later is found within six seconds, one that stops is noticed', async () => {
  const backend = new FakeBackend('ollama', [chat('small')]);
  backend.failure = gone();
  const { clock, directory, told } = open([backend]);
  directory.start();
  await clock.advance(60_000);
  expect(directory.snapshot().backends[0]).toMatchObject({ state: 'absent', errorCode: 'model.unreachable' });
  expect(told).toHaveLength(1);
  backend.failure = undefined;
  await clock.advance(6000);
  expect(active(directory)?.model).toBe('small');
  expect(told.at(-1)?.active?.model).toBe('small');
  backend.failure = gone();
  await clock.advance(6000);
  expect(active(directory)).toBeUndefined();
  expect(told.at(-1)?.backends[0]?.state).toBe('absent');
});

test('a server at rest is looked at every thirty seconds only', async () => {
  const backend = new FakeBackend('ollama', [chat('small')]);
  const { clock, directory } = open([backend]);
  directory.start();
  await clock.advance(120_000);
  const before = backend.looks;
  await clock.advance(300_000);
  expect(backend.looks - before).toBe(10);
});

test('asking for a candidate has a stale picture checked in the background', async () => {
  const backend = new FakeBackend('ollama', [chat('small')]);
  const { clock, directory } = open([backend]);
  directory.start();
  await clock.advance(100_000);
  backend.failure = gone();
  await clock.advance(4000);
  const before = backend.looks;
  expect(directory.candidates()).toHaveLength(1);
  await clock.advance(0);
  expect(backend.looks).toBe(before + 1);
  expect(directory.candidates()).toEqual([]);
});

test('a server that hangs is broken after ten seconds and does not hold the others', async () => {
  const hung = new FakeBackend('hung');
  hung.hangs = true;
  const { clock, directory } = open([hung, new FakeBackend('well', [chat('small')])]);
  directory.start();
  await clock.advance(0);
  expect(active(directory)).toEqual({ backendId: 'well', model: 'small' });
  const look = directory.refresh();
  await clock.advance(10_000);
  expect((await look).backends[0]).toMatchObject({ state: 'broken', errorCode: 'model.stalled' });
});

test('a server with faults is broken, with the code of the fault', async () => {
  const backend = new FakeBackend('paid', [], 'openai-compatible');
  backend.failure = new JarvisError('model.unauthorized', { backend: 'Paid' });
  const { directory } = open([backend]);
  const { backends } = await directory.refresh();
  expect(backends[0]).toMatchObject({ state: 'broken', errorCode: 'model.unauthorized' });
});

test('without a choice: the largest that fits the memory, never one for embeddings', async () => {
  const embedding: ModelInfo = { name: 'minilm', capabilities: ['embedding'], parameterCount: 9e12 };
  const models = [
    embedding,
    { ...chat('broken', 9e12), capabilities: [] },
    chat('small', 1e9, 1 * giga),
    chat('medium', 8e9, 5 * giga),
    chat('large', 70e9, 40 * giga),
  ];
  const picked = async (offered: readonly ModelInfo[], freeBytes: number): Promise<string | undefined> => {
    const { directory } = open([new FakeBackend('ollama', offered)], { freeMemoryBytes: () => freeBytes });
    return (await directory.refresh()).active?.model;
  };
  expect(await picked(models, 8 * giga)).toBe('medium');
  // 5 GB of weights need a fifth more.
  expect(await picked(models, 5.9 * giga)).toBe('small');
  expect(await picked(models, 0)).toBe('small');
  expect(await picked([embedding], 8 * giga)).toBeUndefined();
});

test('a model stays the one that is asked while it takes the memory itself', async () => {
  let free = 8 * giga;
  const backend = new FakeBackend('ollama', [chat('small', 1e9, giga), chat('medium', 8e9, 5 * giga)]);
  const { directory } = open([backend], { freeMemoryBytes: () => free });
  await directory.refresh();
  free = 2 * giga;
  await directory.refresh();
  expect(active(directory)?.model).toBe('medium');
  backend.models = [...backend.models, chat('tiny', 1e8, 1e8)];
  await directory.refresh();
  expect(active(directory)?.model).toBe('medium');
});

test('the choice of the user goes first when it can be reached, and is remembered when it cannot', async () => {
  const ollama = new FakeBackend('ollama', [chat('a:latest', 8e9), chat('b:latest', 1e9)]);
  const paid = new FakeBackend('paid', [chat('gpt')], 'openai-compatible');
  const kept: ModelChoice[] = [];
  const { directory } = open([ollama, paid], { onChosen: choice => kept.push(choice) });
  await directory.refresh();
  directory.choose({ backendId: 'ollama', model: 'b' });
  const chosen = { backendId: 'ollama', model: 'b:latest' };
  expect(kept).toEqual([chosen]);
  expect(directory.snapshot()).toMatchObject({ active: chosen, chosen });
  ollama.failure = gone();
  await directory.refresh();
  expect(directory.snapshot()).toMatchObject({ active: { backendId: 'paid', model: 'gpt' }, chosen });
  ollama.failure = undefined;
  await directory.refresh();
  expect(active(directory)).toEqual(chosen);
});

test('a choice from an earlier run counts as soon as its back end is found', async () => {
  const chosen = { backendId: 'ollama', model: 'b' };
  const backend = new FakeBackend('ollama', [chat('a', 8e9), chat('b', 1e9)]);
  const { directory } = open([backend], { chosen });
  expect(directory.snapshot()).toMatchObject({ chosen });
  expect(active(directory)).toBeUndefined();
  await directory.refresh();
  expect(active(directory)).toEqual(chosen);
});

test('what is not there cannot be chosen', async () => {
  const embedding: ModelInfo = { name: 'minilm', capabilities: ['embedding'] };
  const { directory } = open([new FakeBackend('ollama', [chat('a'), embedding])]);
  await directory.refresh();
  const choosing = (backendId: string, model: string) => () => directory.choose({ backendId, model });
  expect(choosing('ollama', 'nope')).toThrow('model.not-found');
  expect(choosing('ollama', 'minilm')).toThrow('model.not-found');
  expect(choosing('nobody', 'a')).toThrow('input.not-found');
  expect(directory.snapshot().chosen).toBeUndefined();
});

test('candidates come in the order of preference, one for each back end, the choice first', async () => {
  const backends = [
    new FakeBackend('one', [chat('m1', 8e9), chat('m2', 1e9)]),
    new FakeBackend('two', [chat('m3')]),
    new FakeBackend('three', [chat('m4')]),
    new FakeBackend('empty'),
  ];
  const { directory } = open(backends, { order: ['three'] });
  await directory.refresh();
  const names = () => directory.candidates().map(({ model }) => model);
  expect(names()).toEqual(['m4', 'm1', 'm3']);
  directory.setOrder(['two', 'one', 'unknown']);
  expect(names()).toEqual(['m3', 'm1', 'm4']);
  expect(directory.snapshot().backends.map(({ id }) => id)).toEqual(['two', 'one', 'three', 'empty']);
  directory.choose({ backendId: 'one', model: 'm2' });
  expect(names()).toEqual(['m2', 'm3', 'm4']);
});

test('the window of a model is the same each time, and no larger than the bound', async () => {
  const backend = new FakeBackend('ollama', [
    { ...chat('big', 2), contextTokens: 131_072 },
    chat('unknown', 1),
  ]);
  const { directory } = open([backend]);
  await directory.refresh();
  expect(directory.pick()?.contextTokens).toBe(8192);
  directory.choose({ backendId: 'ollama', model: 'unknown' });
  expect(directory.pick()?.contextTokens).toBe(4096);
  expect(directory.candidates()[0]?.contextTokens).toBe(4096);
});

test('back ends can be added, replaced and removed while it runs', async () => {
  const { clock, directory, told } = open([]);
  directory.start();
  const first = new FakeBackend('s', [chat('a')]);
  directory.addBackend(first);
  await clock.advance(0);
  expect(told.map(({ backends }) => backends[0]?.state)).toEqual(['searching', 'ready']);
  const second = new FakeBackend('s', [chat('b')]);
  directory.addBackend(second);
  await clock.advance(0);
  expect(first.closed).toBe(true);
  expect(active(directory)?.model).toBe('b');
  await directory.removeBackend('s');
  expect(second.closed).toBe(true);
  expect(directory.snapshot()).toEqual({ backends: [] });
  expect(clock.pending).toBe(0);
  await expect(directory.removeBackend('s')).rejects.toThrow('input.not-found');
});

test('a listener is told only what changed, and no more after it left', async () => {
  const backend = new FakeBackend('ollama', [chat('a')]);
  const { clock, directory } = open([backend]);
  let count = 0;
  const leave = directory.onChange(() => count++);
  directory.start();
  await clock.advance(200_000);
  expect(count).toBe(1);
  leave();
  backend.models = [];
  await clock.advance(60_000);
  expect(count).toBe(1);
});

test('the first look is over when every back end has answered or had its time', async () => {
  const hung = new FakeBackend('hung');
  hung.hangs = true;
  const { clock, directory } = open([hung, new FakeBackend('well', [chat('a')])]);
  directory.start();
  let over = false;
  const look = directory.firstLook().then(() => {
    over = true;
  });
  await clock.advance(9999);
  expect(over).toBe(false);
  await clock.advance(1);
  await look;
  expect(directory.snapshot().backends.map(({ state }) => state)).toEqual(['broken', 'ready']);
});

test('closing closes every back end', async () => {
  const backend = new FakeBackend('ollama', [chat('a')]);
  const { clock, directory } = open([backend]);
  directory.start();
  await clock.advance(0);
  await directory.close();
  expect(backend.closed).toBe(true);
  expect(clock.pending).toBe(0);
});
