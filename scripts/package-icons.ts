/** Draws the program's icons from resources/package/icon.svg: `node scripts/package-icons.ts`. Needs Chromium. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium, launchBrowser } from '../test/browser.ts';
import { iconFile, iconSetFile, type SizedPng } from './package/icon-containers.ts';

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const folder = fileURLToPath(new URL('../resources/package/', import.meta.url));

async function draw(svg: string, chromium: string): Promise<SizedPng[]> {
  const browser = await launchBrowser(chromium);
  try {
    const page = await browser.newPage();
    const drawn: SizedPng[] = [];
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      );
      drawn.push({ size, png: await page.screenshot({ omitBackground: true }) });
    }
    return drawn;
  } finally {
    await browser.close();
  }
}

const chromium = findChromium();
if (chromium === undefined) process.exitCode = 1;
else {
  const drawn = await draw(readFileSync(`${folder}icon.svg`, 'utf8'), chromium);
  mkdirSync(`${folder}icons`, { recursive: true });
  for (const { size, png } of drawn) writeFileSync(`${folder}icons/${size}x${size}.png`, png);
  writeFileSync(`${folder}icon.ico`, iconFile(drawn));
  writeFileSync(`${folder}icon.icns`, iconSetFile(drawn));
}
