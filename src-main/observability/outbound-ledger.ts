/** Hears every byte that goes out and comes back, and adds it up by minute until it is written down. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type LedgerRow, type Transfer, transferChannel } from '../domain/outbound.ts';

const minuteMs = 60_000;
/** A machine whose records cannot be written must not fill its memory with them. */
const mostRows = 5000;

export class OutboundLedger {
  readonly #nowMs: () => number;
  readonly #onAdded: () => void;
  #rows = new Map<string, LedgerRow>();

  /** `onAdded`: there is something to write down. */
  constructor(nowMs: () => number, onAdded: () => void) {
    this.#nowMs = nowMs;
    this.#onAdded = onAdded;
    subscribe(transferChannel, this.#hear);
  }

  /** What was not taken yet. */
  waiting(): readonly LedgerRow[] {
    return [...this.#rows.values()];
  }

  /** Gives everything away, to be written down. */
  take(): LedgerRow[] {
    const rows = [...this.#rows.values()];
    this.#rows = new Map();
    return rows;
  }

  /** Takes back what could not be written. */
  putBack(rows: readonly LedgerRow[]): void {
    for (const row of rows) this.#add(row);
  }

  close(): void {
    unsubscribe(transferChannel, this.#hear);
  }

  readonly #hear = (message: unknown): void => {
    const transfer = message as Transfer;
    const fromMs = Math.floor(this.#nowMs() / minuteMs) * minuteMs;
    this.#add({ ...transfer, fromMs, grain: 'minute' });
    this.#onAdded();
  };

  #add(row: LedgerRow): void {
    // The last row takes what has no room: the sums stay true.
    const fromMs = this.#rows.size < mostRows ? row.fromMs : ([...this.#rows.values()].at(-1)?.fromMs ?? 0);
    const key = [fromMs, row.grain, row.host, row.purpose, row.orderedBy].join(' ');
    const before = this.#rows.get(key);
    this.#rows.set(key, {
      ...row,
      fromMs,
      requests: row.requests + (before?.requests ?? 0),
      bytesOut: row.bytesOut + (before?.bytesOut ?? 0),
      bytesIn: row.bytesIn + (before?.bytesIn ?? 0),
    });
  }
}
