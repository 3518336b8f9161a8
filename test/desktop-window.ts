/**
 * The one window of the desktop program, lent to a test as a browser lends its pages: each time with a page that has
 * nothing of the time before. Lent again while it is lent, it goes back to where it was.
 */
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  CDPSession,
  Disposable,
  Page,
} from 'playwright-core';
import type { BrowserOptions } from './browser-options.ts';
import { type DesktopProgram, lastDesktopProgram } from './desktop-program.ts';
import { shellHost } from './test-host.ts';

/** What a context can be given; each is taken away again when the window is given back. */
const givable = ['addInitScript', 'exposeFunction', 'exposeBinding', 'route', 'routeWebSocket'] as const;
/** What tests listen to on a page. */
const heard = [
  ...(['console', 'crash', 'dialog', 'download', 'framenavigated', 'pageerror'] as const),
  ...(['request', 'requestfailed', 'response'] as const),
];

interface Loan {
  readonly options: BrowserContextOptions;
  readonly given: Disposable[];
  readonly protocol: CDPSession;
}

/** Of each program, the last one at the end. */
const loans = new Map<DesktopProgram, Loan[]>();

/** Stands where a browser does: its contexts are the desktop program that was started last. */
export function desktopBrowser({ microphone, noWebgl = false }: BrowserOptions = {}): Browser {
  if (noWebgl) throw new Error('the desktop program is not started without WebGL');
  const lent = new Set<DesktopProgram>();
  const browser = {
    newContext: async (options: BrowserContextOptions = {}) => {
      const program = lastDesktopProgram();
      lent.add(program);
      await program.hear(microphone);
      return lend(program, options);
    },
    close: async () => {
      for (const program of lent) while ((loans.get(program) ?? []).length > 0) await giveBack(program);
    },
  } satisfies Pick<Browser, 'newContext' | 'close'>;
  // Tests use no more of a browser than this.
  return browser as Pick<Browser, 'newContext' | 'close'> as Browser;
}

async function lend(program: DesktopProgram, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = program.app.context();
  const lent = loans.get(program) ?? [];
  if (!loans.has(program)) {
    loans.set(program, lent);
    for (const name of givable) keepGiven(context, name, lent);
  }
  const loan: Loan = { options, given: [], protocol: await context.newCDPSession(program.page) };
  lent.push(loan);
  Object.assign(context, {
    newPage: () => prepared(program.page, loan),
    close: () => giveBack(program),
    // The shell's own handlers decide; a Chromium beside them would keep the clipboard from the test.
    ...(shellHost === 'electron' && { grantPermissions: () => Promise.resolve() }),
  });
  return context;
}

/** Notes what a call of this name gives, to take it away again. */
function keepGiven(context: BrowserContext, name: (typeof givable)[number], lent: readonly Loan[]): void {
  const give = context[name].bind(context) as (...all: unknown[]) => Promise<Disposable>;
  Object.assign(context, {
    [name]: async (...all: unknown[]) => {
      const disposable = await give(...all);
      lent.at(-1)?.given.push(disposable);
      return disposable;
    },
  });
}

/** The page as a new one of these options would be. */
async function prepared(page: Page, { options, protocol }: Loan): Promise<Page> {
  const { colorScheme, reducedMotion, forcedColors, locale = 'en-US', hasTouch = false } = options;
  const viewport = options.viewport ?? { width: 1280, height: 720 };
  await page.setViewportSize(viewport);
  const { deviceScaleFactor = 1, isMobile: mobile = false } = options;
  if (deviceScaleFactor !== 1 || mobile)
    await protocol.send('Emulation.setDeviceMetricsOverride', { ...viewport, deviceScaleFactor, mobile });
  const touch = { enabled: hasTouch, ...(hasTouch && { maxTouchPoints: 1 }) };
  await protocol.send('Emulation.setTouchEmulationEnabled', touch);
  await page.emulateMedia({
    colorScheme: colorScheme ?? 'light',
    reducedMotion: reducedMotion ?? 'no-preference',
    forcedColors: forcedColors ?? 'none',
  });
  const userAgent = await page.evaluate(() => navigator.userAgent);
  await protocol.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: locale });
  return page;
}

/** Leaves nothing of the test in the page; a program that has ended takes its window along. */
async function giveBack(program: DesktopProgram): Promise<void> {
  const lent = loans.get(program);
  const loan = lent?.pop();
  if (lent === undefined || loan === undefined) return;
  const { page, process: child, link } = program;
  if (child.exitCode !== null || child.signalCode !== null || page.isClosed()) return;
  await page.goto('about:blank');
  for (const disposable of loan.given) await disposable.dispose();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await loan.protocol.detach();
  const before = lent.at(-1);
  if (before !== undefined) {
    await prepared(page, before);
    await page.goto(link);
    return;
  }
  for (const event of heard) page.removeAllListeners(event);
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Storage.clearDataForOrigin', { origin: new URL(link).origin, storageTypes: 'all' });
  await protocol.detach();
}
