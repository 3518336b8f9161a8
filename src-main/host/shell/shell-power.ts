/** What sleep, waking and the locked screen do to the windows, the keys and the models. */
import { PowerState } from './power-state.ts';
import type { ShellKeys } from './shell-keys.ts';
import type { ShellParts } from './shell-parts.ts';

export interface ShellPower {
  /** Whether the microphone may be open now. */
  mayHear(): boolean;
  end(): void;
}

/** `follow`: tells the state what the system tells. */
export function startShellPower(
  { client, pages, preferences, log }: Pick<ShellParts, 'client' | 'pages' | 'preferences' | 'log'>,
  keys: Pick<ShellKeys, 'allow' | 'again'>,
  follow: (state: PowerState) => () => void,
): ShellPower {
  const state = new PowerState(
    {
      hearing(isAllowed, hushes) {
        keys.allow(isAllowed);
        for (const window of ['main', 'quick'] as const)
          pages.tell(window, { kind: 'hearing', isAllowed, hushes });
      },
      woke() {
        keys.again();
        // A server that was reached before the sleep may be gone, another one may be there.
        client
          .call('model.list', { refresh: true })
          .catch((error: unknown) => log.write('warn', 'command.failed', {}, error));
      },
    },
    () => preferences().desktop.lockDisarms,
  );
  const ends = [follow(state), client.on('preferences.changed', () => state.chosen())];
  return {
    mayHear: () => state.mayHear,
    end() {
      for (const end of ends) end();
    },
  };
}
