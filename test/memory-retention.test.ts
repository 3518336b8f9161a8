/** Where the person sets how long memories are kept, older ones go at night, with the facts that rest on them, byte for byte. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readRawPages } from '../src-main/adapters/store/raw-pages.ts';
import { createStoreFixture } from '../src-main/adapters/store/store-fixture.ts';
import { openBrainStage } from './brain-stage.ts';
import { scanFolder, vectorNeedle, wordNeedle } from './byte-scan.ts';

const dayMs = 24 * 3600 * 1000;
const fixture = createStoreFixture();
afterEach(() => fixture.remove());

test('what is older goes for good; the rest, its facts and its days stay', async () => {
  const { path, key, backupsDir } = fixture.options;
  const store = fixture.open();
  const { brain, clock, preferences, say, search } = openBrainStage(store);
  const night = () => brain.consolidate(new AbortController().signal);
  const { id } = await say('Ma sœur Zélonia habite à Xyloville et déteste le vroumbissage.');
  await say('J’habite à Lyon.');
  const [vectors] = await store.episodic.vectors([1], 'jarvis-static-fr-en-1');
  await night();
  clock.nowMs += 20 * dayMs;
  await say('J’habite à Lyon.');
  await say('Mon chien s’appelle Rex.');
  await night();
  mkdirSync(backupsDir, { recursive: true });
  writeFileSync(join(backupsDir, 'jarvis-20260101T000000000Z-schema1.db'), 'old');
  writeFileSync(join(backupsDir, 'mine.txt'), 'not a copy that Jarvis made');
  const needles = [
    // The message stays in its conversation, as was said: only what only memory holds can be searched for.
    vectorNeedle('vector', vectors?.whole ?? new Float32Array(8)),
    wordNeedle('lives_in'),
  ];
  const seen = (name: string) => scanFolder(fixture.folder, needles, [key]).some(one => one.needle === name);

  preferences.retentionDays = 15;
  clock.nowMs += 2 * dayMs;
  clock.monotonicMs += 2 * dayMs;
  await night();
  expect(await store.episodic.byId(id)).toBeUndefined();
  expect(await search('Rex')).toContain('Mon chien s’appelle Rex.');
  const facts = await brain.facts({ past: true, limit: 50 });
  expect(facts.map(({ value }) => value)).toEqual(expect.arrayContaining(['Lyon', 'Rex']));
  expect(facts.map(({ value }) => value).join()).not.toMatch(/Zélonia|Xyloville|vroumbissage/);
  expect(readdirSync(backupsDir)).toEqual(['mine.txt']);
  expect(await store.memory.verify()).toEqual([]);
  store.close();
  expect(seen('vector')).toBe(false);
  expect(seen('lives_in')).toBe(true);
  expect(readRawPages(path, key).includes('Xyloville')).toBe(false);
});
