/** One program for each data folder, whatever way the one before ended. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acquireInstanceLock } from './instance-lock.ts';

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-lock-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const program = `
  const { acquireInstanceLock } = await import(${JSON.stringify(new URL('./instance-lock.ts', import.meta.url).href)});
  console.log(acquireInstanceLock(process.argv[1]) === undefined ? 'taken' : 'held');
  setInterval(() => undefined, 1000);`;

async function holder(): Promise<{ said: string; kill: () => Promise<void> }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [said] = await once(child.stdout, 'data');
  return {
    said: String(said).trim(),
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

test('the second holder is turned away until the first lets go', () => {
  const first = acquireInstanceLock(folder);
  expect(first).toBeDefined();
  expect(acquireInstanceLock(folder)).toBeUndefined();
  first?.release();
  first?.release();
  const next = acquireInstanceLock(folder);
  expect(next).toBeDefined();
  next?.release();
});

test('other data folders are free', () => {
  const one = acquireInstanceLock(join(folder, 'a'));
  const other = acquireInstanceLock(join(folder, 'b'));
  expect([one, other]).not.toContain(undefined);
  one?.release();
  other?.release();
});

test('another process is turned away, and a killed one leaves nothing behind', async () => {
  const first = await holder();
  expect(first.said).toBe('held');
  expect(acquireInstanceLock(folder)).toBeUndefined();
  const second = await holder();
  expect(second.said).toBe('taken');
  await second.kill();
  await first.kill();
  const mine = acquireInstanceLock(folder);
  expect(mine).toBeDefined();
  mine?.release();
});

test.skipIf(process.platform === 'win32')('nobody else can open it, and so nobody else can hold it', () => {
  const lock = acquireInstanceLock(folder);
  expect(statSync(join(folder, 'instance.lock')).mode & 0o777).toBe(0o600);
  lock?.release();
});
