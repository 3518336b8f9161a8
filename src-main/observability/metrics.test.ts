/** The metrics page: accepted by Prometheus' own checker, bounded, and without a user's words. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { metricDefinitions } from './metric-definitions.ts';
import { createMetrics } from './metrics.ts';
import { createObserver, type Observer } from './observer.ts';

const promtool = spawnSync('promtool', ['--version']).status === 0;
if (!promtool)
  console.warn(
    'SKIPPED: promtool is absent (Debian package "prometheus"); the metrics format is not checked.',
  );

function exercise(observer: Observer): void {
  observer.observeStage('first_token', 0.02);
  observer.observeStage('total', 1.2);
  observer.countError('model', 'model.busy');
  observer.countTokens('llama3.2:3b', 120, 30);
  observer.countRequest({ method: 'command', route: 'turn.ask', status: 'ok', seconds: 0.003 });
  observer.connectionOpened();
  observer.connectionOpened();
  observer.connectionClosed();
  observer.countAuthFailure('origin');
  observer.observeTranscription({
    engine: 'whisper',
    language: 'fr',
    seconds: 0.5,
    soundSeconds: 2,
    failed: false,
  });
  observer.observeTranscription({ engine: 'whisper', seconds: 0.1, soundSeconds: 2, failed: true });
  observer.observeSynthesis({ engine: 'espeak-ng', voice: 'fr', seconds: 0.1, failed: false });
  observer.setMemoryItems('conversation', 12);
  observer.setHealth({
    state: 'degraded',
    checks: [
      { part: 'store', state: 'fine', meaning: '', durationMs: 1 },
      { part: 'model:one', state: 'broken', meaning: '', durationMs: 1 },
      { part: 'model:two', state: 'fine', meaning: '', durationMs: 1 },
      { part: 'speech-to-text', state: 'broken', meaning: '', durationMs: 1 },
    ],
  });
}

async function pageOf(use: (observer: Observer) => void): Promise<string> {
  const { observer, values } = createObserver();
  const metrics = await createMetrics(values);
  use(observer);
  const page = await metrics.text();
  metrics.close();
  return page;
}

describe('the metrics page', () => {
  it('carries every defined metric with HELP and TYPE, and what was counted', async () => {
    const page = await pageOf(exercise);
    for (const [name, { type, help }] of Object.entries(metricDefinitions)) {
      expect(page).toContain(`# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`);
    }
    expect(page).toContain('jarvis_requests_total{method="command",route="turn.ask",status="ok"} 1');
    expect(page).toContain('jarvis_active_websocket_connections 1');
    expect(page).toContain('jarvis_llm_tokens_total{model="llama3.2:3b",direction="prompt"} 120');
    expect(page).toContain('jarvis_voice_turn_seconds_bucket{le="0.025",stage="first_token"} 1');
    expect(page).toContain('stt_real_time_factor_bucket{le="0.3",engine="whisper"} 1');
    expect(page).toContain('stt_errors_total{engine="whisper",language="unknown"} 1');
    expect(page).toContain('jarvis_service_health{service="store"} 1');
    expect(page).toContain('jarvis_service_health{service="model"} 1');
    expect(page).toContain('jarvis_service_health{service="speech-to-text"} 0');
    expect(page).toMatch(/^process_resident_memory_bytes \d/m);
    expect(page).toMatch(/^nodejs_eventloop_lag_seconds /m);
  });

  it('carries what was counted before it was switched on', async () => {
    const { observer, values } = createObserver();
    observer.countError('store', 'store.failed');
    const metrics = await createMetrics(values);
    expect(await metrics.text()).toContain('jarvis_errors_total{part="store",code="store.failed"} 1');
    expect(await metrics.text()).toContain('jarvis_errors_total{part="store",code="store.failed"} 1');
    metrics.close();
  });

  it.runIf(promtool)('is accepted by promtool', async () => {
    const checked = spawnSync('promtool', ['check', 'metrics'], {
      input: await pageOf(exercise),
      encoding: 'utf8',
    });
    expect(`${checked.stdout}${checked.stderr}`).toBe('');
    expect(checked.status).toBe(0);
  });

  it('holds no more than a few model names, and no character that breaks the format', async () => {
    const page = await pageOf(observer => {
      for (let i = 0; i < 500; i++) observer.countTokens(`model ${i} "\n} 1\ninjected_total`, 1, 1);
      observer.countTokens('x'.repeat(10_000), 1, 1);
    });
    const models = new Set([...page.matchAll(/model="([^"]*)"/g)].map(match => match[1]));
    expect(models.size).toBeLessThanOrEqual(25);
    expect(models).toContain('other');
    expect(page).not.toMatch(/^injected_total/m);
    const total = [...page.matchAll(/^jarvis_llm_tokens_total\{.*direction="prompt"\} (\d+)$/gm)];
    expect(total.reduce((sum, match) => sum + Number(match[1]), 0)).toBe(501);
  });

  it('counts a code that does not exist as unexpected, so that words cannot pass as one', async () => {
    const page = await pageOf(observer => observer.countError('model', 'my secret words'));
    expect(page).toContain('jarvis_errors_total{part="model",code="host.unexpected"} 1');
    expect(page).not.toContain('secret');
  });
});
