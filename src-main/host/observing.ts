/** Counters, the log and, where switched on, the metrics page of one run. */

import type { HealthReport } from '../domain/health.ts';
import type { MachineSettings } from '../domain/settings.ts';
import { type Log, openLog } from '../observability/log.ts';
import type { MetricValues } from '../observability/metric-values.ts';
import { createMetrics } from '../observability/metrics.ts';
import { serveMetrics } from '../observability/metrics-server.ts';
import { createObserver, type Observer } from '../observability/observer.ts';
import type { Clock } from '../ports/clock.ts';
import type { DataFolder } from './data-folder.ts';

export interface Observing {
  readonly observer: Observer;
  readonly log: Log;
  /** The observer's numbers. */
  readonly values: MetricValues;
  /** Serves `/metrics` and `/health` until `close`. Throws `host.port-taken`. */
  serve(port: number, health: () => HealthReport | undefined): Promise<number>;
  close(): Promise<void>;
}

export function startObserving(
  folder: DataFolder,
  level: MachineSettings['logLevel'],
  clock: Clock,
  onLogFailed: (error: unknown) => void,
): Observing {
  const { observer, values } = createObserver();
  const log = openLog({
    dir: folder.logs,
    level,
    nowMs: clock.nowMs,
    after: clock.after,
    onFailed: onLogFailed,
  });
  const closing: (() => Promise<void> | void)[] = [];
  return {
    observer,
    log,
    values,
    serve: async (port, health) => {
      const metrics = await createMetrics(values);
      const server = await serveMetrics({ port, metrics, health, onRefused: observer.countAuthFailure });
      closing.push(() => server.close(), metrics.close);
      return server.port;
    },
    close: async () => {
      for (const close of closing) await close();
      await log.close();
    },
  };
}
