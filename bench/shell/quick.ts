/**
 * From another start's order, as it reaches the program, until the quick window's page has its field ready: drawn in a real
 * Electron, laid out in the stand-in, whose windows are not shown, so that Chromium draws them once a second only.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { ElectronApplication, Page } from 'playwright-core';
import { startShell } from '../../test/electron/shell-program.ts';
import { shellHost } from '../../test/test-host.ts';
import type { Row } from '../bench.ts';
import { atMost, median, p95 } from '../statistics.ts';
import { rounds } from './empty.ts';

const mostMs = 100;
const warmUpRounds = 3;

export async function quickRows(): Promise<readonly Row[]> {
  const shell = await startShell();
  try {
    const quick = await quickPage(shell.app);
    await quick.getByTestId('quick-field').waitFor();
    const tookMs: number[] = [];
    for (let round = -warmUpRounds; round < rounds * 5; round += 1) {
      const ms = await timeShown(shell.app, quick);
      if (round >= 0) tookMs.push(ms);
      await toggle(shell.app);
      await quick.waitForTimeout(50);
    }
    return [
      { what: 'quick window shown, warm: median', value: median(tookMs), unit: 'ms' },
      atMost({ what: 'quick window shown, warm: p95', value: p95(tookMs), unit: 'ms' }, mostMs),
    ];
  } finally {
    await shell.stop();
  }
}

/** Made a few seconds after the start; its event may come before it has its address. */
async function quickPage(app: ElectronApplication): Promise<Page> {
  const untilMs = performance.now() + 60_000;
  for (;;) {
    const found = app.windows().find(page => page.url().includes('#/quick'));
    if (found !== undefined) return found;
    if (performance.now() > untilMs) throw new Error('the quick window was not made');
    await pause(100);
  }
}

/** As a second start gives it: `jarvis --toggle`. @returns when it was given, on the clock of the system. */
const toggle = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ app: running }) => {
    const givenMs = performance.timeOrigin + performance.now();
    running.emit('second-instance', {}, [], '', { given: ['--toggle'] });
    return givenMs;
  });

async function timeShown(app: ElectronApplication, quick: Page): Promise<number> {
  const shown = quick.evaluate(draws => {
    (document.activeElement as HTMLElement | null)?.blur();
    return new Promise<number>(resolve => {
      const now = () => performance.timeOrigin + performance.now();
      const drawn = () => {
        if (draws) requestAnimationFrame(() => requestAnimationFrame(() => resolve(now())));
        else resolve(document.body.getBoundingClientRect().height >= 0 ? now() : Number.NaN);
      };
      const field = document.querySelector('[data-testid=quick-field]');
      field?.addEventListener('focus', drawn, { once: true });
      // What it listens to may begin before the field takes the keys.
      setTimeout(() => resolve(Number.NaN), 5000);
    });
  }, shellHost === 'electron');
  const givenMs = await toggle(app);
  return (await shown) - givenMs;
}
