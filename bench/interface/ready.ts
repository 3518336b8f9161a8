/** How soon the page can be typed into, warm, and how much script comes before anything is used. */
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright-core';
import { linkOf } from '../../test/core-client.ts';
import type { Row } from '../bench.ts';
import type { RunningCore } from '../running-core.ts';
import { atMost, median, p95 } from '../statistics.ts';
import { startBaselinePage } from './baseline-page.ts';
import { addPaintClock, type PaintClock } from './painted.ts';
import { pause } from './stage.ts';

const rounds = 25;
/** A browser keeps a compiled script from its second or third run on. */
const warmUpRounds = 5;
const composer = '[data-testid=composer]:enabled';
/** The first field takes what is typed as well, and hands it to the composer. */
const anyField = `#first textarea, ${composer}`;
/** Long enough for what the page loads by itself once it has nothing else to do. */
const restMs = 2000;
/** A page that is closed, and the core that loses its window, have work left: no load begins within it. */
const betweenMs = 400;

export async function readyRows(context: BrowserContext, core: RunningCore): Promise<readonly Row[]> {
  const baseline = await startBaselinePage();
  const first = await context.newPage();
  const loaded = watchScripts(first);
  await first.goto(await linkOf(core.program.dataDir));
  await first.locator(composer).waitFor();
  const scripts = await loaded();
  await pause(restMs);
  const later = (await loaded()) - scripts;
  const home = new URL('/', first.url()).href;
  await first.close();
  const ours: number[] = [];
  const whole: number[] = [];
  const theirs: number[] = [];
  const loads = [
    { times: ours, load: () => timeReady(context, home, anyField) },
    { times: theirs, load: () => timeReady(context, baseline.address, baseline.ready) },
  ];
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    // Each as often after the other: what a page leaves behind when it goes is none of the next one's.
    for (const { times, load } of round % 2 === 0 ? loads : loads.toReversed()) {
      const ms = await load();
      if (round >= 0) times.push(ms);
    }
  }
  for (let round = 0; round < rounds; round += 1) whole.push(await timeReady(context, home, composer));
  await baseline.close();
  const ratios = ours.map((ms, round) => ms / (theirs[round] ?? Number.NaN));
  return [
    { what: 'ready to type, warm: median', value: median(ours), unit: 'ms', baseline: median(theirs) },
    { what: 'the whole window, warm: median', value: median(whole), unit: 'ms', baseline: median(theirs) },
    { what: 'ready to type, warm: p95', value: p95(ours), unit: 'ms', baseline: p95(theirs) },
    atMost(
      { what: 'ready to type, of two loads in turn: median', value: median(ratios), unit: 'ratio' },
      1.25,
    ),
    atMost({ what: 'script before first use, compressed', value: scripts / 1000, unit: 'kB' }, 350),
    { what: 'script that comes by itself after that', value: later / 1000, unit: 'kB' },
  ];
}

/** From the start of the navigation to the paint that shows the field. */
async function timeReady(context: BrowserContext, address: string, field: string): Promise<number> {
  await pause(betweenMs);
  const page = await context.newPage();
  await page.addInitScript(addPaintClock);
  await page.addInitScript(selector => {
    const clock = globalThis as unknown as PaintClock;
    const ready = clock.benchPainted(() => document.querySelector(selector) !== null);
    Object.assign(globalThis, { benchReady: ready });
  }, field);
  await page.goto(address);
  const readyMs = await page.evaluate(() => Reflect.get(globalThis, 'benchReady') as Promise<number>);
  await page.close();
  return readyMs;
}

/** Bytes of all scripts that the page has fetched, as the strongest gzip leaves them. */
function watchScripts(page: Page): () => Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', response => {
    if (response.request().resourceType() === 'script') bodies.push(response.body());
  });
  return async () =>
    (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
}
