/** The log tells what happened and never what was said. */
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JarvisError } from '../domain/errors.ts';
import { newId } from '../domain/id.ts';
import { type LogOptions, openLog } from './log.ts';
import { type LogFields, logEvents } from './log-record.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'jarvis-log-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const open = (more: Partial<LogOptions> = {}) =>
  openLog({ dir, level: 'info', nowMs: () => 1_800_000_000_000, after: () => () => undefined, ...more });

async function written(): Promise<string> {
  const names = (await readdir(dir)).sort();
  return (await Promise.all(names.map(name => readFile(join(dir, name), 'utf8')))).join('');
}
const records = async (): Promise<Record<string, unknown>[]> =>
  (await written())
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>);

describe('the log', () => {
  it('writes one JSON object a line, with event, level, time, numbers, ids and codes', async () => {
    const log = open();
    const turnId = newId();
    log.write('info', 'app.started', { startMs: 312.5, isFirst: true });
    log.write('warn', 'turn.ended', { turnId, state: 'failed', code: 'model.busy', errno: 'ECONNREFUSED' });
    await log.close();
    expect(await records()).toEqual([
      { level: 'info', timeMs: 1_800_000_000_000, event: 'app.started', startMs: 312.5, isFirst: true },
      {
        ...{ level: 'warn', timeMs: 1_800_000_000_000, event: 'turn.ended', turnId, state: 'failed' },
        ...{ code: 'model.busy', errno: 'ECONNREFUSED' },
      },
    ]);
  });

  it('masks every string that is no id, code or known word', async () => {
    const log = open();
    const secrets = [
      'bonjour',
      'mon chat s’appelle Félix',
      'sk-live-1234',
      '/home/alice/notes',
      'alice@mail.example',
    ];
    for (const secret of secrets) {
      log.write('info', 'turn.accepted', { kind: secret, code: secret, turnId: secret });
      log.write('info', secret as 'app.started', { [secret]: 1, event: secret } as LogFields);
    }
    await log.close();
    const text = await written();
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text.match(/\[masked\]/g)).toHaveLength(4 * secrets.length);
    expect(await records()).toHaveLength(2 * secrets.length);
  });

  it('logs where an error arose and its codes, through its causes, without a message', async () => {
    const log = open();
    const engine = Object.assign(new Error('no such table: my secret diary\n    at secret (words.ts:1:1)'), {
      code: 'SQLITE_ERROR',
    });
    log.write(
      'error',
      'store.failed',
      {},
      new JarvisError('input.not-found', { what: 'secret diary' }, engine),
    );
    log.write('error', 'app.failed', {}, 'secret string');
    const changed = new Error('secret one\n    at secret (two.ts:1:1)');
    changed.message = 'other secret';
    log.write('error', 'app.failed', {}, changed);
    await log.close();
    expect(await written()).not.toContain('secret');
    const [first, second] = await records();
    expect(first?.error).toMatchObject({
      name: 'JarvisError',
      code: 'input.not-found',
      cause: { name: 'Error', code: 'SQLITE_ERROR' },
    });
    expect(JSON.stringify(first?.error)).toMatch(/log\.test\.ts:\d+:\d+/);
    expect(JSON.stringify(first?.error)).not.toContain('observability');
    expect(second?.error).toEqual({ name: 'thrown string' });
  });

  it('leaves out what is below its level', async () => {
    const log = open({ level: 'warn' });
    log.write('info', 'app.started');
    log.write('warn', 'model.lost', { kind: 'ollama' });
    await log.close();
    expect((await records()).map(record => record.event)).toEqual(['model.lost']);
  });

  it.runIf(process.platform !== 'win32')('is readable by its user alone', async () => {
    const log = open({ dir: join(dir, 'logs') });
    log.write('info', 'app.started');
    await log.close();
    const [name] = await readdir(join(dir, 'logs'));
    expect((await stat(join(dir, 'logs'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(dir, 'logs', name ?? ''))).mode & 0o777).toBe(0o600);
  });

  it('removes its own files older than 90 days, and no other file', async () => {
    const nowMs = Date.now();
    for (const [name, days] of [
      ['jarvis.2026-01-01.1.log', 91],
      ['jarvis.2026-05-05.1.log', 89],
      ['mine.log', 400],
    ] as const) {
      await writeFile(join(dir, name), '');
      await utimes(join(dir, name), (nowMs - days * 86_400_000) / 1000, (nowMs - days * 86_400_000) / 1000);
    }
    const log = open({ nowMs: () => nowMs });
    log.write('info', 'app.started');
    await log.close();
    const left = await readdir(dir);
    expect(left).not.toContain('jarvis.2026-01-01.1.log');
    expect(left).toContain('jarvis.2026-05-05.1.log');
    expect(left).toContain('mine.log');
  });

  it('goes on with the file of the day when opened again', async () => {
    for (const event of ['app.started', 'app.stopped'] as const) {
      const log = open();
      log.write('info', event);
      await log.close();
    }
    expect((await records()).map(record => record.event)).toEqual(['app.started', 'app.stopped']);
  });

  it('makes no file while nothing was written, and waits before it opens one', async () => {
    const delays: number[] = [];
    const log = open({
      after: delayMs => {
        delays.push(delayMs);
        return () => undefined;
      },
    });
    log.write('info', 'app.started');
    log.write('info', 'app.ready');
    expect(delays).toEqual([1000]);
    expect(await readdir(dir)).toEqual([]);
    await log.close();
    expect((await records()).map(record => record.event)).toEqual(['app.started', 'app.ready']);
  });

  it('tells once when the folder cannot be used, and throws nothing', async () => {
    await writeFile(join(dir, 'file'), '');
    const failures: unknown[] = [];
    const log = open({ dir: join(dir, 'file', 'logs'), onFailed: error => failures.push(error) });
    log.write('error', 'app.failed');
    log.write('error', 'app.failed');
    await log.close();
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ code: 'ENOTDIR' });
  });

  it('names its events in the past or as a state, all different', () => {
    expect(new Set(logEvents).size).toBe(logEvents.length);
    for (const event of logEvents) expect(event).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
  });
});
