/** A process that is killed in the middle of an import has imported all of it or nothing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { createStoreFixture } from './store-fixture.ts';

const kills = 12;
const messages = 1500;

const program = `
  const { openStore } = await import(${JSON.stringify(new URL('./open-store.ts', import.meta.url).href)});
  const clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now(), zone: () => 'UTC', after: () => () => undefined };
  const [path, key, backupsDir, run, count] = process.argv.slice(1);
  const { memory } = openStore({ path, key: Buffer.from(key, 'hex'), backupsDir, clock });
  const id = 'c' + run;
  const conversation = { id, title: id, createdAtMs: 0, updatedAtMs: Number(run), messageCount: 0 };
  function* parts() {
    yield { conversation, headMessageId: null };
    for (let at = 0; at < Number(count); at += 50)
      yield { messages: Array.from({ length: 50 }, (_, number) => ({
        id: id + '-' + (at + number), turnId: id + '-' + (at + number), conversationId: id, role: 'user', status: 'complete', createdAtMs: at,
        parentId: at + number === 0 ? null : id + '-' + (at + number - 1), text: 'cherry number ' + at,
      })) };
  }
  console.log('begun');
  await memory.importConversations(parts());
  console.log('imported');
  setInterval(() => undefined, 1000);`;

test(`${kills} kills at random moments leave no half of an import`, async () => {
  const fixture = createStoreFixture();
  const { path, key, backupsDir } = fixture.options;
  const whole = new Set<string>();
  try {
    for (let run = 0; run < kills; run += 1) {
      const args = [path, Buffer.from(key).toString('hex'), backupsDir, String(run), String(messages)];
      if ((await runAndKill(args, Math.random() * 300)).includes('imported')) whole.add(`c${run}`);
    }
    const { memory } = fixture.open();
    expect(await memory.verify()).toEqual([]);
    const found = await memory.listConversations({ limit: 50 });
    expect(found.map(({ messageCount }) => messageCount)).toEqual(found.map(() => messages));
    for (const id of whole) expect(found.map(one => one.id)).toContain(id);
    await memory.purgeDeleted(0);
    expect(await memory.verify()).toEqual([]);
    const ids = (await memory.search('cherry', 200)).map(hit => hit.conversationId);
    expect(new Set(ids).size).toBeLessThanOrEqual(found.length);
    expect(await memory.listConversations({ limit: 50 })).toEqual(found);
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
