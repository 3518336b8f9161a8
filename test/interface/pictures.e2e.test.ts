/** The rooms look as the pictures in resources/screenshots do; where that is wanted otherwise, `npm run screenshots` renews them. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launchBrowser } from '../browser.ts';
import { measured, pictures, picturesFolder, takePictures } from './pictures.ts';

const chromium = findChromium();
/** Of all pixels; letters are smoothed a little otherwise by another version of the browser. */
const mostDifferent = 0.01;
/** Of one pixel, 0 to 1. */
const threshold = 0.2;
/** One theme in each language: the other pictures differ by tokens and words alone, which have tests of their own. */
const compared = pictures.filter(({ theme, language }) => (theme === 'dark') === (language === 'fr'));

describe.runIf(chromium !== undefined)('pictures of the rooms', () => {
  let browser: Browser;
  const differing = new Map<string, string>();

  beforeAll(async () => {
    browser = await launchBrowser(chromium ?? '');
    await takePictures(browser, compared, async ({ name }, png, page) => {
      const verdict = compare(name, png, await boxesOf(page));
      if (verdict !== undefined) differing.set(name, verdict);
    });
  }, 300_000);
  afterAll(() => browser?.close());

  test.each(compared.map(({ name }) => name))('%s', name => {
    expect(differing.get(name)).toBeUndefined();
  });
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where figures of this very run stand. */
async function boxesOf(page: Page): Promise<readonly Box[]> {
  const boxes = await Promise.all((await page.locator(measured).all()).map(one => one.boundingBox()));
  return boxes.filter(box => box !== null);
}

/** What is wrong, and where to look; undefined where nothing is. */
function compare(name: string, taken: Buffer, boxes: readonly Box[]): string | undefined {
  const kept = PNG.sync.read(readFileSync(join(picturesFolder, `${name}.png`)));
  const now = PNG.sync.read(taken);
  const { width, height } = kept;
  if (now.width !== width || now.height !== height) return `is ${now.width} × ${now.height} now`;
  for (const picture of [kept, now]) for (const box of boxes) cover(picture, box);
  const diff = new PNG({ width, height });
  const count = pixelmatch(kept.data, now.data, diff.data, width, height, { threshold });
  if (count <= mostDifferent * width * height) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-pictures-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), taken);
  writeFileSync(join(folder, `${name}-diff.png`), PNG.sync.write(diff));
  const share = ((100 * count) / (width * height)).toFixed(1);
  return `${share} % of it is different: see ${folder}; npm run screenshots renews what is meant so`;
}

function cover({ width, height, data }: PNG, box: Box): void {
  const [left, right] = [Math.max(0, Math.floor(box.x)), Math.min(width, Math.ceil(box.x + box.width))];
  const [top, bottom] = [Math.max(0, Math.floor(box.y)), Math.min(height, Math.ceil(box.y + box.height))];
  for (let y = top; y < bottom; y += 1)
    data.fill(0x80, (y * width + left) * 4, (y * width + Math.max(left, right)) * 4);
}
