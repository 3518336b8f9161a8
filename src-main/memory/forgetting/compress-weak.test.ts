/** Weak episodes leave what recall looks through, and nothing else; they come back when they are strong. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayMs } from '../../domain/local-time.ts';
import { createConsolidationFixture, episode } from '../consolidation/consolidation-fixture.ts';
import { compressWeak } from './compress-weak.ts';

let night: ReturnType<typeof createConsolidationFixture>;
beforeEach(async () => {
  night = createConsolidationFixture();
  const start = Date.parse('2025-01-01T10:00Z');
  const chatter = Array.from({ length: 1100 }, (_, index) =>
    episode(
      `Aujourd’hui numéro ${index} il a plu sur le jardin.`,
      new Date(start + index * dayMs * 0.2).toISOString(),
      {
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

test('a clock that was wrong brings them back', async () => {
  await compress(Date.parse('2026-12-01T00:00Z'));
  expect((await compress(Date.parse('2025-01-15T00:00Z'))).back).toBeGreaterThan(0);
  expect(await compressed()).toEqual([]);
});
