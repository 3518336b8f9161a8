/** A process that is killed in the middle of an import of memories has brought in all of it or nothing. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openStore } from '../adapters/store/open-store.ts';
import { MemoryImporter } from '../memory/brain-import.ts';
import type { BrainPorts } from '../memory/brain-ports.ts';
import { systemClock } from './system-clock.ts';

const kills = Number(process.env.JARVIS_KILLS ?? 12);
const [episodes, facts] = [600, 60];

/** Brings in file number `run` and says so; then shows what it has until it is killed. */
const program = `
  const from = path => import(new URL(path, ${JSON.stringify(import.meta.url)}).href);
  const { openStore } = await from('../adapters/store/open-store.ts');
  const { MemoryImporter } = await from('../memory/brain-import.ts');
  const { systemClock } = await from('./system-clock.ts');
  const [path, key, backupsDir, run] = process.argv.slice(1);
  const store = openStore({ path, key: Buffer.from(key, 'hex'), backupsDir, clock: systemClock });
  const embedder = { model: 'm', dimensions: 4, close: async () => undefined,
    embed: async texts => texts.map((_, n) => Float32Array.of(1, 0, 0, n % 3).map(x => x / Math.hypot(1, n % 3))) };
  const id = (kind, n) => '01a1ffac-' + String(run).padStart(4, '0') + '-7000-800' + kind + '-' + String(n).padStart(12, '0');
  const affect = { valence: 0, arousal: 0, dominance: 0, emotion: 'neutral' };
  async function* records() {
    for (let n = 0; n < ${episodes}; n++) {
      yield { kind: 'episode', recalls: 0, isConsolidated: true, episode: { id: id(1, n), provenance: 'user', speaker: 'user',
        place: { conversationId: id(2, 0) }, atMs: n, text: 'cherry number ' + n, language: 'en', affect, salience: 0, entities: ['x'] } };
      if (n % 10 === 0) {
        const fact = { id: id(3, n), subject: 'user', relation: 'likes', value: 'cherry ' + n, language: 'en', confidence: 1,
          timesSaid: 1, firstSaidMs: 0, lastSaidMs: 0, proposedBy: 'rules', sourceEpisodeIds: [id(1, n)] };
        yield { kind: 'fact', fact, history: [{ atMs: 0, change: { kind: 'learned', fact } }] };
      }
    }
  }
  console.log('begun');
  const importer = new MemoryImporter({ ...store, embedder });
  await importer.import(records(), {});
  console.log('imported');
  setInterval(() => undefined, 1000);`;

test(`${kills} kills at random moments leave no half of an import`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-import-'));
  const key = randomBytes(32);
  const place = { path: join(folder, 'jarvis.db'), backupsDir: join(folder, 'backups') };
  let broken = 0;
  try {
    for (let run = 0; run < kills; run++) {
      const args = [place.path, key.toString('hex'), place.backupsDir, String(run)];
      const lines = await runAndKill(args, Math.random() * 700);
      const store = openStore({ ...place, key, clock: systemClock });
      if ((await store.arrivals.state()) !== 'none') broken++;
      // Only what a settlement needs: nothing is embedded or judged by it.
      await new MemoryImporter(store as unknown as BrainPorts).settle();
      const found = await store.episodic.count();
      expect(found % episodes, `after run ${run}`).toBe(0);
      expect((await store.semantic.count()).facts, `after run ${run}`).toBe((found / episodes) * facts);
      const { frequencies } = await store.episodic.statistics(['cherry']);
      expect(frequencies.get('cherry')).toBe(found);
      if (lines.includes('imported')) expect((await store.episodic.page(0, 100_000)).length).toBe(found);
      expect((await store.episodic.page(0, 100_000)).filter(({ isHidden }) => isHidden)).toEqual([]);
      store.close();
    }
    expect(broken).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 600_000);

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
