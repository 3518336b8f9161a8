/** A process that adds, embeds anew and removes is killed at any moment: each change is there as a whole, or not at all. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import type { EpisodicMemoryStore } from '../../ports/episodic-memory-store.ts';
import { createStoreFixture } from './store-fixture.ts';

/** `JARVIS_KILLS` asks for more of them. */
const kills = Number(process.env.JARVIS_KILLS ?? 40);
/** What lies on disk is read and compared after so many. */
const killsToCheck = 8;

/** Each line tells what is on disk from now on. */
const program = `
  const { openStore } = await import(${JSON.stringify(new URL('./open-store.ts', import.meta.url).href)});
  const clock = { nowMs: () => Date.now(), monotonicMs: () => 0, zone: () => 'UTC', after: () => () => undefined };
  const [path, key, backupsDir, run] = process.argv.slice(1);
  const { episodic } = openStore({ path, key: Buffer.from(key, 'hex'), backupsDir, clock });
  const affect = { valence: 0, arousal: 0, dominance: 0, emotion: 'neutral' };
  const vectors = (model, length) => ({ model, whole: new Float32Array(length).fill(1), parts: [new Float32Array(length).fill(2)] });
  console.log('open');
  for (let number = 0; ; number += 1) {
    const id = run + '-' + number;
    const episode = { id, place: { conversationId: 'c' }, provenance: 'user', speaker: 'user', atMs: number, text: run + 'x' + number + ' said', language: 'en', affect, salience: 0, entities: ['n' + number] };
    await episodic.add(episode, vectors('one', 16));
    console.log('added ' + id);
    const waiting = await episodic.withoutVectors('two', 2);
    await episodic.setVectors(waiting.map(({ key }) => ({ key, vectors: vectors('two', 32) })));
    if (number % 3 === 2) {
      const gone = run + '-' + (number - 1);
      console.log('removing ' + gone);
      await episodic.remove([gone]);
      console.log('removed ' + gone);
    }
  }`;

test(`${kills} kills at random moments leave every change whole or undone`, async () => {
  const fixture = createStoreFixture();
  const { path, key, backupsDir } = fixture.options;
  const lines: string[] = [];
  try {
    for (let run = 0; run < kills; run += 1) {
      const args = [path, Buffer.from(key).toString('hex'), backupsDir, String(run)];
      lines.push(...(await runAndKill(args, Math.random() * 60)));
      if ((run + 1) % killsToCheck === 0) await requireSound(fixture, lines);
    }
    expect(lines.filter(line => line.startsWith('removed')).length).toBeGreaterThan(0);
  } finally {
    fixture.remove();
  }
}, 180_000);

async function requireSound(
  fixture: ReturnType<typeof createStoreFixture>,
  lines: readonly string[],
): Promise<void> {
  const { memory, episodic, close } = fixture.open();
  const records = await episodic.page(0, 1_000_000);
  const ids = new Set(records.map(({ episode }) => episode.id));
  const told = (what: string) =>
    new Set(lines.filter(line => line.startsWith(what)).map(line => line.split(' ')[1] ?? ''));
  const removing = told('removing');
  for (const id of told('added')) if (!removing.has(id)) expect(ids.has(id), `${id} was added`).toBe(true);
  for (const id of told('removed')) expect(ids.has(id), `${id} was removed`).toBe(false);
  expect(await memory.verify()).toEqual([]);
  expect(await episodic.count()).toBe(ids.size);
  for (const { episode, key } of records) {
    const word = episode.text.split(' ')[0] ?? '';
    expect(await episodic.findByAllWords([word], 9), episode.text).toContain(key);
  }
  await requireVectors(episodic, ids.size);
  close();
}

async function requireVectors(episodic: EpisodicMemoryStore, episodes: number): Promise<void> {
  const missing = (await episodic.withoutVectors('two', 1_000_000)).length;
  const models = Object.fromEntries((await episodic.models()).map(({ model, episodes: n }) => [model, n]));
  expect(models).toEqual({ one: episodes, two: episodes - missing });
  const ask = (length: number, model: string) =>
    episodic.findByMeaning(new Float32Array(length).fill(1), model, 1_000_000);
  expect(await ask(16, 'one')).toHaveLength(episodes);
  expect(await ask(32, 'two')).toHaveLength(episodes - missing);
  expect((await episodic.statistics(['said'])).frequencies.get('said')).toBe(episodes);
}

/** The lines the process had said when it was killed, `delayMs` after its first one. */
async function runAndKill(args: readonly string[], delayMs: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', line => lines.push(line));
  await once(reader, 'line');
  setTimeout(() => child.kill('SIGKILL'), delayMs);
  await once(reader, 'close');
  return lines;
}
