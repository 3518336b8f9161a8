/** A process that writes and is killed at any moment has kept every word it acknowledged, once. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { createStoreFixture } from './store-fixture.ts';

const kills = 40;

const program = `
  const { openStore } = await import(${JSON.stringify(new URL('./open-store.ts', import.meta.url).href)});
  const clock = { nowMs: () => Date.now(), monotonicMs: () => 0, zone: () => 'UTC', after: () => () => undefined };
  const [path, key, backupsDir, run] = process.argv.slice(1);
  const { memory } = openStore({ path, key: Buffer.from(key, 'hex'), backupsDir, clock });
  await memory.recover(Date.now());
  for (let number = 0; ; number += 1) {
    const turnId = run + '-' + number;
    const question = { id: 'q' + turnId, turnId, conversationId: 'c' + (number % 3), parent: 'head', text: 'question ' + turnId, origin: 'typed', createdAtMs: number };
    await memory.appendUserMessage(question);
    console.log('asked ' + turnId);
    await memory.beginAnswer({ id: 'a' + turnId, turnId, parentId: question.id, createdAtMs: number });
    await memory.saveAnswer('a' + turnId, 'half');
    await memory.finishAnswer('a' + turnId, { text: 'answer ' + turnId, status: 'complete' });
    console.log('answered ' + turnId);
  }`;

test(`${kills} kills at random moments lose no acknowledged message and double none`, async () => {
  const fixture = createStoreFixture();
  const { path, key, backupsDir } = fixture.options;
  const acknowledged: string[] = [];
  try {
    for (let run = 0; run < kills; run += 1) {
      const args = [path, Buffer.from(key).toString('hex'), backupsDir, String(run)];
      acknowledged.push(...(await runAndKill(args, Math.random() * 60)));
    }
    expect(acknowledged.length).toBeGreaterThan(kills);
    const { memory } = fixture.open();
    await memory.recover(0);
    expect(await memory.verify()).toEqual([]);
    const kept: string[] = [];
    for await (const { messages } of memory.exportConversations('all')) {
      kept.push(...messages.map(({ role, text }) => `${role} ${text}`));
      expect(messages.filter(message => message.status === 'streaming')).toEqual([]);
    }
    expect(new Set(kept).size).toBeGreaterThanOrEqual(acknowledged.length);
    const questions = kept.filter(line => line.startsWith('user'));
    expect(new Set(questions).size).toBe(questions.length);
    for (const line of acknowledged) {
      const [what, turnId] = line.split(' ');
      expect(kept).toContain(what === 'asked' ? `user question ${turnId}` : `assistant answer ${turnId}`);
    }
  } finally {
    fixture.remove();
  }
}, 120_000);

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
