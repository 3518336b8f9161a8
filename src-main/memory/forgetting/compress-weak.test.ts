/** Weak episodes leave what recall looks through, and nothing else; they come back when they are strong. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayMs } from '../../domain/local-time.ts';
import { createConsolidationFixture, episode } from '../consolidation/consolidation-fixture.ts';
import { compressWeak } from './compress-weak.ts';
import { DailyCompression } from './daily-compression.ts';

let night: ReturnType<typeof createConsolidationFixture>;
beforeEach(async () => {
  night = createConsolidationFixture();
  const start = Date.parse('2025-01-01T10:00Z');
  const chatter = Array.from({ length: 1100 }, (_, index) =>
    episode(
      `Aujourd’hui numéro ${index} il a plu sur le jardin.`,
      new Date(start + index * dayMs * 0.2).toISOString(),
      {
        id: idOf(start + index * dayMs * 0.2, index),
        salience: index === 7 ? 0.9 : 0.1,
      },
    ),
  );
  await night.add(...chatter);
  const day = { startMs: start, endMs: start + 1 };
  await night.semantic.commitNight({
    id: 'n',
    atMs: 1,
    episodeIds: [],
    changes: [],
    summaries: ['2025-01-01', '2025-01-02', '2025-01-03'].map((date, index) => ({
      id: date,
      about: { kind: 'day', date },
      text: 'Il a plu.',
      language: 'fr',
      madeAtMs: 1,
      interval: { startMs: day.startMs + index * dayMs, endMs: day.endMs + index * dayMs },
      sourceEpisodeIds: [],
    })),
  });
});
afterEach(() => night.remove());

/** A UUID of version 7, made at `atMs`. */
function idOf(atMs: number, index: number): string {
  const hex = Math.floor(atMs).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${index.toString(16).padStart(12, '0')}`;
}

const compress = (nowMs: number) =>
  compressWeak({
    episodes: night.episodic,
    facts: night.semantic,
    clock: { nowMs: () => nowMs, zone: () => 'Europe/Paris' },
    signal: new AbortController().signal,
  });
const compressed = async () =>
  (await night.episodic.page(0, 2000))
    .filter(({ isCompressed }) => isCompressed)
    .map(({ episode: one }) => one.text);

test('only weak episodes of days that are summed up leave the index, and none is lost', async () => {
  const nowMs = Date.parse('2025-12-01T00:00Z');
  expect(await compress(nowMs)).toEqual({ left: 12, back: 0 });
  const gone = await compressed();
  expect(gone).toHaveLength(12);
  expect(gone.join()).not.toContain('numéro 7 ');
  expect(await night.episodic.page(0, 2000)).toHaveLength(1100);
  expect(await compress(nowMs)).toEqual({ left: 0, back: 0 });
});

test('what was imported is as young as the import', async () => {
  const [first] = await night.episodic.page(0, 1);
  if (!first) throw new Error('no episode');
  const importedId = idOf(Date.parse('2025-11-01T00:00Z'), 0xffff);
  const { episode: old } = first;
  await night.add({ ...old, id: importedId, place: { conversationId: 'import' } });
  await compress(Date.parse('2025-12-01T00:00Z'));
  const gone = (await night.episodic.page(0, 2000)).filter(({ isCompressed }) => isCompressed);
  expect(gone.map(({ episode: one }) => one.id)).toContain(old.id);
  expect(gone.map(({ episode: one }) => one.id)).not.toContain(importedId);
});

test('a clock that was wrong brings them back', async () => {
  await compress(Date.parse('2026-12-01T00:00Z'));
  expect((await compress(Date.parse('2025-01-15T00:00Z'))).back).toBeGreaterThan(0);
  expect(await compressed()).toEqual([]);
});

test('is done once a day, and aborted at any moment', async () => {
  let nowMs = Date.parse('2025-12-01T10:00Z');
  let looks = 0;
  const abort = new AbortController();
  const daily = new DailyCompression({
    episodes: night.episodic,
    facts: night.semantic,
    clock: { nowMs: () => nowMs, zone: () => 'Europe/Paris' },
    idle: async () => {
      looks += 1;
      if (looks === 2) abort.abort();
    },
  });
  await daily.run(abort.signal);
  expect(looks).toBe(2);
  const { signal } = new AbortController();
  await daily.run(signal);
  expect(await compressed()).toHaveLength(12);
  const done = looks;
  await daily.run(signal);
  expect(looks).toBe(done);
  nowMs += dayMs;
  await daily.run(signal);
  expect(looks).toBeGreaterThan(done);
});
