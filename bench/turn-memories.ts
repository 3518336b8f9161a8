/** What recall adds to the first token with thousands of memories: the same program asked with it and without, in turn. */
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../src-main/domain/id.ts';
import type { Client } from '../src-preload/connect.ts';
import { newDataDir } from '../test/jarvis-program.ts';
import type { Row } from './bench.ts';
import { fillMemories } from './memories.ts';
import { startModelServer } from './model-stream.ts';
import { startCore } from './running-core.ts';
import { atMost, median, p95 } from './statistics.ts';

const memories = 10_000;
const rounds = 80;
const warmUp = 15;
const typingMs = 30;
const modelThinksMs = 15;
/** Memory is loaded after the start. */
const loadingMs = 4000;
/** What is asked about; the number makes each question a new one, for the same words again are not searched for twice. */
const subjects = ['my sister Anna', 'the garden', 'storms at sea', 'last summer', 'the old piano', 'bread'];

export async function firstTokensWithMemories(): Promise<readonly Row[]> {
  const server = await startModelServer({ tokens: 5, firstTokenDelayMs: modelThinksMs });
  const env = { OLLAMA_HOST: server.address.replace('http://', '') };
  const dataDir = await newDataDir();
  const first = await startCore({ dataDir, env });
  first.client.close();
  await first.program.stop();
  await fillMemories(dataDir, memories);
  const core = await startCore({ dataDir, env });
  try {
    await core.client.call('model.list', { refresh: true });
    await pause(loadingMs);
    return await measure(core.client);
  } finally {
    await core.close();
    server.close();
  }
}

async function measure(client: Client): Promise<readonly Row[]> {
  const pairs: { with: Asked; without: Asked }[] = [];
  for (let round = -warmUp; round < rounds; round += 1) {
    const without = await askTwice(client, false, round);
    const pair = { without, with: await askTwice(client, true, round) };
    if (round >= 0) pairs.push(pair);
  }
  const rowsOf = (name: string, which: keyof Asked, target: number): readonly Row[] =>
    compared(
      `first token, ${memories} memories, ${name}`,
      pairs.map(pair => pair.with[which]),
      pairs.map(pair => pair.without[which]),
      target,
    );
  return [...rowsOf('typed', 'first', 10), ...rowsOf('recalled ahead', 'again', 1)];
}

interface Asked {
  readonly first: number;
  /** The same words once more: what was recalled for them is at hand, as when it ran while they were said. */
  readonly again: number;
}

function compared(
  what: string,
  ours: readonly number[],
  theirs: readonly number[],
  target: number,
): readonly Row[] {
  return [
    { what: `${what}: p95`, value: p95(ours), unit: 'ms', baseline: p95(theirs) },
    { what: `${what}: median added by recall`, value: median(ours) - median(theirs), unit: 'ms' },
    atMost({ what: `${what}: p95 added by recall`, value: p95(ours) - p95(theirs), unit: 'ms' }, target),
  ];
}

async function askTwice(client: Client, recall: boolean, round: number): Promise<Asked> {
  const { preferences } = await client.call('app.snapshot', {});
  await client.call('preferences.set', { ...preferences, memory: { ...preferences.memory, recall } });
  const conversationId = newId();
  const subject = subjects[Math.abs(round) % subjects.length];
  const text = `Do you think that I said anything about ${subject} in week ${round + warmUp}?`;
  const first = await timeFirst(client, conversationId, text);
  return { first, again: await timeFirst(client, conversationId, text) };
}

async function timeFirst(client: Client, conversationId: string, text: string): Promise<number> {
  const turnId = newId();
  await client.call('turn.soon', { conversationId });
  await pause(typingMs);
  const ended = Promise.withResolvers<void>();
  let firstMs: number | undefined;
  const startedMs = performance.now();
  const stop = [
    client.on('turn.delta', delta => {
      if (delta.turnId === turnId) firstMs ??= performance.now() - startedMs;
    }),
    client.on('turn.ended', end => {
      if (end.turnId === turnId) ended.resolve();
    }),
  ];
  await client.call('turn.ask', { turnId, conversationId, text, origin: 'typed' });
  await ended.promise;
  for (const off of stop) off();
  if (firstMs === undefined) throw new Error('nothing was answered');
  return firstMs;
}
