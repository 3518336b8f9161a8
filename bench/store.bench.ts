/** The store with 100,000 messages: opening, listing, searching, growth on disk, and one accepted message. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '../src-main/adapters/store/open-store.ts';
import { newId } from '../src-main/domain/id.ts';
import { systemClock } from '../src-main/host/system-clock.ts';
import { importParts } from '../src-main/ports/import-parts.ts';
import type { Bench, Row } from './bench.ts';
import { createChatText } from './chat-text.ts';
import { exportedChat } from './exported-chat.ts';

const conversationCount = 1000;
const messagesPerConversation = 98;
/** The rest of the 100,000 comes one by one, as in use. */
const turnsOneByOne = 1000;
const rounds = 200;
/** Not counted: the engine compiles what it runs often. */
const warmUpRounds = 50;
const startMs = Date.UTC(2026, 0, 1);
const chat = createChatText(20_260_101);

export default {
  name: 'store',
  baseline: 'opening the same file empty; the bytes of the messages as UTF-8',
  run,
} satisfies Bench;

async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-bench-store-'));
  try {
    return await measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string): Promise<Row[]> {
  const key = randomBytes(32);
  const open = (name: string): Store =>
    openStore({
      path: join(folder, name),
      key,
      backupsDir: join(folder, 'backups'),
      clock: systemClock,
    });
  open('empty.db').close();
  const emptyOpen = median(times(20, () => open('empty.db').close()));
  const path = join(folder, 'full.db');
  const { ids, bytes, append } = await fill(() => open('full.db'));
  const growth = statSync(path).size / bytes;
  const fullOpen = median(times(20, () => open('full.db').close()));
  const store = open('full.db');
  const rows = await queries(store, ids);
  store.close();
  return [
    ...rows,
    atMost(
      { what: 'growth of the file per byte of text, index included', value: growth, unit: 'ratio' },
      1.6,
    ),
    { what: 'open and close, 100,000 messages, median', value: fullOpen, unit: 'ms', baseline: emptyOpen },
    { what: 'accept one message (on disk), p50', value: median(append), unit: 'ms' },
    { what: 'accept one message (on disk), p95', value: p95(append), unit: 'ms' },
  ];
}

async function fill(open: () => Store): Promise<{ ids: string[]; bytes: number; append: number[] }> {
  const store = open();
  const ids: string[] = [];
  let bytes = 0;
  for (let number = 0; number < conversationCount; number += 1) {
    const conversation = exportedChat(chat, {
      atMs: startMs + number * 3_600_000,
      messageCount: messagesPerConversation,
    });
    ids.push(conversation.conversation.id);
    bytes += conversation.messages.reduce((sum, message) => sum + Buffer.byteLength(message.text), 0);
    await store.memory.importConversations(importParts([conversation]));
  }
  const append: number[] = [];
  for (let number = 0; number < turnsOneByOne; number += 1) {
    bytes += await oneTurn(store, ids[Math.floor(chat.random() * ids.length)] ?? '', number, append);
  }
  store.close();
  return { ids, bytes, append };
}

async function oneTurn(
  store: Store,
  conversationId: string,
  number: number,
  append: number[],
): Promise<number> {
  const [turnId, questionId, answerId] = [newId(), newId(), newId()];
  const [question, answer] = [chat.message(), chat.message()];
  const createdAtMs = startMs + 5000 * 3_600_000 + number * 1000;
  const began = performance.now();
  await store.memory.appendUserMessage({
    id: questionId,
    turnId,
    conversationId,
    parent: 'head',
    text: question,
    origin: 'typed',
    createdAtMs,
  });
  append.push(performance.now() - began);
  await store.memory.beginAnswer({ id: answerId, turnId, parentId: questionId, createdAtMs });
  await store.memory.saveAnswer(answerId, answer.slice(0, answer.length / 2));
  await store.memory.finishAnswer(answerId, { text: answer, status: 'complete' });
  return Buffer.byteLength(question) + Buffer.byteLength(answer);
}

async function queries(store: Store, ids: readonly string[]): Promise<Row[]> {
  const pickId = () => ids[Math.floor(chat.random() * ids.length)] ?? '';
  const { memory } = store;
  const openTimes = await asyncTimes(() => memory.openBranch(pickId(), { limit: 100 }));
  let before: { updatedAtMs: number; id: string } | undefined;
  const listTimes = await asyncTimes(async () => {
    const page = await memory.listConversations({ limit: 50, ...(before === undefined ? {} : { before }) });
    const last = page.at(-1);
    before = last === undefined ? undefined : { updatedAtMs: last.updatedAtMs, id: last.id };
  });
  const searchTimes = await asyncTimes(() => memory.search(makeQuery(), 50));
  return [
    atMost({ what: 'open a conversation of 98 messages, p95', value: p95(openTimes), unit: 'ms' }, 5),
    atMost({ what: 'list 50 conversations, p95', value: p95(listTimes), unit: 'ms' }, 5),
    atMost({ what: 'search 100,000 messages, p95', value: p95(searchTimes), unit: 'ms' }, 20),
    { what: 'search 100,000 messages, median', value: median(searchTimes), unit: 'ms' },
  ];
}

/** One to three words from common to rare, the last one sometimes unfinished, as while typing. */
function makeQuery(): string {
  const language = chat.random() < 0.5 ? 'fr' : 'en';
  const count = 1 + Math.floor(chat.random() * 3);
  const words = Array.from({ length: count }, () =>
    chat.word(language, Math.floor(10 ** (chat.random() * 3.7))),
  );
  const query = words.join(' ');
  return chat.random() < 0.5 ? query : query.slice(0, Math.max(2, query.length - 2));
}

const atMost = (row: { what: string; value: number; unit: string }, target: number): Row => ({
  ...row,
  target,
  pass: row.value <= target,
});

function times(count: number, work: () => void): number[] {
  return Array.from({ length: count }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
}

async function asyncTimes(work: () => Promise<unknown>): Promise<number[]> {
  const measured: number[] = [];
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    const began = performance.now();
    await work();
    if (round >= 0) measured.push(performance.now() - began);
  }
  return measured;
}

const quantile = (values: readonly number[], fraction: number): number => {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))] ?? 0;
};
const median = (values: readonly number[]): number => quantile(values, 0.5);
const p95 = (values: readonly number[]): number => quantile(values, 0.95);
