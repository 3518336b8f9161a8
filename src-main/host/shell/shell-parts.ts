/** What every concern of the desktop program may use, and how one is started and ended. */
import type { Client } from '../../../src-preload/connect.ts';
import type { Language } from '../../domain/language.ts';
import type { ProfilePreferences } from '../../domain/settings.ts';
import type { Log } from '../../observability/log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DataFolder } from '../data-folder.ts';
import type { PageOrders } from './page-orders.ts';
import type { UpdateOffer } from './update-offer.ts';

export interface ShellWindow {
  show(): void;
  isVisible(): boolean;
  isFocused(): boolean;
  /** Lets it close for good. */
  destroy(): void;
}

export interface MainWindow extends ShellWindow {
  hide(): void;
}

export interface QuickWindow extends ShellWindow {
  /** Makes it, unseen, so that it can be shown at once. */
  prepare(): void;
  /**
   * `listens`: it takes one sentence at once, where it can. `follows`: a capture of the main window, whose words it shows
   * without taking the focus.
   */
  show(wish?: { readonly listens?: boolean; readonly follows?: string }): void;
  /** `stops`: what it listens to or answers is given up. Gives the focus back to the program that had it. */
  hide(wish: { readonly stops: boolean }): void;
  /** So high is what it shows, in pixels of the system's scale. */
  fit(heightPx: number): void;
}

export interface ShellParts {
  /** A client of the core, for the shell itself. */
  readonly client: Client;
  readonly main: MainWindow;
  readonly quick: QuickWindow;
  /** What the windows' pages are to do. */
  readonly pages: PageOrders;
  readonly update: UpdateOffer;
  readonly folder: DataFolder;
  readonly clock: Clock;
  readonly log: Log;
  language(): Language;
  /** Of the profile in use. */
  preferences(): ProfilePreferences;
}

/** Started once everything stands. @returns what ends it. */
export type Concern = (shell: ShellParts) => () => void;
