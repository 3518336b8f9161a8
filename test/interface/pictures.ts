/** Pictures of the rooms, the same each time they are taken: a made-up profile, a clock that stands, nothing that moves. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../src-main/domain/language.ts';
import type { RoomName } from '../../src-renderer/store/state.ts';
import { repository } from '../jarvis-program.ts';
import { withPalette } from './palette-png.ts';
import { enter, isRoomInState, rooms } from './rooms.ts';
import { slowClock } from './slow-clock.ts';
import { Stage, type Window } from './stage.ts';

export const picturesFolder = join(repository, 'resources', 'screenshots');

export interface Picture {
  /** Of its file, without the ending. */
  readonly name: string;
  readonly room: RoomName;
  readonly theme: 'dark' | 'light';
  readonly language: Language;
  readonly isStrip: boolean;
}

const roomNames: readonly RoomName[] = ['conversation', 'memory', 'now', 'system', 'settings', 'welcome'];
const wide = { width: 1280, height: 800 };
const strip = { width: 400, height: 860 };

export const pictures: readonly Picture[] = (['dark', 'light'] as const).flatMap(theme =>
  (['fr', 'en'] as const).flatMap(language => [
    ...roomNames.map(room => ({
      name: `${room}-${theme}-${language}`,
      room,
      theme,
      language,
      isStrip: false,
    })),
    { name: `strip-${theme}-${language}`, room: 'conversation' as const, theme, language, isStrip: true },
  ]),
);

/** Figures that each machine and each run has its own of. */
export const measured =
  '.turn-times, [data-testid=turn-panel], .figures, .facts-table, .mono, [data-measured], progress, meter';

/** A Saturday morning, in the zone of the page and of the program. */
const zone = 'Europe/Paris';
const nowMs = Date.parse('2026-03-14T09:41:00+01:00');
/** The page comes after the program, whose clock goes on a little while the profile is filled. */
const pageNowMs = nowMs + 500;

export async function takePictures(
  browser: Browser,
  wanted: readonly Picture[],
  take: (picture: Picture, png: Buffer, page: Page) => void | Promise<void>,
): Promise<void> {
  // Of the imported talk: its local times are made here.
  process.env.TZ = zone;
  for (const language of ['fr', 'en'] as const) {
    const own = wanted.filter(picture => picture.language === language);
    if (own.length === 0) continue;
    const env = { TZ: zone, NODE_OPTIONS: slowClock(nowMs), JARVIS_PASSPHRASE: 'for the pictures alone' };
    const stage = await Stage.set('used', { language, todayMs: nowMs, env });
    try {
      await stage.prefer({ motion: 'less' });
      for (const picture of own) {
        await stage.prefer({ theme: picture.theme });
        const window = await open(browser, stage, picture);
        await take(picture, withPalette(await stillOf(window.page)), window.page);
        await window.page.context().close();
      }
    } finally {
      await stage.close();
    }
  }
}

async function open(browser: Browser, stage: Stage, picture: Picture): Promise<Window> {
  const row = rooms.find(one => one.room === picture.room && one.state === 'usual');
  if (row === undefined || !isRoomInState(row)) throw new Error(`no ${picture.room} in use`);
  const options = { locale: picture.language, timezoneId: zone, viewport: picture.isStrip ? strip : wide };
  const window = await stage.open(browser, options, pageNowMs);
  await enter(stage, window, row);
  if (picture.room === 'memory') await window.page.getByTestId('memory').first().dispatchEvent('click');
  // The card is open, and the room is seen from its top.
  await window.page.locator('.memory-middle').evaluateAll(all => {
    for (const one of all) one.scrollTop = 0;
  });
  // That the keys lie in a file is so on a machine without a keyring only.
  for (const banner of await window.page.locator('.banner.quiet button').all()) await banner.click();
  await window.page.evaluate(async () => {
    await document.fonts.ready;
    (document.activeElement as HTMLElement | null)?.blur();
  });
  return window;
}

/** Once two in a row are the same: fonts, late parts and measures have come. */
async function stillOf(page: Page): Promise<Buffer> {
  let before: Buffer = Buffer.alloc(0);
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const now = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    if (now.equals(before)) return now;
    before = now;
    await page.waitForTimeout(250);
  }
  throw new Error(`the page does not come to rest: ${page.url()}`);
}
