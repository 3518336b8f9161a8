/** The metrics server answers this machine under its own name, and nothing else. */
import { request } from 'node:http';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HealthReport } from '../domain/health.ts';
import { createMetrics } from './metrics.ts';
import { type MetricsServer, serveMetrics } from './metrics-server.ts';
import { createObserver } from './observer.ts';

const report: HealthReport = {
  state: 'broken',
  checks: [{ part: 'store', state: 'broken', meaning: 'private words', mend: 'more', durationMs: 2 }],
};
let server: MetricsServer;
let refused: string[];
let health: HealthReport | undefined;

beforeEach(async () => {
  const { values } = createObserver();
  refused = [];
  health = report;
  server = await serveMetrics({
    port: 0,
    metrics: await createMetrics(values),
    health: () => health,
    onRefused: reason => refused.push(reason),
  });
});
afterEach(() => server.close());

function get(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; body: string; type: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path, method, headers }, response => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body, type: response.headers['content-type'] ?? '' }),
      );
    });
    sent.on('error', reject).end();
  });
}

describe('the metrics server', () => {
  it('serves the page in the Prometheus text format', async () => {
    const { status, body, type } = await get('/metrics');
    expect(status).toBe(200);
    expect(type).toContain('text/plain; version=0.0.4');
    expect(body).toContain('# TYPE jarvis_requests_total counter');
  });

  it('tells states of parts, without words, and 503 when broken', async () => {
    const { status, body } = await get('/health');
    expect(status).toBe(503);
    expect(JSON.parse(body)).toEqual({ state: 'broken', checks: [{ part: 'store', state: 'broken' }] });
    health = undefined;
    expect(await get('/health')).toMatchObject({ status: 200, body: '{"state":"unknown","checks":[]}' });
  });

  it.each(['localhost', '127.0.0.1', '[::1]'])('answers to the name %s with its port', async name => {
    expect((await get('/health', { host: `${name}:${server.port}` })).status).toBe(503);
  });

  it('refuses and counts everything else', async () => {
    const own = server.port;
    for (const host of ['evil.example', `evil.example:${own}`, '127.0.0.1', `127.0.0.1:${own + 1}`]) {
      expect((await get('/metrics', { host })).status, host).toBe(403);
    }
    expect((await get('/metrics', { origin: 'http://evil.example' })).status).toBe(403);
    expect((await get('/metrics', {}, 'POST')).status).toBe(405);
    expect((await get('/')).status).toBe(404);
    expect((await get('/metrics?x=1')).status).toBe(404);
    expect(refused).toEqual([...Array(4).fill('host'), 'origin', 'method', 'path', 'path']);
  });

  it('does not listen beyond loopback', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find(address => address && !address.internal && address.family === 'IPv4');
    if (!outside) {
      console.warn('SKIPPED: this machine has no address but loopback.');
      return;
    }
    const free = createServer();
    await new Promise<void>((resolve, reject) => {
      free.on('error', reject).listen({ host: outside.address, port: server.port, exclusive: true }, resolve);
    });
    await new Promise(resolve => free.close(resolve));
  });

  it('says plainly when its port is taken', async () => {
    const { values } = createObserver();
    const second = serveMetrics({
      port: server.port,
      metrics: await createMetrics(values),
      health: () => undefined,
    });
    await expect(second).rejects.toMatchObject({ code: 'host.port-taken', params: { port: server.port } });
  });
});
