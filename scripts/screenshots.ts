/**
 * `npm run screenshots [-- ROOM…]`: a picture of every room in both themes and languages, and of the conversation as a
 * narrow strip, from a made-up profile in the built program: resources/screenshots/ROOM-THEME-LANGUAGE.png.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, launchBrowser } from '../test/browser.ts';
import { pictures, picturesFolder, takePictures } from '../test/interface/pictures.ts';

const chromium = findChromium();
if (chromium === undefined) throw new Error('no Chromium on this machine');
const wanted = process.argv.slice(2);
const browser = await launchBrowser(chromium);
mkdirSync(picturesFolder, { recursive: true });
let total = 0;
try {
  const chosen = pictures.filter(({ room }) => wanted.length === 0 || wanted.includes(room));
  await takePictures(browser, chosen, ({ name }, png) => {
    writeFileSync(join(picturesFolder, `${name}.png`), png);
    total += png.length;
    process.stdout.write(`${name}.png ${Math.round(png.length / 1000)} kB\n`);
  });
  process.stdout.write(`${chosen.length} pictures, ${Math.round(total / 1000)} kB\n`);
} finally {
  await browser.close();
}
