/** The counters themselves: plain numbers in memory, whether or not anything reads them. */
import { BoundedLabel } from './bounded-label.ts';
import { type MetricName, metricDefinitions } from './metric-definitions.ts';

/** One series of a metric: label values in the order of its definition. */
export interface MetricValue {
  readonly labels: readonly string[];
  readonly value: number;
}

export type ObservationListener = (name: MetricName, labels: readonly string[], value: number) => void;

/** How many values a label may take; routes are the commands of the contract and the few pages of the web host. */
const labelLimits: Readonly<Record<string, number>> = { route: 96, code: 128, model: 24, voice: 24 };
const defaultLabelLimit = 32;

interface Series {
  readonly labels: readonly string[];
  /** Sum of a counter, last value of a gauge, number of observations of a histogram. */
  value: number;
  /** Sum of the observations of a histogram. */
  sum: number;
}

export class MetricValues {
  readonly #series = new Map<MetricName, Map<string, Series>>();
  readonly #labels = new Map<string, BoundedLabel>();
  readonly #listeners = new Set<ObservationListener>();

  add(name: MetricName, labels: readonly string[], amount = 1): void {
    const series = this.#find(name, labels);
    series.value += amount;
    for (const listener of this.#listeners) listener(name, series.labels, amount);
  }

  set(name: MetricName, labels: readonly string[], value: number): void {
    this.#find(name, labels).value = value;
  }

  /** A duration or ratio of a histogram; buckets are kept by a listener only. */
  observe(name: MetricName, labels: readonly string[], value: number): void {
    const series = this.#find(name, labels);
    series.value += 1;
    series.sum += value;
    for (const listener of this.#listeners) listener(name, series.labels, value);
  }

  values(name: MetricName): readonly MetricValue[] {
    return [...(this.#series.get(name)?.values() ?? [])];
  }

  /** Sum of the observations of a histogram over all its series. */
  sum(name: MetricName): number {
    return [...(this.#series.get(name)?.values() ?? [])].reduce((total, series) => total + series.sum, 0);
  }

  /** Hears every observation, and every step of a counter, from now on; the returned function ends it. */
  listen(listener: ObservationListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #find(name: MetricName, given: readonly string[]): Series {
    const labels = metricDefinitions[name].labels.map((label, i) => this.#bound(name, label, given[i] ?? ''));
    const ofMetric = this.#series.get(name) ?? new Map<string, Series>();
    this.#series.set(name, ofMetric);
    const key = labels.join(' ');
    const series = ofMetric.get(key) ?? { labels, value: 0, sum: 0 };
    ofMetric.set(key, series);
    return series;
  }

  #bound(name: MetricName, label: string, value: string): string {
    const key = `${name} ${label}`;
    const bounded = this.#labels.get(key) ?? new BoundedLabel(labelLimits[label] ?? defaultLabelLimit);
    this.#labels.set(key, bounded);
    return bounded.of(value);
  }
}
