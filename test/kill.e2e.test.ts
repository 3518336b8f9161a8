/** The program is killed at random moments of a conversation: every accepted message is found again, none twice. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../src-main/domain/conversation.ts';
import { newId } from '../src-main/domain/id.ts';
import type { Client } from '../src-preload/connect.ts';
import { clientOf } from './core-client.ts';
import { ScriptedServer } from './fixtures/model-servers/scripted-server.ts';
import { type JarvisProgram, newDataDir, removeDataDir, startJarvis } from './jarvis-program.ts';

const kills = 200;
const conversationId = newId();
/** Turns end while others wait, so that a kill meets every state of a turn. */
const answer = { text: 'Once upon a time there was a little girl who liked to count.', tokensPerSecond: 400 };

let dataDir: string;
let model: ScriptedServer;
const accepted: { readonly turnId: string; readonly text: string }[] = [];
const attempted = new Set<string>();

beforeAll(async () => {
  dataDir = await newDataDir();
  model = await ScriptedServer.start({ protocol: 'ollama', answer: () => answer });
});
afterAll(async () => {
  await model.close();
  await removeDataDir(dataDir);
});

const start = (): Promise<JarvisProgram> => startJarvis({ dataDir, env: { OLLAMA_HOST: model.address } });
const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

/** The same in every run, so that a failure can be looked at again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Asks one turn after the other, until the client is closed. */
async function talk(client: Client, random: () => number): Promise<void> {
  for (;;) {
    const sent = { turnId: newId(), text: `Message ${attempted.size}: tell me a story about a lamp.` };
    attempted.add(sent.turnId);
    await client.call('turn.ask', { ...sent, conversationId, origin: 'typed' });
    accepted.push(sent);
    await pause(random() * 30);
  }
}

/** One life of the program, ended by SIGKILL within half a second of talk. */
async function liveAndDie(random: () => number): Promise<void> {
  const jarvis = await start();
  const client = await clientOf(dataDir);
  const talking = talk(client, random);
  const ended = expect(talking).rejects.toThrow('wire.closed');
  await pause(random() * 500);
  await jarvis.kill();
  client.close();
  await ended;
}

async function readAll(client: Client): Promise<Message[]> {
  const found: Message[] = [];
  for (let beforeId: string | undefined; ; ) {
    const page = { id: conversationId, limit: 500, ...(beforeId !== undefined && { beforeId }) };
    const { messages, hasEarlier } = await client.call('conversation.open', page);
    found.unshift(...messages);
    if (!hasEarlier) return found;
    beforeId = messages[0]?.id;
  }
}

test(
  `${kills} kills`,
  async () => {
    const random = randomFrom(20_261_121);
    for (let kill = 0; kill < kills; kill++) await liveAndDie(random);
    const jarvis = await start();
    const client = await clientOf(dataDir);
    const found = await readAll(client);
    const checks = await client.call('doctor.run', {});
    client.close();
    await jarvis.stop();

    const users = found.filter(message => message.role === 'user');
    const textOf = new Map(users.map(message => [message.turnId, message.text]));
    const lost = accepted.filter(({ turnId, text }) => textOf.get(turnId) !== text);
    const twice = users.length - textOf.size;
    console.log(`${kills} kills, ${accepted.length} messages accepted: ${lost.length} lost, ${twice} twice`);
    expect(lost).toEqual([]);
    expect(twice).toBe(0);
    expect(users.filter(message => !attempted.has(message.turnId))).toEqual([]);
    expect(found.filter(message => message.status === 'streaming')).toEqual([]);
    expect(found.some(message => message.status === 'interrupted')).toBe(true);
    expect(checks.checks.find(check => check.part === 'store')?.state).toBe('fine');
    expect(accepted.length).toBeGreaterThan(kills);
  },
  15 * 60_000,
);
