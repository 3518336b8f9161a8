/** What the windows may ask of the desktop program that shows them. */

import type { PageOrder, ShellPlace, ShellStatus, WindowName } from '../../src-preload/shell-contract.ts';
import type { GlobalKey, GlobalKeyName } from '../domain/global-key.ts';

export interface ShellServices {
  status(): ShellStatus;
  /** Codes of lasting remarks about this desktop. */
  warnings(): readonly string[];
  /** A page stands; what it was to do before that. */
  arrive(window: WindowName): readonly PageOrder[];
  hideQuick(): void;
  fitQuick(heightPx: number): void;
  openMain(place: ShellPlace): void;
  tellDevices(microphones: readonly string[]): void;
  /** Throws `host.no-login-start`. */
  startAtLogin(on: boolean): ShellStatus;
  /** Undefined: none. Throws `host.key-taken`, `host.key-unfit`; the old key stays then. */
  setKey(name: GlobalKeyName, key: GlobalKey | undefined): Promise<ShellStatus>;
  /** Until it ends in every page, the keys of every program do nothing. */
  recordKey(window: WindowName, isOn: boolean): void;
  startNormally(): void;
}
