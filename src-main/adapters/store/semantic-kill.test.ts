/** A process that is killed at any moment of a consolidation has made the whole of a night, or nothing of it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { createStoreFixture } from './store-fixture.ts';

/** `JARVIS_KILLS` asks for more of them. */
const kills = Number(process.env.JARVIS_KILLS ?? 25);
const perNight = 8;

const at = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
const program = `
  const { openStore } = await import(${at('./open-store.ts')});
  const { consolidate } = await import(${at('../../memory/consolidation/consolidate.ts')});
  const clock = { nowMs: () => 5, monotonicMs: () => performance.now(), zone: () => 'UTC', after: () => () => undefined };
  const [path, key, backupsDir, run] = process.argv.slice(1);
  const { episodic, semantic } = openStore({ path, key: Buffer.from(key, 'hex'), backupsDir, clock });
  const affect = { valence: 0, arousal: 0, dominance: 0, emotion: 'neutral' };
  const vectors = { model: 'none', whole: new Float32Array(8), parts: [] };
  const extract = ({ text }) => [
    { subject: 'user', relation: 'likes', value: text, confidence: 0.8 },
    { subject: 'user', relation: 'lives_in', value: 'ville ' + text, confidence: 0.8 },
  ];
  const signal = new AbortController().signal;
  for (let night = 0; ; night += 1) {
    const episodes = Array.from({ length: ${perNight} }, (_, index) => {
      const id = [run, night, index].join('-');
      return { id, place: { conversationId: 'c', origin: 'typed' }, provenance: 'user', speaker: 'user', atMs: Date.now(),
        text: 'phrase ' + id, language: 'fr', affect, salience: 0.5, entities: [] };
    });
    await episodic.addAll(episodes.map(episode => ({ episode, vectors })));
    await consolidate({ episodes: episodic, facts: semantic, clock, extract, signal, batchSize: ${perNight} });
    console.log(run + '-' + night);
  }`;

test(
  `${kills} kills at random moments: each night is whole, or not there`,
  async () => {
    const fixture = createStoreFixture();
    const { path, key, backupsDir } = fixture.options;
    try {
      const done: string[] = [];
      for (let run = 0; run < kills; run += 1) {
        done.push(...(await runAndKill([path, Buffer.from(key).toString('hex'), backupsDir, String(run)])));
      }
      expect(done.length).toBeGreaterThan(kills);
      const { memory, episodic, semantic } = fixture.open();
      expect(await memory.verify()).toEqual([]);
      const kept = new Map<string, Set<string>>();
      for (const { episode, isConsolidated } of await episodic.page(0, 1_000_000)) {
        if (isConsolidated) kept.set(episode.id, new Set());
      }
      const facts = await semantic.facts({ past: true, limit: 1_000_000 });
      for (const fact of facts) {
        const [source = ''] = fact.sourceEpisodeIds;
        expect(kept.has(source), `a fact of an episode that is not consolidated: ${source}`).toBe(true);
        kept.get(source)?.add(fact.relation);
      }
      for (const [id, relations] of kept) expect([...relations].sort(), id).toEqual(['likes', 'lives_in']);
      expect(
        facts.filter(({ relation, validTo }) => relation === 'lives_in' && validTo === undefined),
      ).toHaveLength(1);
      for (const night of done) expect(kept.has(`${night}-0`), night).toBe(true);
      const nights = await semantic.nights(1_000_000);
      for (const { episodes } of nights) expect(episodes % perNight).toBe(0);
    } finally {
      fixture.remove();
    }
  },
  kills * 8000,
);

/** The nights that it had said were over when it was killed, at a random moment after its first. */
async function runAndKill(args: readonly string[]): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', line => lines.push(line));
  await once(reader, 'line');
  setTimeout(() => child.kill('SIGKILL'), Math.random() * 60);
  await once(reader, 'close');
  return lines;
}
