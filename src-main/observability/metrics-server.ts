/** Serves GET /metrics and /health to this machine alone. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { JarvisError } from '../domain/errors.ts';
import type { HealthReport } from '../domain/health.ts';
import type { Metrics } from './metrics.ts';

export interface MetricsServerOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly metrics: Metrics;
  /** The last known report; a scrape checks nothing by itself. */
  readonly health: () => HealthReport | undefined;
  /** Called for each refused request, with a fixed word. */
  readonly onRefused?: (reason: string) => void;
}

export interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Throws JarvisError `host.port-taken`. */
export async function serveMetrics(options: MetricsServerOptions): Promise<MetricsServer> {
  const server = createServer({ requestTimeout: 10_000, maxHeaderSize: 8192 });
  const port = await listen(server, options.port);
  const hosts = new Set(['127.0.0.1', 'localhost', '[::1]'].map(name => `${name}:${port}`));
  server.on('request', (request, response) => {
    answer(request, response, hosts, options).catch(() => refuse(response, 500, 'failed'));
  });
  return {
    port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  hosts: ReadonlySet<string>,
  { metrics, health, onRefused }: MetricsServerOptions,
): Promise<void> {
  const reject = (status: number, reason: string): void => {
    onRefused?.(reason);
    refuse(response, status, reason);
  };
  // A page whose name was made to point at this machine sends its own name here.
  if (!hosts.has(request.headers.host ?? '')) return reject(403, 'host');
  if (request.headers.origin !== undefined) return reject(403, 'origin');
  if (request.method !== 'GET') return reject(405, 'method');
  if (request.url === '/metrics') return send(response, 200, metrics.contentType, await metrics.text());
  if (request.url === '/health') return sendHealth(response, health());
  return reject(404, 'path');
}

/** States only: meanings and figures may name files and addresses. */
function sendHealth(response: ServerResponse, report: HealthReport | undefined): void {
  const checks = report?.checks.map(({ part, state }) => ({ part, state })) ?? [];
  const body = JSON.stringify({ state: report?.state ?? 'unknown', checks });
  send(response, report?.state === 'broken' ? 503 : 200, 'application/json', body);
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  if (response.headersSent) response.destroy();
  else send(response, status, 'text/plain', `refused: ${reason}\n`);
}

function send(response: ServerResponse, status: number, contentType: string, body: string): void {
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new JarvisError('host.port-taken', { port }, error) : error),
    );
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new JarvisError('host.unexpected'));
      else resolve(address.port);
    });
  });
}
