/** Keeps the figures of the program: heard at any time, written down while nothing else is going on. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadOrCreateKey } from '../adapters/secret/open-secret-store.ts';
import { asJarvisError } from '../domain/errors.ts';
import {
  grainOf,
  grains,
  type History,
  historyOf,
  keptMs,
  type Span,
  spanStartMs,
  startOf,
} from '../domain/history.ts';
import { dayMs } from '../domain/local-time.ts';
import type { LedgerRow } from '../domain/outbound.ts';
import type { Log } from '../observability/log.ts';
import { atEveryGrain, MeasureHistory } from '../observability/measure-history.ts';
import type { MetricValues } from '../observability/metric-values.ts';
import { OutboundLedger } from '../observability/outbound-ledger.ts';
import type { Clock } from '../ports/clock.ts';
import type { RecordsStore } from '../ports/records-store.ts';
import type { SecretStore } from '../ports/secret-store.ts';

export interface RecordsOptions {
  /** The data folder. */
  readonly root: string;
  readonly secrets: SecretStore;
  readonly clock: Clock;
  readonly values: MetricValues;
  readonly log: Log;
  /** Somebody is being answered. */
  readonly isBusy: () => boolean;
}

export interface Records {
  transfers(sinceMs: number): Promise<readonly LedgerRow[]>;
  history(span: Span): Promise<History>;
  /** Writes down what was heard, and closes. */
  close(): Promise<void>;
}

export const recordsKeyName = 'records';
/** Of what was heard, so much time is lost at most when the power goes. */
const restMs = 20_000;
const busyMs = 2000;
const minutesKeptMs = 30 * dayMs;
const daysKeptMs = 366 * dayMs;

export function openRecords(options: RecordsOptions): Records {
  const { clock, log } = options;
  let store: Promise<RecordsStore> | undefined;
  let cancel: (() => void) | undefined;
  let tidiedDayMs = 0;
  const soon = (): void => {
    cancel ??= clock.after(restMs, flushAtRest);
  };
  const ledger = new OutboundLedger(() => clock.nowMs(), soon);
  const history = new MeasureHistory(options.values, () => clock.nowMs(), soon);
  const open = (): Promise<RecordsStore> => {
    store ??= openStoreOf(options).catch((error: unknown) => {
      store = undefined;
      throw error;
    });
    return store;
  };
  const flushAtRest = (): void => {
    cancel = options.isBusy() ? clock.after(busyMs, flushAtRest) : undefined;
    if (cancel === undefined) void flush();
  };
  const flush = async (): Promise<void> => {
    const [transfers, measured] = [ledger.take(), history.take()];
    if (transfers.length === 0 && measured.length === 0) return;
    try {
      const opened = await open();
      opened.addTransfers(transfers);
      transfers.length = 0;
      opened.addMeasures(atEveryGrain(measured, clock.zone()));
      measured.length = 0;
      tidy(opened);
    } catch (error) {
      ledger.putBack(transfers);
      history.putBack(measured);
      log.write('warn', 'store.failed', { code: asJarvisError(error).code }, error);
    }
  };
  /** Once a day. */
  const tidy = (opened: RecordsStore): void => {
    const nowMs = clock.nowMs();
    const dayOf = (atMs: number): number => startOf('day', atMs, clock.zone());
    if (dayOf(nowMs) === tidiedDayMs) return;
    tidiedDayMs = dayOf(nowMs);
    opened.rollUpTransfers(dayOf(nowMs - minutesKeptMs), nowMs - daysKeptMs, dayOf);
    for (const grain of grains) opened.dropMeasures(grain, nowMs - keptMs[grain]);
  };
  return {
    transfers: async sinceMs => {
      await flush();
      const waiting = ledger.waiting().filter(({ fromMs }) => fromMs >= sinceMs);
      return [...waiting, ...(await open()).transfers(sinceMs)];
    },
    history: async span => {
      await flush();
      const nowMs = clock.nowMs();
      return historyOf(span, (await open()).measures(grainOf(span), spanStartMs(span, nowMs)), nowMs);
    },
    close: async () => {
      cancel?.();
      ledger.close();
      history.close();
      await flush();
      // One that could not be opened has nothing to close; the log says why.
      (await store?.catch(() => undefined))?.close();
    },
  };
}

async function openStoreOf({ root, secrets, clock }: RecordsOptions): Promise<RecordsStore> {
  const path = join(root, 'records.db');
  const [{ openRecordsStore }, key] = await Promise.all([
    import('../adapters/store/sqlite-records-store.ts'),
    loadOrCreateKey(secrets, recordsKeyName, { dataExist: existsSync(path) }),
  ]);
  return openRecordsStore({ path, key, backupsDir: join(root, 'backups'), clock });
}
