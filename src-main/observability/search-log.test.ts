/** The log is read backwards, page by page, without a line twice or missing. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogLine } from '../domain/log-line.ts';
import { type LogSearch, searchLog } from './search-log.ts';

let dir: string;
const line = (timeMs: number, level: string, event: string, more: object = {}): string =>
  `${JSON.stringify({ level, timeMs, event, ...more })}\n`;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'jarvis-logs-'));
  const many = Array.from({ length: 12_000 }, (_, i) =>
    line(1000 + i, 'info', 'turn.ended', { durationMs: i }),
  );
  await writeFile(join(dir, 'jarvis.2026-11-20.1.log'), many.join(''));
  await writeFile(
    join(dir, 'jarvis.2026-11-21.1.log'),
    line(20_000, 'warn', 'model.failed', { code: 'model.unreachable' }) +
      line(20_001, 'error', 'store.failed', { error: { name: 'Error', frames: ['open store.ts:1:2'] } }),
  );
  await writeFile(
    join(dir, 'jarvis.2026-11-21.2.log'),
    `${line(20_002, 'info', 'app.ready')}{"level":"info","ti`,
  );
  await writeFile(join(dir, 'other.log'), line(1, 'info', 'app.ready'));
});
afterAll(() => rm(dir, { recursive: true }));

async function all(search: Omit<LogSearch, 'limit' | 'before'>, limit = 500): Promise<readonly LogLine[]> {
  const found: LogLine[] = [];
  let next: string | undefined;
  do {
    const page = await searchLog(dir, { ...search, limit, ...(next && { before: next }) });
    expect(page.lines.length).toBeLessThanOrEqual(limit);
    found.push(...page.lines);
    next = page.next;
  } while (next !== undefined);
  return found;
}

describe('the log', () => {
  it('comes newest first over all its files, a halved line left out, each line once', async () => {
    for (const limit of [500, 7]) {
      const lines = await all({}, limit);
      expect(lines).toHaveLength(12_003);
      expect(lines.map(({ atMs }) => atMs)).toEqual(lines.map(({ atMs }) => atMs).toSorted((a, b) => b - a));
      expect(new Set(lines.map(({ id }) => id)).size).toBe(12_003);
      expect(lines[0]).toMatchObject({ event: 'app.ready', level: 'info' });
    }
  });

  it('is searched by level, part and words', async () => {
    expect((await all({ level: 'warn' })).map(({ event }) => event)).toEqual([
      'store.failed',
      'model.failed',
    ]);
    expect((await all({ part: 'model' })).map(({ fields }) => fields)).toEqual([
      { code: 'model.unreachable' },
    ]);
    expect((await all({ text: 'STORE.TS open' }))[0]?.error).toContain('store.ts:1:2');
    expect(await all({ text: '11999' })).toHaveLength(1);
    expect(await all({ text: 'nowhere' })).toEqual([]);
  });

  it('reads no other file, whatever is asked for', async () => {
    const search = { limit: 10 };
    expect(await searchLog(dir, { ...search, before: '../../etc/passwd:100' })).toEqual({ lines: [] });
    expect(await searchLog(dir, { ...search, before: 'other.log:100' })).toEqual({ lines: [] });
    expect(await searchLog(join(dir, 'absent'), search)).toEqual({ lines: [] });
  });
});
