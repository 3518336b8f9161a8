/** What the skills ask of the window in which somebody speaks or writes. */
import type { WindowOrder } from '../domain/window-command.ts';
import type { AskedAt } from './asked-memory.ts';

export interface AskedWindow {
  /** Only the window of that turn follows it. */
  order(order: WindowOrder, askedAt: AskedAt): void;
}
