/** What the keys of every program do in Jarvis, and where the person's choice of them is kept. */
import type { WindowName } from '../../../src-preload/shell-contract.ts';
import { type GlobalKey, type GlobalKeyName, type KeysStatus, noKey } from '../../domain/global-key.ts';
import type { ProfilePreferences } from '../../domain/settings.ts';
import type { WantedKeys } from './key-bindings.ts';
import type { KeyService, KeyServiceOptions } from './key-service.ts';
import type { ShellParts } from './shell-parts.ts';
import type { TalkOrder } from './talk-key.ts';

export interface ShellKeys {
  status(): KeysStatus;
  /** Undefined: none. Throws `host.key-taken`, `host.key-unfit`, and what keeping it throws; the old key stays then. */
  set(name: GlobalKeyName, key: GlobalKey | undefined): Promise<void>;
  allow(isAllowed: boolean): void;
  /** While a page records a key nothing is done at any. */
  suspend(isSuspended: boolean): void;
  again(): void;
  /** As if the talk key had been pressed and let go. */
  tap(): void;
  end(): void;
}

export type OpenKeyService = (
  given: Pick<KeyServiceOptions, 'onTalk' | 'onQuick' | 'onChange'>,
) => KeyService;

export function startShellKeys(shell: ShellParts, open: OpenKeyService, changed: () => void): ShellKeys {
  const { client, main, quick, pages, preferences, log } = shell;
  let talked: WindowName = 'main';
  const onTalk = (what: TalkOrder): void => {
    if (what === 'press' || what === 'tap') talked = bring();
    pages.tell(talked, { kind: 'talk', what });
  };
  /** The window that one looks at already, else the small one. */
  const bring = (): WindowName => {
    if (main.isFocused()) return 'main';
    if (!quick.isVisible()) quick.show({ listens: false });
    return 'quick';
  };
  const onQuick = (): void => {
    if (quick.isVisible()) quick.hide({ stops: true });
    else quick.show({ listens: false });
  };
  const service = open({ onTalk, onQuick, onChange: () => queueMicrotask(changed) });
  const use = (): void => service.use(wantedOf(preferences()));
  const ends = [client.on('preferences.changed', use), client.on('profile.changed', use)];
  use();
  return {
    status: () => service.status(),
    async set(name, key) {
      if (key !== undefined) service.take(name, key);
      const { desktop, ...rest } = preferences();
      const setting = name === 'talk' ? 'talkKey' : 'quickKey';
      try {
        await client.call('preferences.set', { ...rest, desktop: { ...desktop, [setting]: key ?? noKey } });
      } catch (error) {
        service.giveBack();
        throw error;
      }
      use();
    },
    allow: isAllowed => service.allow(isAllowed),
    suspend: isSuspended => service.suspend(isSuspended),
    again: () => service.again(),
    tap: () => service.tap(),
    end() {
      for (const end of ends) end();
      service.close().catch((error: unknown) => log.write('warn', 'keys.hookEnded', {}, error));
    },
  };
}

function wantedOf({ desktop: { talkKey, quickKey } }: ProfilePreferences): WantedKeys {
  return {
    ...(talkKey.chord !== '' && { talk: talkKey }),
    ...(quickKey.chord !== '' && { quick: quickKey }),
  };
}
