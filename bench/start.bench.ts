/**
 * How soon the core is ready: from the start of the built web host's process, on a data folder in use, until the first
 * `turn.ask` over its WebSocket is answered, which it is only once the words are on disk. Both sides are started in
 * turn, so that whatever else the machine does meets both, with the compile cache that `npm start` gives the program.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../src-main/domain/id.ts';
import { clientOf } from '../test/core-client.ts';
import { newDataDir, removeDataDir, repository, startJarvis } from '../test/jarvis-program.ts';
import type { Bench, Row } from './bench.ts';
import { atMost, median, p95 } from './statistics.ts';

const rounds = 30;
/** They also fill the compile cache and the system's file cache. */
const warmUpRounds = 4;
const env = { NODE_COMPILE_CACHE: join(repository, 'dist', '.compile-cache') };

/** What any program on this database has to do: load the same library, give the key, read the first page. */
const openDatabase = `
  const Database = require('better-sqlite3-multiple-ciphers');
  const database = new Database(process.argv[1], { fileMustExist: true });
  database.pragma("cipher = 'chacha20'");
  database.pragma('key = "raw:' + process.argv[2] + '"');
  database.pragma('journal_mode = WAL');
  database.prepare('SELECT count(*) FROM message').get();`;

const bench: Bench = {
  name: 'start',
  baseline: '`node -e` with a script that opens the same database, from start to exit',
  run,
};
export default bench;

async function run(): Promise<readonly Row[]> {
  const dataDir = await newDataDir();
  try {
    await timeCore(dataDir);
    const script = [openDatabase, ...databaseOf(dataDir)];
    const measured = { core: [] as number[], opening: [] as number[], node: [] as number[] };
    for (let round = -warmUpRounds; round < rounds; round += 1) {
      const [core, opening, node] = [await timeCore(dataDir), await timeNode(script), await timeNode(['0'])];
      if (round < 0) continue;
      measured.core.push(core);
      measured.opening.push(opening);
      measured.node.push(node);
    }
    return rows(measured);
  } finally {
    await removeDataDir(dataDir);
  }
}

function rows({ core, opening, node }: { core: number[]; opening: number[]; node: number[] }): Row[] {
  const ratios = core.map((ms, round) => ms / (opening[round] ?? Number.NaN));
  return [
    { what: 'first command accepted, median', value: median(core), unit: 'ms', baseline: median(opening) },
    { what: 'first command accepted, p95', value: p95(core), unit: 'ms', baseline: p95(opening) },
    { what: 'fastest start', value: Math.min(...core), unit: 'ms', baseline: Math.min(...opening) },
    atMost({ what: 'ratio of two starts in turn, median', value: median(ratios), unit: 'ratio' }, 1.5),
    { what: '`node -e 0`, median', value: median(node), unit: 'ms' },
  ];
}

async function timeCore(dataDir: string): Promise<number> {
  const startedMs = performance.now();
  const program = await startJarvis({ dataDir, env });
  const client = await clientOf(dataDir);
  await client.call('turn.ask', {
    turnId: newId(),
    conversationId: newId(),
    text: 'what time is it?',
    origin: 'command-line',
  });
  const acceptedMs = performance.now();
  client.close();
  await program.stop();
  return acceptedMs - startedMs;
}

async function timeNode(script: readonly string[]): Promise<number> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, ['-e', ...script], { cwd: repository, stdio: 'inherit' });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`the baseline ended with ${status}`);
  return performance.now() - startedMs;
}

/** Path and key of the profile's database; the file store of secrets is used in a bench. */
function databaseOf(dataDir: string): [path: string, keyHex: string] {
  const [path] = globSync(join(dataDir, 'profiles', '*', 'jarvis.db'));
  const { secrets } = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8'));
  const key = Object.values(secrets)[0];
  if (path === undefined || typeof key !== 'string') throw new Error(`no database in ${dataDir}`);
  return [path, Buffer.from(key, 'base64').toString('hex')];
}
