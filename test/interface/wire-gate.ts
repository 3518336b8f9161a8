/** Stands between a page and its core, so that a test can keep answers waiting, refuse them, or cut the line. */
import type { BrowserContext, WebSocketRoute } from 'playwright-core';
import { JarvisError, reportError } from '../../src-main/domain/errors.ts';
import type { CommandName } from '../../src-preload/contract.ts';
import { testHost } from '../test-host.ts';
import type { Passage } from './passage.ts';
import { standBetweenPorts } from './port-gate.ts';

/** What a refused command is answered. */
export const refusal = reportError(new JarvisError('store.failed'), 'fr');

export class WireGate {
  /** May be changed at any time; what was held stays held. */
  passage: (name: CommandName) => Passage = () => 'pass';
  /** The page cannot reach the core, and keeps trying. */
  isCut = false;
  private readonly open = new Set<WebSocketRoute>();
  private cutPorts = async (): Promise<void> => undefined;

  static async between(context: BrowserContext): Promise<WireGate> {
    const gate = new WireGate();
    if (testHost !== 'web') {
      gate.cutPorts = await standBetweenPorts(context, refusal, name =>
        gate.isCut ? 'cut' : name === '' ? 'pass' : gate.passage(name),
      );
      return gate;
    }
    await context.routeWebSocket(/\/wire$/, page => gate.connect(page));
    return gate;
  }

  /** Closes what is open, and lets nothing new through until `isCut` is false again. */
  async cut(): Promise<void> {
    this.isCut = true;
    await this.cutPorts();
    await Promise.all([...this.open].map(page => page.close({ code: 1012 })));
  }

  private connect(page: WebSocketRoute): void {
    if (this.isCut) {
      void page.close({ code: 1012 });
      return;
    }
    this.open.add(page);
    const core = page.connectToServer();
    page.onClose(() => this.open.delete(page));
    core.onMessage(message => page.send(message));
    page.onMessage(message => {
      const { kind, id, name } = JSON.parse(String(message)) as Record<string, string>;
      const passage = kind === 'command' ? this.passage(name as CommandName) : 'pass';
      if (passage === 'pass') core.send(message);
      if (passage === 'refuse') page.send(JSON.stringify({ kind: 'failure', id, error: refusal }));
    });
  }
}
