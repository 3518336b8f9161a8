/** Where figures of the program itself are kept: bytes that left the machine, and measures over time. No words, no ids. */
import type { Grain, MeasureRow } from '../domain/history.ts';
import type { LedgerRow } from '../domain/outbound.ts';

export interface RecordsStore {
  /** Adds to what stands there for the same time, host, purpose and orderer. */
  addTransfers(rows: readonly LedgerRow[]): void;
  /** Newest first. */
  transfers(sinceMs: number): readonly LedgerRow[];
  /** Puts minutes before `beforeMs` together to days, and drops what is older than `goneMs`. */
  rollUpTransfers(beforeMs: number, goneMs: number, dayOf: (atMs: number) => number): void;
  /** Adds to what stands there for the same measure and time. */
  addMeasures(rows: readonly MeasureRow[]): void;
  measures(grain: Grain, sinceMs: number): readonly MeasureRow[];
  dropMeasures(grain: Grain, beforeMs: number): void;
  close(): void;
}
