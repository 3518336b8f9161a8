/**
 * What Jarvis counts on in Electron, asked of a small app of its own: the stand-in and a real Electron are held to the
 * same list.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../browser.ts';
import { aboutShellHost, shellBinary, shellHost } from '../test-host.ts';
import { packAsar } from './conformance-asar.ts';

const appFolder = fileURLToPath(new URL('./conformance-app', import.meta.url));

/** What the app notes, and the ports that it keeps. */
interface Noted {
  readonly argv: readonly string[];
  readonly heard: readonly string[];
  readonly opened: readonly string[];
  readonly permissions: readonly [string, readonly string[], boolean][];
  readonly prevented: readonly string[];
  readonly second: readonly [string, unknown][];
  readonly gone: readonly string[];
  readonly sender?: { readonly url: string; readonly parent: unknown };
}

/** What the preload gives the page, as far as the tests call it. */
interface Bridge {
  words: { list: string[] };
  add(one: number, other: number): number;
  later(text: string): Promise<string>;
  fails(): void;
  call(callback: (word: string) => string): string;
  onSaid(callback: (text: string) => void): void;
  say(text: string): void;
  utility(): void;
  openPort(name: string): void;
  transferBytes(): void;
  sees(): unknown;
}
type ConformancePage = typeof globalThis & { bridge: Bridge; ports: Record<string, MessagePort | undefined> };

console.warn(aboutShellHost);

describe.skipIf(shellHost === 'stand-in' && findChromium() === undefined)(
  `conformance (${shellHost})`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
    let app: ElectronApplication;
    let page: Page;

    const env = { ...(process.env as Record<string, string>), STAND_IN_NODE: process.execPath };
    const start = async (userData: string, path = appFolder): Promise<ElectronApplication> =>
      _electron.launch({
        executablePath: shellBinary,
        args: [
          ...['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', '--conformance=1'],
          ...[path, 'last'],
        ],
        env: { ...env, CONFORMANCE_DATA: userData },
        timeout: 60_000,
      });
    const noted = (): Promise<Noted> => app.evaluate(() => (globalThis as unknown as { noted: Noted }).noted);
    const hears = (text: string) =>
      expect.poll(async () => (await noted()).heard, { timeout: 20_000 }).toContain(text);

    beforeAll(async () => {
      app = await start(join(folder, 'data'));
      page = await app.firstWindow();
      await page.locator('#out').waitFor();
    }, 60_000);
    afterAll(async () => {
      await app?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it('the app is what its package says, and Chromium’s switches stay among its arguments', async () => {
      const about = await app.evaluate(({ app: it }) => [it.getName(), it.getVersion(), it.isPackaged]);
      expect(about).toEqual(['Conformance', '1.2.3', false]);
      const { argv } = await noted();
      expect(argv).toContain('--conformance=1');
      expect(argv.slice(-2)).toEqual([appFolder, 'last']);
    });

    it('the first window shows the app’s own address', async () => {
      const urls = await app.evaluate(({ webContents }) =>
        webContents.getAllWebContents().map(one => one.getURL()),
      );
      expect(urls).toEqual(['app://conformance/']);
      expect(await page.title()).toBe('Conformance');
      expect(await page.evaluate(() => isSecureContext)).toBe(true);
    });

    // Chromium alone knows no schemes but its own, and `location` cannot be changed by anybody.
    it.skipIf(shellHost === 'stand-in')('location is the app’s address', async () => {
      expect(await page.evaluate(() => [location.href, location.origin])).toEqual([
        'app://conformance/',
        'app://conformance',
      ]);
    });
    if (shellHost === 'stand-in')
      console.warn(
        'SKIPPED: `location` shows app:// in a real Electron alone; in the stand-in it shows https://',
      );

    it('the preload lives in a world of its own, without Node but with what a sandbox gives', async () => {
      const seen = await page.evaluate(() => (globalThis as ConformancePage).bridge.sees());
      expect(seen).toMatchObject({
        pageValue: 'undefined',
        ownValue: 1,
        arrayMark: 'undefined',
        node: ['function', 'object', true],
      });
      expect(
        await page.evaluate(() =>
          ['onlyHere', 'require', 'process', 'Buffer'].filter(name => name in window),
        ),
      ).toEqual([]);
    });

    it('the bridge is frozen, and passes functions, promises, callbacks and errors', async () => {
      const seen = await page.evaluate(async () => {
        const { bridge } = globalThis as ConformancePage;
        const failure = (): string => {
          try {
            bridge.fails();
            return 'none';
          } catch (error) {
            return (error as Error).message;
          }
        };
        return {
          frozen: [bridge, bridge.words, bridge.words.list].map(Object.isFrozen),
          isReplaced: Reflect.set(globalThis, 'bridge', 1) && Reflect.get(globalThis, 'bridge') === 1,
          sum: bridge.add(2, 3),
          later: await bridge.later('much'),
          called: bridge.call(word => `${word} back`),
          failure: failure(),
        };
      });
      expect(seen).toEqual({
        frozen: [true, true, true],
        isReplaced: false,
        sum: 5,
        later: 'much later',
        called: 'called back',
        failure: expect.stringContaining('it failed'),
      });
    });

    it('a message goes to the main process, which knows the frame, and one comes back', async () => {
      const said = await page.evaluate(
        () =>
          new Promise(resolve => {
            const { bridge } = globalThis as ConformancePage;
            bridge.onSaid(resolve);
            bridge.say('hello');
          }),
      );
      expect(said).toBe('hello!');
      expect((await noted()).sender).toEqual({ url: 'app://conformance/', parent: null });
    });

    it('a scheme of our own is served: status, headers, bodies, and nothing that is not there', async () => {
      const seen = await page.evaluate(async () => {
        const posted = await fetch('/echo', { method: 'POST', body: 'été' });
        return [
          posted.status,
          posted.headers.get('x-echo'),
          await posted.text(),
          (await fetch('/none')).status,
        ];
      });
      expect(seen).toEqual([201, 'yes', '/echo: été', 404]);
    });

    it('the policy of a page of ours holds, and no request leaves', async () => {
      const seen = await page.evaluate(async () => {
        const script = document.createElement('script');
        script.textContent = 'window.ranInline = 1';
        document.head.append(script);
        const left = await fetch('https://example.org/').then(
          () => 'left',
          () => 'refused',
        );
        return ['ranInline' in window, left];
      });
      expect(seen).toEqual([false, 'refused']);
    });

    it('permissions are asked of the session, by kind', async () => {
      const ask = (wanted: MediaStreamConstraints) =>
        page.evaluate(
          constraints =>
            navigator.mediaDevices.getUserMedia(constraints).then(
              stream => stream.getTracks().map(track => track.kind),
              (error: Error) => error.name,
            ),
          wanted,
        );
      expect(await ask({ audio: true })).toEqual(['audio']);
      expect(await ask({ video: true })).toBe('NotAllowedError');
      const { permissions } = await noted();
      expect(permissions.map(([kind, , isMainFrame]) => [kind, isMainFrame])).toEqual([
        ['media', true],
        ['media', true],
      ]);
      expect(permissions[0]?.[1]).toEqual(['audio']);
      expect(permissions[1]?.[1]).toEqual(['video']);
    });

    it('a page stays where it is when leaving is prevented', async () => {
      await page.evaluate(() => {
        location.href = 'https://example.org/away';
      });
      await expect.poll(async () => (await noted()).prevented).toEqual(['https://example.org/away']);
      expect(await page.title()).toBe('Conformance');
    });

    it('a window that is refused is null, whether a script or a link asked for it', async () => {
      expect(await page.evaluate(() => window.open('https://example.org/a') === null)).toBe(true);
      await page.locator('#out').click();
      await expect
        .poll(async () => (await noted()).opened)
        .toEqual(['https://example.org/a', 'https://example.org/out']);
      expect(app.windows()).toHaveLength(1);
    });

    const openPort = (name: string) =>
      page.evaluate(async wanted => {
        const { bridge, ports } = globalThis as ConformancePage;
        bridge.openPort(wanted);
        while (ports[wanted] === undefined) await new Promise(resolve => setTimeout(resolve, 10));
      }, name);

    it('a port passes words and bytes between the page and the main process', async () => {
      await openPort('own');
      const answer = await page.evaluate(
        () =>
          new Promise(resolve => {
            const port = (globalThis as ConformancePage).ports.own;
            if (port === undefined) throw new Error('no port');
            port.onmessage = ({ data }) => resolve([data.text, [...data.bytes]]);
            port.postMessage({ text: 'hello', bytes: Uint8Array.of(0, 128, 255) });
          }),
      );
      expect(answer).toEqual(['hello!', [0, 128, 255]]);
    });

    it('nothing but ports may be transferred', async () => {
      const thrown = await app.evaluate(({ MessageChannelMain }) => {
        const { port1 } = new MessageChannelMain();
        try {
          port1.postMessage('x', [new ArrayBuffer(8)] as unknown as Electron.MessagePortMain[]);
          return 'nothing';
        } catch (error) {
          return String(error);
        }
      });
      expect(thrown).toBe('TypeError: Port at index 0 is not a valid port');
      expect(
        await page.evaluate(() => {
          try {
            (globalThis as ConformancePage).bridge.transferBytes();
            return 'sent';
          } catch {
            return 'thrown';
          }
        }),
      ).toBe('thrown');
    });

    it('a busy page holds up neither a utility process’s port nor one of its own workers', async () => {
      await openPort('worker');
      await page.evaluate(async () => {
        const port = (globalThis as ConformancePage).ports.worker;
        const worker = new Worker('/worker.js');
        const ready = new Promise(resolve => {
          worker.onmessage = resolve;
        });
        worker.postMessage('take', port === undefined ? [] : [port]);
        await ready;
        (globalThis as ConformancePage).bridge.utility();
      });
      await hears('utility: take: a port');
      await page.evaluate(() => {
        const { bridge } = globalThis as ConformancePage;
        bridge.say('busy');
        const endMs = performance.now() + 3_000;
        while (performance.now() < endMs);
        bridge.say('idle');
      });
      await hears('idle');
      const { heard } = await noted();
      for (const answer of ['worker: ping answered', 'utility port: ping answered']) {
        expect(heard).toContain(answer);
        expect(heard.indexOf(answer)).toBeLessThan(heard.indexOf('idle'));
      }
    });

    it('a utility process that is killed is told of', async () => {
      await app.evaluate(() =>
        (globalThis as unknown as { utility: Electron.UtilityProcess }).utility.kill(),
      );
      await hears('utility: gone');
    });

    it('a second start leaves its words with the first, and ends', async () => {
      const child = spawn(shellBinary, ['--no-sandbox', appFolder, 'second'], {
        env: { ...env, CONFORMANCE_DATA: join(folder, 'data') },
        stdio: 'ignore',
      });
      expect(await new Promise(resolve => child.once('exit', resolve))).toBe(0);
      await expect
        .poll(async () => (await noted()).second)
        .toEqual([[expect.any(String), { given: 'a word' }]]);
    });

    it('what the system has is there in its shape', async () => {
      const kinds = await app.evaluate(electron => [
        typeof electron.powerMonitor.on,
        typeof electron.Tray,
        typeof electron.Menu.buildFromTemplate,
        typeof electron.nativeImage.createFromPath,
        typeof electron.shell.openExternal,
        electron.screen.getAllDisplays().length > 0,
      ]);
      expect(kinds).toEqual([...Array(5).fill('function'), true]);
    });

    it('a page’s things outlive the program; one that crashes is told of', async () => {
      const data = join(folder, 'kept');
      const first = await start(data);
      await (await first.firstWindow()).locator('#out').waitFor();
      await (await first.firstWindow()).evaluate(() => localStorage.setItem('kept', 'yes'));
      await first.close();
      const second = await start(data);
      const again = await second.firstWindow();
      await again.locator('#out').waitFor();
      expect(await again.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
      await second.evaluate(({ webContents }) => {
        webContents.getAllWebContents()[0]?.forcefullyCrashRenderer();
      });
      await expect
        .poll(() => second.evaluate(() => (globalThis as unknown as { noted: Noted }).noted.gone))
        .toEqual([expect.stringMatching(/^(?:crashed|killed)$/)]);
      await second.close();
    }, 60_000);

    it('an app starts from an archive', async () => {
      const archive = join(folder, 'app.asar');
      writeFileSync(archive, packAsar(appFolder));
      const packed = await start(join(folder, 'packed'), archive);
      const window = await packed.firstWindow();
      await window.locator('#out').waitFor();
      expect(await window.title()).toBe('Conformance');
      await packed.close();
    }, 60_000);
  },
);
