/** One page: its preload, its messages, where it may go, and what its session lets it load. */
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts';
import { PagePorts } from './page-ports.ts';
import {
  binding,
  isolatedWorld,
  pageWorld,
  portWorker,
  portWorkerPath,
  preloadWorld,
} from './page-worlds.ts';
import { type ProtocolLine, TargetSession } from './protocol-line.ts';
import { fromChromium, type StandInSession, toChromium } from './session.ts';
import { pack, unpack } from './wire-text.ts';

export interface WebPreferences {
  readonly preload?: string;
  readonly [name: string]: unknown;
}

interface Surroundings {
  readonly line: () => ProtocolLine;
  readonly session: StandInSession;
  readonly ipcMain: EventEmitter;
  readonly gone: () => void;
  /** Whoever waits for new pages is told before anything loads. */
  readonly created: (contents: StandInContents) => void;
}

type OpenHandler = (details: { readonly url: string }) => { readonly action: 'deny' | 'allow' };

/** What the isolated world says. */
type FromPage =
  | { readonly kind: 'send'; readonly channel: string; readonly all: unknown[]; readonly ports: string[] }
  | {
      readonly kind: 'open';
      readonly url: string;
    }
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly permission: string;
      readonly types: readonly string[];
    };

let contentsCount = 0;

export class StandInContents extends EventEmitter {
  readonly id = ++contentsCount;
  readonly session: StandInSession;
  targetId: string | undefined;
  readonly #preferences: WebPreferences;
  readonly #around: Surroundings;
  readonly #secret = `s${randomBytes(12).toString('hex')}`;
  readonly #ports: PagePorts;
  readonly #booted: Promise<TargetSession>;
  #isDestroyed = false;
  #frameId = '';
  #url = '';
  #isOurNavigation = false;
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  #world: string | undefined;
  #waiting: string[] = [];

  constructor(preferences: WebPreferences, size: { width: number; height: number }, around: Surroundings) {
    super();
    this.#preferences = preferences;
    this.#around = around;
    this.session = around.session;
    this.#ports = new PagePorts(around.line(), this.#secret);
    around.created(this);
    this.#booted = this.#boot(size);
  }

  async #boot({ width, height }: { width: number; height: number }): Promise<TargetSession> {
    const { gone } = this.#around;
    const line = this.#around.line();
    const made = await line.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      width,
      height,
    });
    this.targetId = made.targetId;
    const { sessionId } = await line.send('Target.attachToTarget', {
      targetId: made.targetId,
      flatten: true,
    });
    const page = new TargetSession(line, sessionId);
    this.#listen(page);
    line.on('Target.targetDestroyed', ({ targetId }) => {
      if (targetId === this.targetId && !this.#isDestroyed) gone();
    });
    await Promise.all([page.send('Page.enable'), page.send('Runtime.enable'), page.send('Log.enable')]);
    this.#frameId = (await page.send('Page.getFrameTree')).frameTree.frame.id;
    await page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    await this.#ports.follow(page);
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorld(this.#secret) });
    await page.send('Runtime.addBinding', { name: binding, executionContextName: isolatedWorld });
    const { preload } = this.#preferences;
    if (preload !== undefined)
      await page.send('Page.addScriptToEvaluateOnNewDocument', {
        source: preloadWorld(this.#secret, preload),
        worldName: isolatedWorld,
      });
    return page;
  }

  #listen(page: TargetSession): void {
    page.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== isolatedWorld || context.auxData?.frameId !== this.#frameId) return;
      this.#world = context.uniqueId;
      for (const text of this.#waiting.splice(0)) this.#evaluate(page, text);
    });
    page.on('Runtime.executionContextsCleared', () => {
      this.#world = undefined;
      this.#ports.clear();
    });
    page.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === binding) this.#receive(unpack(payload) as FromPage);
    });
    page.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.#url = fromChromium(frame.url + (frame.urlFragment ?? ''));
    });
    page.on('Page.navigatedWithinDocument', ({ url, frameId }) => {
      if (frameId === this.#frameId) this.#url = fromChromium(url);
    });
    // What the page's own half did not see: a window that is made, and closed by Chromium.
    page.on('Page.windowOpen', ({ url }) => this.#openHandler({ url: fromChromium(url) }));
    page.on('Page.domContentEventFired', () => this.emit('dom-ready'));
    page.on('Page.loadEventFired', () => {
      if (this.#url.includes('://')) this.emit('did-finish-load');
    });
    page.on('Inspector.targetCrashed', () =>
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
    );
    page.on('Fetch.requestPaused', paused => {
      this.#decide(page, paused).catch((error: unknown) => this.emit('stand-in-error', error));
    });
  }

  async #decide(page: TargetSession, paused: Protocol.Fetch.requestPausedPayload): Promise<void> {
    const { requestId, request, resourceType, frameId } = paused;
    const url = fromChromium(request.url + (request.urlFragment ?? ''));
    if (request.url.endsWith(portWorkerPath(this.#secret)))
      return void (await page.send('Fetch.fulfillRequest', { requestId, ...script(portWorker()) }));
    const refuse = (errorReason: Protocol.Network.ErrorReason) =>
      page.send('Fetch.failRequest', { requestId, errorReason });
    if (resourceType === 'Document' && !this.#isOurNavigation) {
      const isMainFrame = frameId === this.#frameId;
      if (
        this.#isPrevented(
          isMainFrame ? ['will-navigate', 'will-frame-navigate'] : ['will-frame-navigate'],
          url,
          isMainFrame,
        )
      )
        return void (await refuse('Aborted'));
    }
    if (await this.#isCancelled({ url, method: request.method, resourceType }))
      return void (await refuse('BlockedByClient'));
    const handler = this.session.handlers.get(new URL(url).protocol.slice(0, -1));
    if (handler === undefined) return void (await page.send('Fetch.continueRequest', { requestId }));
    await page.send('Fetch.fulfillRequest', { requestId, ...(await served(handler, url, request)) });
  }

  #isPrevented(names: readonly string[], url: string, isMainFrame: boolean): boolean {
    let isPrevented = false;
    for (const name of names)
      this.emit(name, { url, isMainFrame, preventDefault: () => (isPrevented = true) }, url);
    return isPrevented;
  }

  #isCancelled(details: { url: string; method: string; resourceType: string }): Promise<boolean> {
    const { beforeRequest } = this.session;
    if (beforeRequest === undefined) return Promise.resolve(false);
    return new Promise(resolve => beforeRequest(details, ({ cancel }) => resolve(cancel === true)));
  }

  get #frame() {
    return { url: this.#url, origin: URL.canParse(this.#url) ? new URL(this.#url).origin : '', parent: null };
  }

  #receive(message: FromPage): void {
    if (message.kind === 'send') {
      const ports = message.ports.map(id => this.#ports.join(id));
      const event = { sender: this, senderFrame: this.#frame, ports, processId: this.id, frameId: 1 };
      this.#around.ipcMain.emit(message.channel, event, ...message.all);
    } else if (message.kind === 'open') this.#openHandler({ url: fromChromium(message.url) });
    else this.#ask(message);
  }

  #ask({ id, permission, types }: Extract<FromPage, { kind: 'ask' }>): void {
    const decide = (isAllowed: boolean): void => this.#post({ kind: 'decided', id, isAllowed });
    const { permissionRequest } = this.session;
    const details = { requestingUrl: this.#url, isMainFrame: true, mediaTypes: types };
    if (permissionRequest === undefined) decide(true);
    else permissionRequest(this, permission, decide, details);
  }

  #post(message: unknown): void {
    const text = pack(message);
    if (this.#world === undefined) this.#waiting.push(text);
    else void this.#booted.then(page => this.#evaluate(page, text));
  }

  #evaluate(page: TargetSession, text: string): void {
    if (this.#world === undefined) return;
    const expression = `standInReceive(${JSON.stringify(text)})`;
    // A page that has just gone has nobody to tell.
    page.send('Runtime.evaluate', { expression, uniqueContextId: this.#world }).catch(() => undefined);
  }

  send(channel: string, ...all: unknown[]): void {
    this.#post({ kind: 'message', channel, all });
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.#booted;
    const loaded = new Promise<void>(resolve => this.once('did-finish-load', () => resolve()));
    this.#isOurNavigation = true;
    const { errorText } = await page.send('Page.navigate', { url: toChromium(address) });
    this.#isOurNavigation = false;
    if (errorText) throw new Error(`${errorText} loading '${address}'`);
    await loaded;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }
  getURL(): string {
    return this.#url;
  }
  getLastWebPreferences(): WebPreferences {
    return this.#preferences;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  /** As when its process is killed: nobody is left to say that it was done. */
  forcefullyCrashRenderer(): void {
    void this.#booted.then(page => page.send('Page.crash').catch(() => undefined));
  }
  close(): void {
    this.emit('stand-in-close');
  }
  destroyed(): void {
    this.#isDestroyed = true;
    if (this.targetId !== undefined)
      this.#around
        .line()
        .send('Target.closeTarget', { targetId: this.targetId })
        .catch(() => undefined);
    this.emit('destroyed');
  }
}

/** The stand-in's own, which no app has anything to do with. */
const script = (source: string) => ({
  responseCode: 200,
  responseHeaders: [{ name: 'content-type', value: 'text/javascript' }],
  body: Buffer.from(source).toString('base64'),
});

async function served(
  handler: (request: Request) => Response | Promise<Response>,
  url: string,
  { method, headers, postData }: Protocol.Network.Request,
): Promise<Pick<Protocol.Fetch.fulfillRequestParameters, 'responseCode' | 'responseHeaders' | 'body'>> {
  // A Request of Node refuses a body of `undefined` less than none at all.
  const body = method === 'GET' || method === 'HEAD' || postData === undefined ? {} : { body: postData };
  const request = new Request(url, { method, headers, ...body });
  const response = await handler(request);
  return {
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  };
}
