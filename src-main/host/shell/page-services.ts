/** What the windows' pages may ask of the desktop program, put together of its parts. */
import type { ShellStatus, WindowName } from '../../../src-preload/shell-contract.ts';
import type { Publish } from '../../api/services.ts';
import type { ShellServices } from '../../api/shell-services.ts';
import type { GlobalKey, GlobalKeyName, KeysStatus } from '../../domain/global-key.ts';
import type { Microphones } from './microphones.ts';
import type { ShellParts } from './shell-parts.ts';

export interface PageServicesOptions {
  readonly isSafe: boolean;
  readonly hasTray: boolean;
  readonly microphones: Microphones;
  readonly publish: Publish;
  /** Undefined where it cannot be known. */
  readonly startsAtLogin: () => boolean | undefined;
  /** Throws `host.no-login-start`. */
  readonly startAtLogin: (on: boolean) => void;
  readonly startNormally: () => void;
  readonly keys: () => {
    status(): KeysStatus;
    set(name: GlobalKeyName, key: GlobalKey | undefined): Promise<void>;
    suspend(isSuspended: boolean): void;
  };
  /** Whether the microphone may be open now. */
  readonly mayHear: () => boolean;
}

export function createPageServices(
  { main, quick, pages }: Pick<ShellParts, 'main' | 'quick' | 'pages'>,
  {
    isSafe,
    hasTray,
    microphones,
    publish,
    startsAtLogin,
    startAtLogin,
    startNormally,
    keys,
    mayHear,
  }: PageServicesOptions,
): ShellServices {
  const status = (): ShellStatus => {
    const starts = startsAtLogin();
    return { isSafe, keys: keys().status(), ...(starts !== undefined && { startsAtLogin: starts }) };
  };
  const recording = new Set<WindowName>();
  const recordKey = (window: WindowName, isOn: boolean): void => {
    if (isOn) recording.add(window);
    else recording.delete(window);
    keys().suspend(recording.size > 0);
  };
  return {
    status,
    warnings: () => [...(isSafe ? ['safe-mode'] : []), ...(hasTray ? [] : ['no-tray'])],
    arrive: window => {
      // A page that went while it recorded could not say that it had ended.
      recordKey(window, false);
      const orders = pages.arrive(window);
      return mayHear() ? orders : [...orders, { kind: 'hearing', isAllowed: false, hushes: false }];
    },
    recordKey,
    async setKey(name, key) {
      await keys().set(name, key);
      return status();
    },
    hideQuick: () => quick.hide({ stops: false }),
    fitQuick: heightPx => quick.fit(heightPx),
    openMain(place) {
      quick.hide({ stops: false });
      pages.tell('main', { kind: 'go', place });
      main.show();
    },
    tellDevices: labels => microphones.set(labels),
    startAtLogin(on) {
      startAtLogin(on);
      publish('shell.changed', status());
      return status();
    },
    startNormally,
  };
}
