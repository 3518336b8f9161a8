/** The observer's numbers in the Prometheus text format; the client library is loaded only when metrics are switched on. */
import type { Histogram, Registry } from 'prom-client';
import {
  durationBuckets,
  type MetricDefinition,
  type MetricName,
  metricDefinitions,
  realTimeBuckets,
  tokenRateBuckets,
} from './metric-definitions.ts';
import type { MetricValues } from './metric-values.ts';

type Library = typeof import('prom-client');

export interface Metrics {
  readonly contentType: string;
  /** The whole page, from numbers in memory: no query, no message. */
  text(): Promise<string>;
  close(): void;
}

/** Gauges of the library whose names say counter; Prometheus' checker refuses them, and the same figures stand there by type. */
const misnamedGauges = [
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
  'nodejs_active_resources_total',
];

/** Counters carry what was counted before; histograms count from now on. */
export async function createMetrics(values: MetricValues): Promise<Metrics> {
  const { default: library } = await import('prom-client');
  const registry = new library.Registry();
  library.collectDefaultMetrics({ register: registry });
  for (const name of misnamedGauges) registry.removeSingleMetric(name);
  const histograms = new Map<MetricName, Histogram>();
  for (const [name, definition] of definitions()) {
    if (definition.type === 'histogram')
      histograms.set(name, makeHistogram(library, registry, name, definition));
    else mirror(library, registry, values, name, definition);
  }
  const stopListening = values.listen((name, labels, value) =>
    histograms.get(name)?.observe(labelled(name, labels), value),
  );
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    close: () => {
      stopListening();
      registry.clear();
    },
  };
}

/** A counter or gauge that takes its series from `values` at each scrape. */
function mirror(
  { Counter, Gauge }: Library,
  registry: Registry,
  values: MetricValues,
  name: MetricName,
  { type, help, labels }: MetricDefinition,
): void {
  const series = () =>
    values.values(name).map(({ labels, value }) => [labelled(name, labels), value] as const);
  const shared = { name, help, labelNames: labels, registers: [registry] };
  if (type === 'counter') {
    new Counter({
      ...shared,
      collect() {
        this.reset();
        for (const [of, value] of series()) this.inc(of, value);
      },
    });
  } else {
    new Gauge({
      ...shared,
      collect() {
        for (const [of, value] of series()) this.set(of, value);
      },
    });
  }
}

function makeHistogram(
  { Histogram }: Library,
  registry: Registry,
  name: MetricName,
  { help, labels }: MetricDefinition,
): Histogram {
  const buckets = [...bucketsOf(name)];
  return new Histogram({ name, help, labelNames: labels, buckets, registers: [registry] });
}

function bucketsOf(name: MetricName): readonly number[] {
  if (name === 'stt_real_time_factor') return realTimeBuckets;
  return name === 'jarvis_llm_tokens_per_second' ? tokenRateBuckets : durationBuckets;
}

const definitions = () => Object.entries(metricDefinitions) as [MetricName, MetricDefinition][];

const labelled = (name: MetricName, labels: readonly string[]): Record<string, string> =>
  Object.fromEntries(metricDefinitions[name].labels.map((label, i) => [label, labels[i] ?? '']));
