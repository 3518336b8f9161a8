/** The disk runs full while a new version is brought, and while it is put in place: on real file systems that are too small. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, openStage, type Stage } from './power-cut-stage.ts';

/** A file system of one's own, without rights over the machine. */
const mayMount =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
if (!mayMount)
  console.warn('NOT SHOWN: a full disk under an update, for this machine lets nobody mount one.');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage('2.0.0');
}, 120_000);
afterAll(() => stage.close());

/** Where a small file system lies while the program updates itself; afterwards the program is started once more there. */
async function updateOn(desk: Desk, at: 'data/updates' | 'bin', kilobytes: number): Promise<string> {
  const where = join(desk.folder, at);
  mkdirSync(where, { recursive: true });
  const script = `
    mkdir "$0/aside" && cp -a "$1/." "$0/aside" && mount -t tmpfs -o size=${kilobytes}k,mode=700 tmpfs "$1" &&
    cp -a "$0/aside/." "$1" && { "$0/bin/Jarvis.AppImage" --update 2>&1; df "$1" | tail -1; "$0/bin/Jarvis.AppImage"; ls -A "$0/bin"; }`;
  const child = spawn('unshare', ['-rm', 'sh', '-c', script, desk.folder, where], { env: desk.env });
  let said = '';
  child.stdout.on('data', piece => {
    said += piece;
  });
  await new Promise(resolve => child.on('close', resolve));
  return said;
}

it.runIf(mayMount)(
  'while it is downloaded: the old program works on, and says why',
  async () => {
    const desk = stage.copy('first');
    const said = await updateOn(desk, 'data/updates', 500);
    expect(said).toContain('store.disk-full');
    expect(said.match(/ready 1\.0\.0/g)).toHaveLength(2);
    expect(desk.version()).toBe('1.0.0');
    // With room again it goes on.
    expect((await desk.start(['--update'])).said).toContain('installed');
  },
  120_000,
);

it.runIf(mayMount)(
  'while it is put beside the program: the old one is whole, and nothing half lies there',
  async () => {
    const said = await updateOn(stage.copy('first'), 'bin', 2000);
    expect(said).toContain('store.disk-full');
    expect(said.match(/ready 1\.0\.0/g)).toHaveLength(2);
    expect(said.trim().split('\n').at(-1)).toBe('Jarvis.AppImage');
  },
  120_000,
);
