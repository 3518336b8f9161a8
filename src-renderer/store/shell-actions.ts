/** The desktop program around this window: what it asks of the page, and what the page asks of it. */
import type { PageOrder, ShellPlace } from '../../src-preload/shell-contract.ts';
import { attempt } from './attempt.ts';
import type { Context } from './context.ts';
import { openKey } from './snapshot.ts';

export const shellActions = (context: Context) => {
  const { client, store, around } = context;
  const isInShell = (): boolean => store.getState().shell !== undefined;
  const name = around.isQuick === true ? 'quick' : 'main';
  return {
    /** The page stands: what it was to do meanwhile is done. */
    async arriveInShell(): Promise<void> {
      if (!isInShell()) return;
      await attempt(context, async () => {
        const { orders } = await client.call('shell.arrive', { window: name });
        for (const order of orders) takeOrder(context, order);
      });
    },
    hideQuick: () => inShell(() => client.call('shell.hideQuick', {})),
    fitQuick: (heightPx: number) => inShell(() => client.call('shell.fitQuick', { heightPx })),
    /** While a key is recorded, what is pressed does nothing else in any program. */
    recordKey: (isOn: boolean) => inShell(() => client.call('shell.recordKey', { window: name, isOn })),
    tellDevices: (microphones: readonly string[]) =>
      inShell(() => client.call('shell.tellDevices', { microphones: [...microphones] })),
    /** Leads the main window there; in a browser this page becomes it. */
    async openMain(place: ShellPlace): Promise<void> {
      if (isInShell()) return void (await attempt(context, () => client.call('shell.openMain', place)));
      const { profile, memory } = store.getState();
      if (place.conversationId !== undefined && profile !== undefined && !memory.isPrivate)
        around.keep(openKey(profile.id), place.conversationId);
      around.becomeMain?.();
    },
    startAtLogin: (on: boolean) =>
      attempt(context, async () =>
        store.setState({ shell: await client.call('shell.startAtLogin', { on }) }),
      ),
    startNormally: () => attempt(context, () => client.call('shell.startNormally', {})),
  };

  async function inShell(call: () => Promise<unknown>): Promise<void> {
    if (isInShell()) await attempt(context, call);
  }
};

export function bindShellOrders(context: Context): void {
  const { client, store, around } = context;
  const name = around.isQuick === true ? 'quick' : 'main';
  client.on('shell.changed', shell => store.setState({ shell }));
  client.on('shell.asked', ({ window, order }) => {
    if (window === name) takeOrder(context, order);
  });
}

/** Views carry it out: some of it needs the voice, which the store does not know. */
function takeOrder({ store }: Context, order: PageOrder): void {
  store.setState(({ shellOrder }) => ({ shellOrder: { order, nonce: (shellOrder?.nonce ?? 0) + 1 } }));
}
