/** Hears the measures that the observer makes, and adds them up by minute until they are written down. */
import { bucketOf, type Histogram, merged } from '../domain/histogram.ts';
import { grains, type Measure, type MeasureRow, measures, startOf } from '../domain/history.ts';
import type { MetricName } from './metric-definitions.ts';
import type { MetricValues } from './metric-values.ts';

/** Twenty hours of every measure: a machine whose records cannot be written must not fill its memory. */
const mostRows = 8000;

export class MeasureHistory {
  readonly #nowMs: () => number;
  readonly #onAdded: () => void;
  readonly #stopListening: () => void;
  #rows = new Map<string, MeasureRow>();

  /** `onAdded`: there is something to write down. */
  constructor(values: MetricValues, nowMs: () => number, onAdded: () => void) {
    this.#nowMs = nowMs;
    this.#onAdded = onAdded;
    this.#stopListening = values.listen(this.#hear);
  }

  /** What was not taken yet, by minute. */
  waiting(): readonly MeasureRow[] {
    return [...this.#rows.values()];
  }

  take(): MeasureRow[] {
    const rows = [...this.#rows.values()];
    this.#rows = new Map();
    return rows;
  }

  /** Takes back what could not be written. */
  putBack(rows: readonly MeasureRow[]): void {
    for (const row of rows) this.#add(row);
  }

  close(): void {
    this.#stopListening();
  }

  readonly #hear = (name: MetricName, labels: readonly string[], value: number): void => {
    const measure = measureOf(name, labels);
    if (measure === undefined) return;
    const fromMs = startOf('minute', this.#nowMs(), 'UTC');
    const histogram: Histogram = { count: 1, buckets: new Map([[bucketOf(value), 1]]) };
    this.#add({ measure, grain: 'minute', fromMs, histogram });
    this.#onAdded();
  };

  #add(row: MeasureRow): void {
    const key = `${row.fromMs} ${row.measure}`;
    const before = this.#rows.get(key);
    if (before === undefined && this.#rows.size >= mostRows) return;
    this.#rows.set(key, before ? { ...row, histogram: merged([before.histogram, row.histogram]) } : row);
  }
}

/** The same measures at every grain at which they are kept. */
export const atEveryGrain = (rows: readonly MeasureRow[], zone: string): readonly MeasureRow[] =>
  grains.flatMap(grain => rows.map(row => ({ ...row, grain, fromMs: startOf(grain, row.fromMs, zone) })));

function measureOf(name: MetricName, [label]: readonly string[]): Measure | undefined {
  if (name === 'jarvis_errors_total') return 'errors';
  if (name === 'jarvis_llm_tokens_per_second') return 'tokens_per_second';
  return name === 'jarvis_voice_turn_seconds' ? measures.find(known => known === label) : undefined;
}
