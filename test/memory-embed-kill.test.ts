/** A program that is killed at any moment of a change of the embedding model goes on where it ended, and recall answers all the while. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { createStoreFixture } from '../src-main/adapters/store/store-fixture.ts';

/** `JARVIS_KILLS` asks for more of them. */
const kills = Number(process.env.JARVIS_KILLS ?? 12);
const episodes = 400;

const at = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
/** Each life changes to a model of another length; the second line says that the work has begun. */
const program = `
  const { openStore } = await import(${at('../src-main/adapters/store/open-store.ts')});
  const { embedAnew } = await import(${at('../src-main/ports/embed-episodes.ts')});
  const clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now(), zone: () => 'UTC', after: () => () => undefined };
  const [path, key, backupsDir, run] = process.argv.slice(1);
  const { episodic } = openStore({ path, key: Buffer.from(key, 'hex'), backupsDir, clock });
  const affect = { valence: 0, arousal: 0, dominance: 0, emotion: 'neutral' };
  const embedderOf = (model, dimensions) => ({ model, dimensions, close: async () => undefined,
    embed: async texts => texts.map(text => Float32Array.from({ length: dimensions }, (_, j) => 1 + ((text.length + j) % 7))) });
  if ((await episodic.count()) === 0) {
    const vectors = { model: 'm-first', whole: new Float32Array(8).fill(1), parts: [] };
    await episodic.addAll(Array.from({ length: ${episodes} }, (_, index) => ({ vectors, episode: {
      id: 'e' + index, place: { conversationId: 'c' }, provenance: 'user', speaker: 'user', atMs: index, language: 'fr',
      text: 'Phrase ' + index + ' de ce jour. Et une autre.', affect, salience: 0, entities: [] } })));
  }
  const pace = () => new Promise(resolve => setTimeout(resolve, 2));
  console.log('begin');
  for (let number = 0; ; number += 1) {
    const dimensions = 16 + 8 * ((Number(run) + number) % 4);
    const made = await embedAnew(episodic, embedderOf('m-' + dimensions, dimensions), { signal: new AbortController().signal, pace });
    console.log('made ' + made);
  }`;

test(
  `${kills} kills at random moments: each sentence has its vectors of one model at least, and none twice`,
  async () => {
    const fixture = createStoreFixture();
    const { path, key, backupsDir } = fixture.options;
    const halfway = { count: 0 };
    try {
      for (let run = 0; run < kills; run += 1) {
        await runAndKill([path, Buffer.from(key).toString('hex'), backupsDir, String(run)]);
        await requireSound(fixture, halfway);
      }
      console.log(`${kills} kills, ${halfway.count} of them between two models`);
      expect(halfway.count).toBeGreaterThan(0);
    } finally {
      fixture.remove();
    }
  },
  kills * 8000,
);

async function requireSound(
  fixture: ReturnType<typeof createStoreFixture>,
  halfway: { count: number },
): Promise<void> {
  const { memory, episodic, close } = fixture.open();
  expect(await memory.verify()).toEqual([]);
  expect(await episodic.count()).toBe(episodes);
  const keys = (await episodic.page(0, episodes)).map(one => one.key);
  const models = await episodic.models();
  const found = new Set<number>();
  for (const { model, dimensions, episodes: told } of models) {
    const vectors = await episodic.vectors(keys, model);
    const own = keys.filter((_, index) => vectors[index] !== undefined);
    expect(own, model).toHaveLength(told);
    expect(await episodic.withoutVectors(model, episodes)).toHaveLength(episodes - told);
    const near = await episodic.findByMeaning(new Float32Array(dimensions).fill(1), model, 2 * episodes);
    expect(near.map(one => one.key).sort(), model).toEqual([...own].sort());
    for (const one of own) found.add(one);
  }
  expect(found.size).toBe(episodes);
  // One that is whole answers until the next one is.
  expect(models.some(one => one.episodes === episodes)).toBe(true);
  if (models.length > 1) halfway.count += 1;
  close();
}

async function runAndKill(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const reader = createInterface({ input: child.stdout });
  await once(reader, 'line');
  setTimeout(() => child.kill('SIGKILL'), Math.random() * 150);
  await once(reader, 'close');
}
