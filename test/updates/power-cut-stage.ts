/** A program, its data and a server with a newer version, on which the power can be cut as often as one likes. */
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src-main/adapters/store/open-store.ts';
import { systemClock } from '../../src-main/host/system-clock.ts';
import { openReleaseFolder, publicPart, type ReleaseFolder } from './release-folder.ts';

export const profileId = '00000000-0000-7000-8000-000000000001';
const key = randomBytes(32);
const packageBytes = 1_500_000;

/** An executable file that is wholly one version: its last line says which, and its digest is known. */
export function programOf(version: string): Buffer {
  const program = new URL('./program.ts', import.meta.url).href;
  const text = `#!${process.execPath}
if (process.argv.includes('--self-check')) console.log('jarvis ${version}');
else import(${JSON.stringify(program)}).then(({ run }) => run(${JSON.stringify(version)}));
//`;
  return Buffer.from(
    text +
      createHash('sha256')
        .update(version)
        .digest('hex')
        .repeat(packageBytes / 64),
  );
}

export interface Ended {
  /** Lines that it said. */
  readonly said: readonly string[];
  readonly isKilled: boolean;
  readonly complaint: string;
}

export interface Stage {
  /** A folder as the named template left it; what happens there is nobody else's concern. */
  copy(template: string): Desk;
  /** Keeps what is on a desk under a name. */
  keep(desk: Desk, template: string): void;
  readonly release: ReleaseFolder;
  close(): Promise<void>;
}

export interface Desk {
  readonly folder: string;
  /** What the program needs to be told. */
  readonly env: NodeJS.ProcessEnv;
  /** Starts the program that lies there now. `cut`: at which moment it is killed. */
  start(
    args?: readonly string[],
    cut?: { readonly atMoment?: number; readonly afterMs?: number },
  ): Promise<Ended>;
  /** Its version, when the file is wholly that; undefined for anything else. */
  version(): string | undefined;
  remove(): void;
}

const versions = ['1.0.0', '2.0.0', '3.0.0'];
const rightBytes = new Map(versions.map(version => [version, programOf(version)]));

/** `announced`: what the server has. */
export async function openStage(announced: string): Promise<Stage> {
  const root = mkdtempSync(join(tmpdir(), 'jarvis-power-cut-'));
  const release = await openReleaseFolder(rightBytes.get(announced));
  const nowMs = Date.now();
  release.announce({ version: announced, issuedMs: nowMs - 60_000, expiresMs: nowMs + 86_400_000 });
  let desks = 0;
  const first = join(root, 'first');
  await furnish(first);
  return {
    release,
    copy: template => {
      desks += 1;
      const folder = join(root, `desk-${desks}`);
      cpSync(join(root, template), folder, { recursive: true });
      return createDesk(folder, release, join(root, 'compiled'));
    },
    keep: (desk, template) => cpSync(desk.folder, join(root, template), { recursive: true }),
    close: async () => {
      await release.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Version 1.0.0 and a database with words that are known. */
async function furnish(folder: string): Promise<void> {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  writeFileSync(join(folder, 'bin', 'Jarvis.AppImage'), rightBytes.get('1.0.0') ?? '');
  chmodSync(join(folder, 'bin', 'Jarvis.AppImage'), 0o755);
  const profile = join(folder, 'data', 'profiles', profileId);
  const path = join(profile, 'jarvis.db');
  const store = openStore({ path, key, backupsDir: join(profile, 'backups'), clock: systemClock });
  for (let at = 0; at < 100; at += 1) {
    const question = {
      id: `q${at}`,
      turnId: `t${at}`,
      conversationId: `c${at % 5}`,
      parent: 'head' as const,
    };
    await store.memory.appendUserMessage({
      ...question,
      text: `question ${at}`,
      origin: 'typed',
      createdAtMs: at,
    });
    await store.memory.beginAnswer({ id: `a${at}`, turnId: `t${at}`, parentId: `q${at}`, createdAtMs: at });
    await store.memory.finishAnswer(`a${at}`, { text: `answer ${at}`, status: 'complete' });
  }
  store.close();
  writeFileSync(join(folder, 'data', 'settings.json'), '{ "logLevel": "warn" }\n');
}

/** `compiled`: where Node keeps what it made of the sources, so that a start takes less of a second. */
function createDesk(folder: string, release: ReleaseFolder, compiled: string): Desk {
  const program = join(folder, 'bin', 'Jarvis.AppImage');
  const env = {
    ...process.env,
    NODE_COMPILE_CACHE: compiled,
    JARVIS_DATA_DIR: join(folder, 'data'),
    TEST_KEY: key.toString('hex'),
    TEST_ADDRESS: release.server.url,
    TEST_TRUST: JSON.stringify([publicPart(release.key)]),
  };
  return {
    ...{ folder, env },
    start: (args = [], cut = {}) =>
      new Promise((resolve, reject) => {
        const killAt = cut.atMoment === undefined ? {} : { KILL_AT: String(cut.atMoment) };
        const child = spawn(program, [...args], { env: { ...env, ...killAt } });
        let [out, complaint] = ['', ''];
        child.stdout.on('data', piece => {
          out += piece;
        });
        child.stderr.on('data', piece => {
          complaint += piece;
        });
        const timer =
          cut.afterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), cut.afterMs);
        child.on('error', reject);
        child.on('close', (_status, signal) => {
          clearTimeout(timer);
          const said = out.split('\n').filter(line => line !== '');
          resolve({ said, isKilled: signal === 'SIGKILL', complaint });
        });
      }),
    version: () => {
      const found = readFileSync(program);
      return versions.find(version => rightBytes.get(version)?.equals(found));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
