/** What lives around the windows: the tray's menu, notifications, starting with the computer, the safe mode. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../browser.ts';
import { newDataDir, removeDataDir } from '../jarvis-program.ts';
import { eventually } from '../window-page.ts';
import { launchShell, type ShellProgram, shellHost, startShell } from './shell-program.ts';

/** What the stand-in records; a real desktop shows it to people alone. */
interface StandIn {
  readonly standIn: {
    readonly network: { hasNetwork: boolean };
    readonly trays: {
      readonly menu?: Electron.Menu;
      readonly toolTip: string;
      readonly image: { readonly path: string };
    }[];
    readonly notifications: {
      readonly title: string;
      readonly body: string;
      readonly actions: { readonly text?: string }[];
      emit(name: string, details: object): boolean;
    }[];
  };
}

const isRecorded = findChromium() !== undefined && shellHost === 'stand-in';

describe.skipIf(!isRecorded)(`around the windows (${shellHost})`, () => {
  let shell: ShellProgram;
  beforeAll(async () => {
    shell = await startShell();
  }, 120_000);
  afterAll(async () => {
    await shell?.stop();
  });

  const row = (id: string) =>
    shell.app.evaluate((electron, item) => {
      const [tray] = (electron as unknown as StandIn).standIn.trays;
      const found = tray?.menu?.getMenuItemById(item);
      return found && { label: found.label, checked: found.checked, enabled: found.enabled };
    }, id);
  const click = (id: string) =>
    shell.app.evaluate((electron, item) => {
      (electron as unknown as StandIn).standIn.trays[0]?.menu?.getMenuItemById(item)?.click();
    }, id);
  const ask = async (words: string): Promise<void> => {
    await shell.page.getByTestId('composer').fill(words);
    await shell.page.keyboard.press('Enter');
  };
  const lookAway = () =>
    shell.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.blur();
    });
  const notifications = () =>
    shell.app.evaluate(electron =>
      (electron as unknown as StandIn).standIn.notifications.map(({ title, body, actions }) => ({
        title,
        body,
        actions: actions.map(({ text }) => text),
      })),
    );
  const press = (actionIndex: number) =>
    shell.app.evaluate((electron, at) => {
      (electron as unknown as StandIn).standIn.notifications[0]?.emit('action', { actionIndex: at });
    }, actionIndex);

  it('the tray has the last answer, which can be copied', async () => {
    expect(await row('answer')).toMatchObject({ enabled: false });
    await ask('what is 15 % of 240?');
    await eventually(async () => expect((await row('answer'))?.label).toMatch(/= 36/));
    await click('answer-copy');
    expect(await shell.app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/= 36/);
  });

  it('the tray shows that there is no network, and that it is back', async () => {
    const setNetwork = (isThere: boolean) =>
      shell.app.evaluate((electron, hasNetwork) => {
        (electron as unknown as StandIn).standIn.network.hasNetwork = hasNetwork;
      }, isThere);
    const tray = () =>
      shell.app.evaluate(electron => {
        const [shown] = (electron as unknown as StandIn).standIn.trays;
        return `${shown?.image.path}: ${shown?.toolTip}`;
      });
    await setNetwork(false);
    await eventually(async () =>
      expect(await tray()).toMatch(/offline-on-(?:dark|light)\.png: Jarvis, offline$/),
    );
    await setNetwork(true);
    await eventually(async () => expect(await tray()).toMatch(/idle-on-.*: Jarvis$/));
  });

  it('the name is listened for only after the person has read what that means', async () => {
    expect(await row('hotword')).toMatchObject({ checked: false });
    await click('hotword');
    await shell.page.getByTestId('consent-yes').click();
    await eventually(async () => expect(await row('hotword')).toMatchObject({ checked: true }));
    await click('hotword');
    await eventually(async () => expect(await row('hotword')).toMatchObject({ checked: false }));
  });

  it('a timer that rings unseen is a notification: put off, then stopped, from there', async () => {
    await lookAway();
    await ask('set a timer for 1 second');
    await eventually(async () => expect(await notifications()).toHaveLength(1));
    expect(await notifications()).toMatchObject([{ title: 'Timer', actions: ['5 more min', 'Stop'] }]);
    await shell.page.getByTestId('ringing').waitFor();
    await press(0);
    await eventually(async () => expect(await notifications()).toHaveLength(0));
    await shell.page.getByTestId('ringing').waitFor({ state: 'detached' });
    await ask('set a timer for 1 second');
    await eventually(async () => expect(await notifications()).toHaveLength(1));
    await press(1);
    await shell.page.getByTestId('ringing').waitFor({ state: 'detached' });
    expect(await notifications()).toEqual([]);
  });

  it('none is shown while the window is looked at, and the tray stops what rings', async () => {
    await shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
    await ask('set a timer for 1 second');
    await shell.page.getByTestId('ringing').waitFor();
    expect(await notifications()).toEqual([]);
    const id = await shell.app.evaluate(electron => {
      const items = (electron as unknown as StandIn).standIn.trays[0]?.menu?.items ?? [];
      return items.find(item => item.id?.startsWith('stop '))?.id ?? '';
    });
    await click(id);
    await shell.page.getByTestId('ringing').waitFor({ state: 'detached' });
  });

  it.skipIf(process.platform !== 'linux')('it starts with the computer once it is told to', async () => {
    const file = join(shell.dataDir, 'config/autostart/jarvis.desktop');
    expect(existsSync(file)).toBe(false);
    await shell.page.getByTestId('room-settings').click();
    const box = shell.page.getByTestId('setting-startAtLogin').getByRole('switch');
    await box.click();
    await eventually(() => expect(readFileSync(file, 'utf8')).toMatch(/^Exec=.* "--hidden"$/m));
    await eventually(async () => expect(await box.isChecked()).toBe(true));
    await box.click();
    await eventually(() => expect(existsSync(file)).toBe(false));
  });

  it('a crash of the graphics process is told once', async () => {
    const crash = () =>
      shell.app.evaluate(({ app }) =>
        app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 1 }),
      );
    await crash();
    await crash();
    const told = shell.page.getByTestId('toast').filter({ hasText: 'graphics' });
    await told.waitFor();
    expect(await told.count()).toBe(1);
  });
});

describe.skipIf(!isRecorded || process.platform !== 'linux')(`the safe mode (${shellHost})`, () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await newDataDir();
  });
  afterAll(async () => {
    await quitAll();
    await removeDataDir(dataDir);
  });
  const ended = (app: ElectronApplication): Promise<unknown> =>
    new Promise(resolve => app.process().once('exit', resolve));
  /** Programs on this data folder, without Chromium's own: the process and how it was started. */
  const running = (): readonly string[] =>
    execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
      .split('\n')
      .filter(line => line.includes('boot.ts') && line.includes(dataDir));
  const quitAll = async (): Promise<void> => {
    for (const line of running()) process.kill(Number.parseInt(line, 10), 'SIGTERM');
    await eventually(() => expect(running()).toEqual([]), 40_000);
  };

  it('three crashes within a minute start it anew without voice and engines, which it says', async () => {
    const { app, page } = await launchShell({ dataDir, args: ['--no-welcome'] });
    await page.getByTestId('composer').waitFor();
    const gone = ended(app);
    await app
      .evaluate(async ({ webContents }) => {
        const [contents] = webContents.getAllWebContents();
        for (let crash = 0; crash < 3; crash++) {
          const loaded = new Promise(resolve => contents?.once('did-finish-load', () => resolve(undefined)));
          contents?.forcefullyCrashRenderer();
          await loaded;
        }
      })
      // It ends while it is asked.
      .catch((error: unknown) => expect(String(error)).toMatch(/closed|destroyed/i));
    await gone;
    await eventually(() => expect(running().join()).toContain('--safe'));
    await quitAll();
  }, 120_000);

  it('opens on the check-up, and starts normally again at a click', async () => {
    const { app, page } = await launchShell({ dataDir, args: ['--no-welcome', '--safe'] });
    await page.getByTestId('warning-safe-mode').waitFor();
    expect(new URL(page.url()).hash).toBe('#/system');
    const gone = ended(app);
    await page.getByTestId('start-normally').click();
    await gone;
    await eventually(() => expect(running()).toHaveLength(1));
    expect(running().join()).not.toContain('--safe');
    await quitAll();
  }, 120_000);
});

describe.skipIf(!isRecorded || process.platform !== 'linux')(`without a tray (${shellHost})`, () => {
  it('says so, shows its window even when it should start hidden, and ends when that is closed', async () => {
    const dataDir = await newDataDir();
    try {
      // A session whose bus knows of nobody that shows icons.
      const programs = join(dataDir, 'programs');
      mkdirSync(programs);
      writeFileSync(join(programs, 'dbus-send'), '#!/bin/sh\necho "   boolean false"\n', { mode: 0o755 });
      const { app, page } = await launchShell({
        dataDir,
        args: ['--no-welcome', '--hidden'],
        env: {
          PATH: `${programs}:${process.env.PATH ?? ''}`,
          DBUS_SESSION_BUS_ADDRESS: 'unix:path=/none',
          XDG_CURRENT_DESKTOP: 'GNOME',
        },
      });
      await page.getByTestId('warning-no-tray').waitFor();
      const ended = new Promise(resolve => app.process().once('exit', resolve));
      await app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        if (window?.isVisible()) setTimeout(() => window.close());
      });
      await ended;
    } finally {
      await removeDataDir(dataDir);
    }
  }, 120_000);
});
