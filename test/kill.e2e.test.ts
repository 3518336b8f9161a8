/** The program is killed at random moments of a conversation: every accepted message is found again, none twice. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../src-main/domain/conversation.ts';
import { newId } from '../src-main/domain/id.ts';
import type { Client } from '../src-preload/connect.ts';
import { clientOf } from './core-client.ts';
import { ScriptedServer } from './fixtures/model-servers/scripted-server.ts';
import { type JarvisProgram, newDataDir, removeDataDir, startJarvis } from './jarvis-program.ts';

/** Two programs side by side, each with data of its own: one starts while the other talks. */
const lanes = 2;
const killsPerLane = 100;
/** Turns end while others wait, so that a kill meets every state of a turn. */
const answer = { text: 'Once upon a time there was a little girl who liked to count.', tokensPerSecond: 400 };

let model: ScriptedServer;
beforeAll(async () => {
  model = await ScriptedServer.start({ protocol: 'ollama', answer: () => answer });
});
afterAll(() => model.close());

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

/** The same in every run, so that a failure can be looked at again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** One conversation in one data folder, over many lives of the program. */
class Lane {
  readonly conversationId = newId();
  readonly accepted: { readonly turnId: string; readonly text: string }[] = [];
  readonly attempted = new Set<string>();
  private readonly dataDir: string;
  private readonly random: () => number;

  constructor(dataDir: string, random: () => number) {
    this.dataDir = dataDir;
    this.random = random;
  }

  start(): Promise<JarvisProgram> {
    return startJarvis({ dataDir: this.dataDir, env: { OLLAMA_HOST: model.address } });
  }

  client(): Promise<Client> {
    return clientOf(this.dataDir);
  }

  /**
   * One life of the program, ended by SIGKILL within half a second: of its first connection, or, every other time, of its
   * first accepted message, which a busy machine may take longer for.
   */
  async liveAndDie(): Promise<void> {
    const jarvis = await this.start();
    const client = await this.client();
    const ended = expect(this.talk(client)).rejects.toThrow('wire.closed');
    const before = this.accepted.length;
    const waits = this.random() < 0.5;
    while (waits && this.accepted.length === before) await pause(5);
    await pause(this.random() * 500);
    await jarvis.kill();
    client.close();
    await ended;
  }

  /** Asks one turn after the other, until the client is closed. */
  private async talk(client: Client): Promise<void> {
    const { conversationId } = this;
    for (;;) {
      const sent = { turnId: newId(), text: `Message ${this.attempted.size}: tell me a story about a lamp.` };
      this.attempted.add(sent.turnId);
      await client.call('turn.ask', { ...sent, conversationId, origin: 'typed' });
      this.accepted.push(sent);
      await pause(this.random() * 30);
    }
  }
}

async function readAll(client: Client, id: string): Promise<Message[]> {
  const found: Message[] = [];
  for (let beforeId: string | undefined; ; ) {
    const page = { id, limit: 500, ...(beforeId !== undefined && { beforeId }) };
    const { messages, hasEarlier } = await client.call('conversation.open', page);
    found.unshift(...messages);
    if (!hasEarlier) return found;
    beforeId = messages[0]?.id;
  }
}

/** Kills, then looks at what is left. */
async function killAndLook(seed: number) {
  const dataDir = await newDataDir();
  const lane = new Lane(dataDir, randomFrom(seed));
  for (let kill = 0; kill < killsPerLane; kill++) await lane.liveAndDie();
  const jarvis = await lane.start();
  const client = await lane.client();
  const found = await readAll(client, lane.conversationId);
  const { checks } = await client.call('doctor.run', {});
  client.close();
  await jarvis.stop();
  await removeDataDir(dataDir);
  const users = found.filter(message => message.role === 'user');
  const textOf = new Map(users.map(message => [message.turnId, message.text]));
  return {
    accepted: lane.accepted.length,
    lost: lane.accepted.filter(({ turnId, text }) => textOf.get(turnId) !== text).length,
    twice: users.length - textOf.size,
    unknown: users.filter(message => !lane.attempted.has(message.turnId)).length,
    interrupted: found.filter(message => message.status === 'interrupted').length,
    streaming: found.filter(message => message.status === 'streaming').length,
    store: checks.find(check => check.part === 'store')?.state,
  };
}

test(
  `${lanes * killsPerLane} kills`,
  async () => {
    const seeds = Array.from({ length: lanes }, (_, lane) => 20_261_121 + lane);
    for (const seen of await Promise.all(seeds.map(killAndLook))) {
      const { accepted, lost, twice, interrupted } = seen;
      console.log(
        `${killsPerLane} kills, ${accepted} messages accepted: ${lost} lost, ${twice} twice; ${interrupted} answers interrupted`,
      );
      expect(seen).toMatchObject({ lost: 0, twice: 0, unknown: 0, streaming: 0, store: 'fine' });
      expect(accepted).toBeGreaterThan(killsPerLane);
      expect(interrupted).toBeGreaterThan(0);
    }
  },
  15 * 60_000,
);
