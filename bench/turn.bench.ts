/**
 * What Jarvis adds to a model's stream, seen by a client over its WebSocket: until the first token, and to each token at
 * 400 a second. The model server runs in a process of its own, and each token it sends is the time of its sending.
 */

import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../src-main/domain/id.ts';
import type { Client } from '../src-preload/connect.ts';
import type { EventData } from '../src-preload/contract.ts';
import type { Bench, Row } from './bench.ts';
import { type Pace, readModel, startModelServer } from './model-stream.ts';
import { startCore } from './running-core.ts';
import { sharedNowMs } from './shared-clock.ts';
import { atLeast, atMost, median, p95, p99 } from './statistics.ts';
import { firstTokensWithMemories } from './turn-memories.ts';

const firstTokenRounds = 80;
const firstTokenWarmUp = 15;
/** Between the first key press and the sending, far less than anybody takes. */
const typingMs = 30;
/**
 * How long the model server takes to its first token, from the request's arrival. 2.5 ms: the fastest of the recorded
 * exchanges with a real Ollama server, which ran a model of 260,000 parameters. 15 ms: about the fastest that a model which
 * makes sense takes to read a short prompt.
 */
const thinkingMs = [15, 2.5];
const pace: Pace = { tokens: 1200, tokensPerSecond: 400 };
const paceRounds = 6;
const paceWarmUp = 1;

const bench: Bench = {
  name: 'turn',
  baseline: 'the same stream of the same server, read directly in the same process',
  run,
};
export default bench;

async function run(): Promise<readonly Row[]> {
  return [
    ...(await firstTokensOfThinking()),
    ...(await firstTokens({ tokens: 5 }, 'model that answers at once')),
    ...(await tokensAtPace()),
    ...(await firstTokensWithMemories()),
  ];
}

async function firstTokensOfThinking(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const firstTokenDelayMs of thinkingMs) {
    const what = `model that thinks ${firstTokenDelayMs} ms`;
    rows.push(...(await firstTokens({ tokens: 5, firstTokenDelayMs }, what, 2)));
  }
  return rows;
}

/** One way to ask: calls `onText` at each piece of the answer, and resolves when it has ended. */
type Way = (onText: (text: string) => void) => Promise<void>;

interface Asking {
  /** What happens before a question is sent, and is not measured. */
  readonly ready: () => Promise<void>;
  readonly ask: Way;
}

interface Ways {
  readonly jarvis: Asking;
  readonly raw: Asking;
}

async function withBoth<T>(stream: Pace, measure: (ways: Ways) => Promise<T>): Promise<T> {
  const server = await startModelServer(stream);
  const core = await startCore({ env: { OLLAMA_HOST: server.address.replace('http://', '') } });
  try {
    await core.client.call('model.list', { refresh: true });
    return await measure({
      jarvis: askJarvis(core.client),
      raw: { ready: () => pause(typingMs), ask: onText => readModel(server.address, onText) },
    });
  } finally {
    await core.close();
    server.close();
  }
}

/** Ten questions in a conversation, then a new one: an answer grows no history of thousands. */
function askJarvis(client: Client): Asking {
  let asked = 0;
  let conversationId = newId();
  const ready = async () => {
    if (asked++ % 10 === 0) conversationId = newId();
    // As the window does at the first key press of a message.
    await client.call('turn.soon', { conversationId });
    await pause(typingMs);
  };
  const ask: Way = async onText => {
    const turnId = newId();
    const ended = Promise.withResolvers<EventData<'turn.ended'>>();
    const stop = [
      client.on('turn.delta', delta => {
        if (delta.turnId === turnId) onText(delta.text);
      }),
      client.on('turn.ended', end => {
        if (end.turnId === turnId) ended.resolve(end);
      }),
    ];
    await client.call('turn.ask', {
      turnId,
      conversationId,
      text: 'Tell me about lighthouses.',
      origin: 'typed',
    });
    const { message } = await ended.promise;
    for (const off of stop) off();
    if (message.status !== 'complete') throw new Error(`the answer is ${message.status}`);
  };
  return { ready, ask };
}

async function firstTokens(stream: Pace, what: string, target?: number): Promise<Row[]> {
  const pairs = await withBoth(stream, async ({ jarvis, raw }) => {
    const measured: { jarvis: number; raw: number }[] = [];
    for (let round = -firstTokenWarmUp; round < firstTokenRounds; round += 1) {
      const pair = { jarvis: await timeFirst(jarvis), raw: await timeFirst(raw) };
      if (round >= 0) measured.push(pair);
    }
    return measured;
  });
  const [ours, theirs] = [pairs.map(pair => pair.jarvis), pairs.map(pair => pair.raw)];
  const added = p95(ours) - p95(theirs);
  const row = { what: `first token, ${what}: p95 added`, value: added, unit: 'ms' };
  return [
    { what: `first token, ${what}: median`, value: median(ours), unit: 'ms', baseline: median(theirs) },
    { what: `first token, ${what}: p95`, value: p95(ours), unit: 'ms', baseline: p95(theirs) },
    {
      what: `first token, ${what}: median added, pair by pair`,
      value: median(pairs.map(pair => pair.jarvis - pair.raw)),
      unit: 'ms',
    },
    target === undefined ? row : atMost(row, target),
  ];
}

async function timeFirst({ ready, ask }: Asking): Promise<number> {
  await ready();
  const startedMs = performance.now();
  let firstMs: number | undefined;
  await ask(() => {
    firstMs ??= performance.now() - startedMs;
  });
  if (firstMs === undefined) throw new Error('nothing was answered');
  return firstMs;
}

async function tokensAtPace(): Promise<Row[]> {
  const rounds = await withBoth(pace, async ({ jarvis, raw }) => {
    const measured: { jarvis: Paced; raw: Paced }[] = [];
    for (let round = -paceWarmUp; round < paceRounds; round += 1) {
      const pair = { jarvis: await timeTokens(jarvis), raw: await timeTokens(raw) };
      if (round >= 0) measured.push(pair);
    }
    return measured;
  });
  const added = (quantile: (values: readonly number[]) => number): number =>
    median(rounds.map(({ jarvis, raw }) => quantile(jarvis.delaysMs) - quantile(raw.delaysMs)));
  const of = (way: 'jarvis' | 'raw', quantile: (values: readonly number[]) => number): number =>
    median(rounds.map(round => quantile(round[way].delaysMs)));
  const what = `token at ${pace.tokensPerSecond}/s`;
  const throughput = median(rounds.map(({ jarvis, raw }) => jarvis.perSecond / raw.perSecond));
  return [
    { what: `${what}: delay p99`, value: of('jarvis', p99), unit: 'ms', baseline: of('raw', p99) },
    { what: `${what}: delay added, median`, value: added(median), unit: 'ms' },
    atMost({ what: `${what}: delay added, p99`, value: added(p99), unit: 'ms' }, 2),
    atLeast({ what: `${what}: throughput against the raw stream`, value: throughput, unit: 'ratio' }, 0.98),
  ];
}

interface Paced {
  readonly delaysMs: readonly number[];
  readonly perSecond: number;
}

async function timeTokens({ ready, ask }: Asking): Promise<Paced> {
  await ready();
  const delaysMs: number[] = [];
  const startedMs = performance.now();
  await ask(text => {
    const nowMs = sharedNowMs();
    for (const sentMs of text.trim().split(' ')) delaysMs.push(nowMs - Number(sentMs));
  });
  if (delaysMs.length !== pace.tokens) throw new Error(`${delaysMs.length} tokens of ${pace.tokens} came`);
  return { delaysMs, perSecond: (pace.tokens / (performance.now() - startedMs)) * 1000 };
}
