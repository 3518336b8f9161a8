/** What was heard is written down at rest, survives, and is put together to days. */
import { channel } from 'node:diagnostics_channel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../test/fixtures/manual-clock.ts';
import { createFileSecretStore } from '../adapters/secret/file-secret-store.ts';
import { sumLedger } from '../api/system-handlers.ts';
import { dayMs, minuteMs } from '../domain/local-time.ts';
import { type Transfer, transferChannel } from '../domain/outbound.ts';
import { createObserver } from '../observability/observer.ts';
import { openRecords, type Records } from './records.ts';

let root: string;
let clock: ManualClock;
let records: Records;
let isBusy = false;
const warnings: string[] = [];
const { observer, values } = createObserver();

const start = (): Records =>
  openRecords({
    root,
    secrets: createFileSecretStore(join(root, 'secrets.json')),
    clock,
    values,
    log: {
      write: (_level, event, fields) => void warnings.push(`${event} ${fields?.code}`),
      close: async () => undefined,
    },
    isBusy: () => isBusy,
  });
const send = (more: Partial<Transfer> = {}): void =>
  channel(transferChannel).publish({
    ...{ host: 'models.example:443', purpose: 'generate', orderedBy: 'you', requests: 1 },
    ...{ bytesOut: 100, bytesIn: 5000, ...more },
  });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'jarvis-records-'));
  clock = new ManualClock();
  records = start();
});
afterEach(async () => {
  await records.close();
  expect(warnings.splice(0)).toEqual([]);
  await rm(root, { recursive: true });
});

describe('the ledger', () => {
  it('is empty by default', async () => {
    expect(await records.transfers(0)).toEqual([]);
  });

  it('adds up what goes to the same one for the same reason within a minute, and survives the end', async () => {
    send();
    send({ requests: 0, bytesOut: 1, bytesIn: 2 });
    send({ orderedBy: 'night' });
    await records.close();
    records = start();
    send();
    const rows = await records.transfers(0);
    expect(rows).toHaveLength(2);
    expect(rows.find(({ orderedBy }) => orderedBy === 'you')).toMatchObject({
      ...{ host: 'models.example:443', purpose: 'generate', grain: 'minute' },
      ...{ requests: 2, bytesOut: 201, bytesIn: 10_002 },
    });
  });

  it('keeps days after thirty days, and nothing after a year', async () => {
    send();
    await records.transfers(0);
    await clock.advance(2 * minuteMs);
    send();
    expect(await records.transfers(0)).toHaveLength(2);
    await clock.advance(32 * dayMs);
    send();
    const rows = await records.transfers(0);
    expect(rows.map(({ grain, requests }) => [grain, requests])).toEqual([
      ['minute', 1],
      ['day', 2],
    ]);
    await clock.advance(400 * dayMs);
    send();
    expect(await records.transfers(0)).toHaveLength(1);
  });

  it('tells what stayed inside this machine from what left it', async () => {
    send({ host: '127.0.0.1:11434' });
    send({ host: 'localhost:8080' });
    send({ host: '127.0.0.1.example.org' });
    const { out, here, entries, days } = sumLedger(await records.transfers(0), 'UTC');
    expect([out.requests, here.requests]).toEqual([1, 2]);
    expect(entries.filter(({ isHere }) => !isHere).map(({ host }) => host)).toEqual([
      '127.0.0.1.example.org',
    ]);
    expect(days).toMatchObject([{ bytesOut: 100, bytesIn: 5000 }]);
  });
});

describe('measures', () => {
  it('are kept at every grain and drawn over every span', async () => {
    for (const seconds of [0.2, 0.3, 0.4]) observer.observeStage('first_token', seconds);
    observer.observeTokenRate('model', 42);
    observer.countError('model', 'model.unreachable');
    await records.close();
    records = start();
    for (const span of ['hour', 'day', 'week', 'month', 'year'] as const) {
      const { series } = await records.history(span);
      const counted = series.filter(({ points }) => points.length > 0);
      expect(counted.map(({ measure, points }) => [measure, points[0]?.count])).toEqual([
        ['first_token', 3],
        ['tokens_per_second', 1],
        ['errors', 1],
      ]);
      expect(counted[0]?.points[0]?.p50).toBeCloseTo(0.3, 1);
    }
  });
});

it('nothing is written while somebody is answered', async () => {
  isBusy = true;
  send();
  await clock.advance(minuteMs);
  const { existsSync } = await import('node:fs');
  expect(existsSync(join(root, 'records.db'))).toBe(false);
  isBusy = false;
  await clock.advance(minuteMs);
  await expect.poll(() => existsSync(join(root, 'records.db'))).toBe(true);
});
