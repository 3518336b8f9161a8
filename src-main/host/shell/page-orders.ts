/** What the shell asks of its windows' pages: at once where a page hears, else as soon as it does. */

import type { PageOrder, WindowName } from '../../../src-preload/shell-contract.ts';
import type { Publish } from '../../api/services.ts';

/** A page that is away for long does not come back to a heap of old wishes. */
const mostWaiting = 10;

export class PageOrders {
  readonly #publish: Publish;
  readonly #waiting = new Map<WindowName, PageOrder[]>([
    ['main', []],
    ['quick', []],
  ]);

  constructor(publish: Publish) {
    this.#publish = publish;
  }

  tell(window: WindowName, order: PageOrder): void {
    const waiting = this.#waiting.get(window);
    if (waiting === undefined) this.#publish('shell.asked', { window, order });
    else this.#waiting.set(window, [...waiting, order].slice(-mostWaiting));
  }

  /** The page stands. @returns what it was told meanwhile. */
  arrive(window: WindowName): readonly PageOrder[] {
    const waiting = this.#waiting.get(window) ?? [];
    this.#waiting.delete(window);
    return waiting;
  }

  /** The page is gone, and another one will come. */
  leave(window: WindowName): void {
    if (!this.#waiting.has(window)) this.#waiting.set(window, []);
  }
}
