/** The command line beside a running program: it talks to that one, and starts its own core when that one was killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BranchMessage } from '../src-main/domain/conversation.ts';
import { clientOf } from './core-client.ts';
import { ScriptedServer } from './fixtures/model-servers/scripted-server.ts';
import { type JarvisProgram, newDataDir, removeDataDir, repository, startJarvis } from './jarvis-program.ts';

let dataDir: string;
let model: ScriptedServer;
let program: JarvisProgram;
beforeAll(async () => {
  dataDir = await newDataDir();
  model = await ScriptedServer.start({ protocol: 'ollama', answer: () => ({ text: 'A lamp, I believe.' }) });
});
afterAll(async () => {
  await model.close();
  await removeDataDir(dataDir);
});
beforeEach(async () => {
  program = await startJarvis({ dataDir, env: { OLLAMA_HOST: model.address } });
});
afterEach(() => program.stop());

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function jarvis(
  args: readonly string[],
  onOutput: (soFar: string, child: ChildProcess) => void = () => undefined,
): Promise<Run> {
  const child = spawn(process.execPath, [join(repository, 'scripts/jarvis.mjs'), ...args], {
    env: {
      ...process.env,
      JARVIS_DATA_DIR: dataDir,
      JARVIS_SECRETS: 'file',
      OLLAMA_HOST: model.address,
      LC_ALL: 'en_GB.UTF-8',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that a signal reaches all of it as from a terminal.
    detached: true,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', data => {
    stdout += data;
    onOutput(stdout, child);
  });
  child.stderr.on('data', data => {
    stderr += data;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', status => resolve({ status, stdout, stderr }));
  });
}

describe('while Jarvis runs, the command line', () => {
  it('asks the running program, where a window sees it happen', async () => {
    const window = await clientOf(dataDir);
    const seen: BranchMessage[] = [];
    window.on('turn.ended', ({ message }) => seen.push(message));
    await window.call('app.snapshot', {});
    const runs = await Promise.all([1, 2].map(n => jarvis(['ask', `Who made lamp number ${n}?`])));
    for (const run of runs) expect(run).toEqual({ status: 0, stdout: 'A lamp, I believe.\n', stderr: '' });
    const { conversations } = await window.call('conversation.list', { limit: 10 });
    window.close();
    expect(seen.map(message => message.text)).toEqual(['A lamp, I believe.', 'A lamp, I believe.']);
    expect(conversations).toHaveLength(2);
  });

  it('diagnoses the running program', async () => {
    const { status, stdout } = await jarvis(['doctor', '--json']);
    const { state, checks } = JSON.parse(stdout);
    expect([0, 1]).toContain(status);
    expect(['fine', 'degraded']).toContain(state);
    expect(checks.map(({ part }: { part: string }) => part)).toContain('store');
  });

  it('stops the answer at Ctrl-C, and the program goes on', async () => {
    model.answer = () => ({ text: 'word '.repeat(500), tokensPerSecond: 50 });
    let sent = false;
    const { status, stdout } = await jarvis(['ask', 'Tell me a long story about lamps'], (soFar, { pid }) => {
      if (!sent && soFar.length > 20 && pid) process.kill(-pid, 'SIGINT');
      sent = sent || soFar.length > 20;
    });
    expect(status).toBe(130);
    expect(stdout).toMatch(/^(word ?)+\n$/);
    await expect.poll(() => model.generating).toBe(0);
    model.answer = () => ({ text: 'Still here.' });
    expect((await jarvis(['ask', 'Who made the tall lamp?'])).stdout).toBe('Still here.\n');
  });

  it('opens the data itself once that program was killed', async () => {
    model.answer = () => ({ text: 'Alone now.' });
    await program.kill();
    expect(await jarvis(['ask', 'Who made the small lamp?'])).toMatchObject({
      status: 0,
      stdout: 'Alone now.\n',
    });
  });
});
