/** A large import: how long it takes, and how long the core does not answer another client meanwhile. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { formatExport } from '../src-main/conversation/export-format.ts';
import { newId } from '../src-main/domain/id.ts';
import { importFile } from '../src-preload/import-file.ts';
import type { Bench, Row } from './bench.ts';
import { createChatText } from './chat-text.ts';
import { exportedChat } from './exported-chat.ts';
import { startCore } from './running-core.ts';
import { atMost, median, p95 } from './statistics.ts';

/** 80,000 messages: about the largest file that is taken. */
const conversationCount = 160;
const messagesPerConversation = 500;
const idleMs = 3000;

const bench: Bench = {
  name: 'import',
  baseline: 'the same small command while nothing is imported',
  run,
};
export default bench;

async function run(): Promise<readonly Row[]> {
  const chat = createChatText(20_261_121);
  const list = Array.from({ length: conversationCount }, (_, number) =>
    exportedChat(chat, { atMs: number * 3_600_000, messageCount: messagesPerConversation }),
  );
  const { text } = formatExport(list, 'json', { language: 'fr', nowMs: 0 });
  const core = await startCore();
  try {
    const idle = await answeringTimes(core.program.dataDir, () => pause(idleMs));
    let tookMs = 0;
    const busy = await answeringTimes(core.program.dataDir, async () => {
      const startedMs = performance.now();
      await importFile(core.client, newId(), text);
      tookMs = performance.now() - startedMs;
    });
    const tenThousands = (conversationCount * messagesPerConversation) / 10_000;
    return [
      { what: 'import of 10,000 messages, of 80,000 in one file', value: tookMs / tenThousands, unit: 'ms' },
      { what: 'size of the file', value: text.length / 2 ** 20, unit: 'Mi' },
      { what: 'small command meanwhile, median', value: median(busy), unit: 'ms', baseline: median(idle) },
      atMost({ what: 'small command meanwhile, p95', value: p95(busy), unit: 'ms', baseline: p95(idle) }, 50),
      {
        what: 'longest time without an answer',
        value: Math.max(...busy),
        unit: 'ms',
        baseline: Math.max(...idle),
      },
    ];
  } finally {
    await core.close();
  }
}

/** How long the core took to answer a client of its own thread, again and again, while `work` went on. */
async function answeringTimes(dataDir: string, work: () => Promise<unknown>): Promise<number[]> {
  const asking = new Worker(new URL('./answering-times.ts', import.meta.url), { workerData: dataDir });
  await once(asking, 'message');
  await work();
  asking.postMessage('end');
  const [times] = (await once(asking, 'message')) as [number[]];
  return times;
}

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
