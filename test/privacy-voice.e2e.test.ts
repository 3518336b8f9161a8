/** Of a whole conversation by voice nothing leaves the machine, no sound is on disk, and no word is outside the encrypted database. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Seen } from './fixtures/pulse/private-session.ts';
import { havePrograms } from './fixtures/pulse/programs.ts';
import { looksLikeSound } from './fixtures/pulse/sound-on-disk.ts';
import { canListenIn } from './fixtures/pulse/talk.ts';
import { command } from './fixtures/voice/spoken-core.ts';

const session = fileURLToPath(new URL('fixtures/pulse/private-session.ts', import.meta.url));
const isPossible = canListenIn() && havePrograms('tcpdump', 'strace', 'ip', 'unshare') && mayHaveNetwork();

/** Whether this user may make a network for one program alone, and watch it. */
function mayHaveNetwork(): boolean {
  const may = spawnSync('unshare', ['--net', 'ip', 'link', 'set', 'lo', 'up']).status === 0;
  if (!may)
    console.warn(
      'SKIPPED: no right to make a network of its own, so the packets of a conversation are not caught',
    );
  return may;
}

describe.runIf(isPossible)('a conversation by voice', () => {
  const folder = isPossible ? mkdtempSync(join(tmpdir(), 'jarvis-private-')) : '';
  let seen: Seen;

  beforeAll(async () => {
    // Libraries that report to their makers are quiet where they believe that they are tested.
    const { CI: _, ...rest } = process.env;
    const env = { ...rest, TMPDIR: join(folder, 'tmp'), HOME: join(folder, 'home') };
    mkdirSync(env.TMPDIR);
    mkdirSync(env.HOME);
    const program = spawn('unshare', ['--net', process.execPath, '--no-warnings', session, folder], { env });
    let output = '';
    for (const stream of [program.stdout, program.stderr]) stream.on('data', text => (output += text));
    const [status] = await once(program, 'exit');
    if (status !== 0) throw new Error(`the conversation failed with ${status}: ${output}`);
    seen = JSON.parse(readFileSync(join(folder, 'seen.json'), 'utf8'));
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('was one: a fact, a story, an interruption', () => {
    expect(seen.accepted).toHaveLength(3);
    expect(seen.failed).toEqual([]);
  });

  test('sends nothing to another machine', () => {
    expect(seen.packets).toEqual([]);
    expect(seen.connected).toContain('127.0.0.1');
    expect(seen.connected.filter(address => !/^(127\.|::1$|::ffff:127\.)/.test(address))).toEqual([]);
    // The capture would have seen it.
    expect(seen.trial.join('\n')).toContain('192.0.2.1.9');
  });

  test('opens files for writing in its own folder alone, and leaves no sound in any', () => {
    const elsewhere = seen.written.filter(
      path => !path.startsWith(seen.dataDir) && !/^\/(dev|proc)\//.test(path),
    );
    expect(elsewhere).toEqual([]);
    expect(seen.written.length).toBeGreaterThan(3);
    expect(seen.searched).toBeGreaterThan(10);
    expect(seen.withSound).toEqual([]);
  });

  test('leaves what was said in no log and in no other file in clear', () => {
    expect(seen.withWords).toEqual([]);
  });

  test('the looks above would see sound', () => {
    const sound = command('fr/009-souviens-toi-que-ma-soeur-s-appelle-anna');
    const forms = {
      integers: Buffer.concat([Buffer.alloc(77, 'x'), Buffer.from(sound.buffer)]),
      floats: Buffer.from(Float32Array.from(sound, value => value / 32_768).buffer),
      text: Buffer.from('All that was said stays in the database. '.repeat(1_000)),
    };
    const found = Object.entries(forms).map(([name, bytes]) => {
      writeFileSync(join(folder, name), bytes);
      return looksLikeSound(join(folder, name));
    });
    expect(found).toEqual([true, true, false]);
  });
});
