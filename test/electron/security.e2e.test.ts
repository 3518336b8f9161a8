/** What the shell forbids its pages, each item tried from inside the page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../browser.ts';
import { type ShellProgram, shellHost, startShell } from './shell-program.ts';

describe.skipIf(findChromium() === undefined)(`security of the shell (${shellHost})`, () => {
  let shell: ShellProgram;
  beforeAll(async () => {
    shell = await startShell();
  }, 60_000);
  afterAll(async () => {
    await shell?.stop();
  });
  /** The quick window is one of ours, and comes by itself a while after the start. */
  const windowCount = async (): Promise<number> => {
    const addresses = await shell.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map(contents => contents.getURL()),
    );
    return addresses.filter(address => address !== '' && !address.endsWith('#/quick')).length;
  };
  const inPage = <T>(run: () => T | Promise<T>): Promise<T> => shell.page.evaluate(run);

  it('every window has no rights but those of a page', async () => {
    const preferences = await shell.app.evaluate(({ webContents }) =>
      webContents
        .getAllWebContents()
        .map(contents =>
          (contents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences(),
        ),
    );
    for (const given of preferences)
      expect(given).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
      });
  });

  it('the page is given two things, frozen, and nothing of Node', async () => {
    const seen = await inPage(() => {
      const { jarvisShell } = window as unknown as { jarvisShell: Record<string, unknown> };
      return {
        keys: Object.keys(jarvisShell).sort(),
        isFrozen: Object.isFrozen(jarvisShell),
        others: ['require', 'process', 'module', 'ipcRenderer', 'Buffer', 'global'].filter(
          name => name in window,
        ),
      };
    });
    expect(seen).toEqual({ keys: ['openLine', 'platform'], isFrozen: true, others: [] });
  });

  it.each([
    'https://example.org/',
    'file:///etc/passwd',
    'javascript:void(window.ran = 1)',
    'data:text/html,x',
  ])('it cannot leave for %s', async address => {
    await shell.page.evaluate(to => {
      location.href = to;
    }, address);
    await shell.page.waitForTimeout(200);
    const [url] = await shell.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map(contents => contents.getURL()),
    );
    expect(url).toMatch(/^app:\/\/jarvis\//);
    expect(await inPage(() => 'ran' in window)).toBe(false);
  });

  it('a new window is none, and only the web and mail are opened outside', async () => {
    const before = await windowCount();
    const opened = await inPage(() =>
      [
        'https://example.org/a',
        'mailto:anna@example.org',
        'file:///etc/passwd',
        'smb://server/x',
        'app://jarvis/',
      ].map(address => window.open(address) === null),
    );
    expect(opened).toEqual([true, true, true, true, true]);
    expect(await windowCount()).toBe(before);
    // A real one has opened them.
    if (shellHost === 'electron') return;
    await expect
      .poll(() =>
        shell.app.evaluate(
          electron => (electron as unknown as { standIn: { openedOutside: string[] } }).standIn.openedOutside,
        ),
      )
      .toEqual(['https://example.org/a', 'mailto:anna@example.org']);
  });

  it('the microphone may be asked for, the camera may not', async () => {
    const ask = (wanted: MediaStreamConstraints) =>
      shell.page.evaluate(
        constraints =>
          navigator.mediaDevices.getUserMedia(constraints).then(
            stream =>
              stream
                .getTracks()
                .map(track => track.kind)
                .join(),
            (error: Error) => error.name,
          ),
        wanted,
      );
    expect(await ask({ audio: true })).toBe('audio');
    expect(await ask({ video: true })).toBe('NotAllowedError');
    expect(await ask({ audio: true, video: true })).toBe('NotAllowedError');
  });

  it('no script runs that is not a file of ours, and nothing is fetched from anywhere', async () => {
    const seen = await inPage(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = 1';
      document.head.append(script);
      const fetched = await fetch('https://example.org/').then(
        () => 'fetched',
        () => 'refused',
      );
      const image = new Image();
      const loaded = new Promise(resolve => {
        image.onload = () => resolve('loaded');
        image.onerror = () => resolve('refused');
      });
      image.src = 'https://example.org/a.png';
      return { inline: 'ranInline' in window, fetched, image: await loaded };
    });
    expect(seen).toEqual({ inline: false, fetched: 'refused', image: 'refused' });
  });

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/../../main/electron.cjs',
    '/%00',
    '/etc/passwd',
  ])('no path leads out of the window: %s', async path => {
    const status = await shell.page.evaluate(address => fetch(address).then(answer => answer.status), path);
    expect(status).toBe(404);
  });

  it('a line is opened for our own page in the frame on top, for nothing else, whatever is sent', async () => {
    const tried = await shell.app.evaluate(({ ipcMain, MessageChannelMain }) => {
      const seen = { started: 0, thrown: 0 };
      const own = { url: 'app://jarvis/', parent: null };
      const frames = [
        null,
        { url: 'https://example.org/', parent: null },
        { url: 'app://jarvis.example.org/', parent: null },
        { url: 'app://jarvisx/', parent: null },
        { url: 'app://jarvis/', parent: own },
        { url: '', parent: null },
      ];
      const shapes: unknown[] = [
        null,
        1,
        'wire',
        [],
        {},
        { kind: 'sound' },
        { kind: 'wire', more: 1 },
        { kind: '__proto__' },
        { kind: 'sound', clientId: 'a'.repeat(65), line: 'x' },
        { kind: 'sound', clientId: 1, line: 2 },
      ];
      const send = (senderFrame: unknown, asked: unknown, count: number): void => {
        const ports = Array.from({ length: count }, () => {
          const { port1 } = new MessageChannelMain();
          const start = port1.start.bind(port1);
          port1.start = () => {
            seen.started++;
            start();
          };
          return port1;
        });
        try {
          ipcMain.emit('line.open', { senderFrame, ports }, asked);
        } catch {
          seen.thrown++;
        }
        for (const port of ports) port.close();
      };
      for (const frame of frames) send(frame, { kind: 'wire' }, 1);
      for (const shape of shapes) send(own, shape, 1);
      send(own, { kind: 'wire' }, 0);
      send(own, { kind: 'wire' }, 2);
      return seen;
    });
    expect(tried).toEqual({ started: 0, thrown: 0 });
  });

  it('even a page that wrote its own policy could fetch nothing: requests stop at the session', async () => {
    const protocol = await shell.page.context().newCDPSession(shell.page);
    await protocol.send('Page.setBypassCSP', { enabled: true });
    await shell.page.reload();
    await shell.page.getByTestId('composer').waitFor();
    const fetched = await shell.page.evaluate(() =>
      fetch('https://example.org/', { mode: 'no-cors' }).then(
        () => 'fetched',
        () => 'refused',
      ),
    );
    const refused: string[] = [];
    shell.page.on('requestfailed', request => refused.push(request.failure()?.errorText ?? ''));
    await shell.page.evaluate(() =>
      fetch('https://example.org/b', { mode: 'no-cors' }).catch(() => undefined),
    );
    expect(fetched).toBe('refused');
    await expect.poll(() => refused.join(), { timeout: 10_000 }).toMatch(/^net::ERR_BLOCKED_BY_CLIENT/);
  });
});
