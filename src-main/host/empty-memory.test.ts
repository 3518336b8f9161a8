/** A memory is empty only while nothing is kept, nothing was said, and no document is followed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '../adapters/store/open-store.ts';
import { newId } from '../domain/id.ts';
import { isMemoryEmpty } from './empty-memory.ts';
import { systemClock } from './system-clock.ts';

let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-empty-'));
  const path = join(folder, 'jarvis.db');
  const backupsDir = join(folder, 'backups');
  store = openStore({ path, backupsDir, key: new Uint8Array(32).fill(5), clock: systemClock });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

test('a new one is empty', async () => {
  expect(await isMemoryEmpty(store)).toBe(true);
});

test('words that were not looked at yet are work for it', async () => {
  const [id, conversationId] = [newId(), newId()];
  const text = 'Mon chat s’appelle Praline.';
  await store.memory.appendUserMessage({
    ...{ id, turnId: newId(), conversationId, text, createdAtMs: 1 },
    ...{ parent: 'head', origin: 'typed' },
  });
  expect(await isMemoryEmpty(store)).toBe(false);
  await store.perception.perceivedUpTo(id);
  expect(await isMemoryEmpty(store)).toBe(true);
  await store.memory.deleteConversation(conversationId, 2);
  expect(await isMemoryEmpty(store)).toBe(false);
});

test('a folder of documents is to be watched', async () => {
  await store.knowledge.addSource({ id: newId(), kind: 'folder', path: folder, addedAtMs: 1 });
  expect(await isMemoryEmpty(store)).toBe(false);
});
