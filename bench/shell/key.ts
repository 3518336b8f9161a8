/**
 * From the key going down in the window until the window shows that it listens, and until the first frame of the
 * microphone has reached the program's own process. The microphone was opened before.
 */
import type { Page } from 'playwright-core';
import { type ShellProgram, startShell } from '../../test/electron/shell-program.ts';
import { assetPath, haveAssets } from '../../test/test-assets.ts';
import type { Row } from '../bench.ts';
import { atMost, median, p95 } from '../statistics.ts';
import { rounds } from './empty.ts';

const recognizer = 'models/stt/whisper-format-tiny-overfit';
const voices = { fr: 'models/tts/piper-format-fr', en: 'models/tts/piper-format-en' };
const mostMs = 60;
const warmUpRounds = 3;

export async function keyRows(): Promise<readonly Row[]> {
  if (!haveAssets(recognizer, voices.fr, voices.en)) return [];
  const speech = {
    recognizerDir: assetPath(recognizer),
    voiceDirs: { fr: assetPath(voices.fr), en: assetPath(voices.en) },
  };
  const shell = await startShell({ settings: { speech } });
  try {
    await noteFrames(shell);
    const measured: Times[] = [];
    let lost = 0;
    for (let round = -warmUpRounds; round < rounds * 3; round += 1) {
      const times = await timeKey(shell);
      if (times === undefined) lost += 1;
      else if (round >= 0) measured.push(times);
    }
    const shown = measured.map(({ shownMs }) => shownMs);
    const frame = measured.map(({ frameMs }) => frameMs);
    return [
      { what: 'key presses that were not answered in time', value: lost, unit: '' },
      { what: 'key down → listening shown, warm: median', value: median(shown), unit: 'ms' },
      atMost({ what: 'key down → listening shown, warm: p95', value: p95(shown), unit: 'ms' }, mostMs),
      { what: 'key down → first frame at the core, warm: median', value: median(frame), unit: 'ms' },
      atMost(
        { what: 'key down → first frame at the core, warm: p95', value: p95(frame), unit: 'ms' },
        mostMs,
      ),
    ];
  } finally {
    await shell.stop();
  }
}

interface Times {
  readonly shownMs: number;
  readonly frameMs: number;
}

/** The program's process notes when frames come, on the clock of the system; the page's lines are opened anew for it. */
async function noteFrames({ app, page }: ShellProgram): Promise<void> {
  await app.evaluate(({ ipcMain }) => {
    Object.assign(globalThis, { benchFramesMs: [] });
    ipcMain.prependListener('line.open', (event, asked: { kind?: string }) => {
      if (asked.kind !== 'sound') return;
      event.ports[0]?.on('message', () =>
        (Reflect.get(globalThis, 'benchFramesMs') as number[]).push(
          performance.timeOrigin + performance.now(),
        ),
      );
    });
  });
  await page.reload();
  await page.getByTestId('composer').waitFor();
  await page.evaluate(() => {
    const now = () => performance.timeOrigin + performance.now();
    let times: Record<string, number> = {};
    addEventListener(
      'keydown',
      ({ repeat }) => {
        if (!repeat) times = { keyMs: now() };
      },
      { capture: true },
    );
    const isListening = () =>
      ['listening', 'hearing'].includes(
        document.querySelector('[data-testid=voice-state]')?.getAttribute('data-state') ?? '',
      );
    new MutationObserver(() => {
      if (!isListening() || times.keyMs === undefined || times.shownMs !== undefined) return;
      times.shownMs = now();
      Object.assign(globalThis, { benchTimes: { ...times } });
    }).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-state'],
    });
  });
}

/** Undefined when the window does not listen in time. */
async function timeKey({ app, page }: ShellProgram): Promise<Times | undefined> {
  await page.evaluate(() => {
    Object.assign(globalThis, { benchTimes: undefined });
    (document.activeElement as HTMLElement | null)?.blur();
  });
  await page.keyboard.down('Space');
  const seen = await timesOf(page);
  await page.waitForTimeout(400);
  await page.keyboard.up('Space');
  const framesMs = await app.evaluate(() => Reflect.get(globalThis, 'benchFramesMs') as number[]);
  await atRest(page);
  if (seen === undefined) return undefined;
  const { keyMs, shownMs } = seen;
  return { shownMs: shownMs - keyMs, frameMs: (framesMs.find(ms => ms >= keyMs) ?? Number.NaN) - keyMs };
}

/** Asked by the clock: a page that is not shown draws too seldom to be asked at each frame. */
async function timesOf(page: Page): Promise<{ keyMs: number; shownMs: number } | undefined> {
  for (const endMs = Date.now() + 5000; Date.now() < endMs; ) {
    const times = await page.evaluate(() => Reflect.get(globalThis, 'benchTimes'));
    if (times !== undefined) return times;
    await page.waitForTimeout(50);
  }
  return undefined;
}

const atRest = async (page: Page): Promise<void> => {
  for (const endMs = Date.now() + 20_000; Date.now() < endMs; await page.waitForTimeout(50))
    if ((await page.getByTestId('voice-state').count()) === 0) break;
  await page.waitForTimeout(300);
};
