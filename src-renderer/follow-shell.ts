/** Does at once what the desktop program asks of the voice: the hand on a key of every program, and the locked screen. */
import { tapToTalk } from './commands/voice-commands.ts';
import type { WindowStore } from './store/window-store.ts';
import type { Talk } from './views/dock/talk.ts';

export type FollowedTalk = Pick<Talk, 'press' | 'release' | 'lose' | 'hush' | 'allow'>;

/** `cannotListen`: tells why nothing happens. `isSecret`: what is typed in this page now is a secret; nothing listens meanwhile. */
export function followShell(
  store: Pick<WindowStore['store'], 'subscribe' | 'getState'>,
  talk: FollowedTalk,
  cannotListen: () => void,
  isSecret: () => boolean = typesSecret,
): void {
  // Not in a view: a press and its release may come in one turn of the page, which draws only the last of them.
  store.subscribe((now, before) => {
    const order = now.shellOrder?.order;
    if (order === undefined || now.shellOrder === before.shellOrder) return;
    if (order.kind === 'hearing') {
      talk.allow(order.isAllowed);
      if (order.hushes) talk.hush();
    } else if (order.kind === 'talk') hand(order.what);
  });

  function hand(what: 'press' | 'release' | 'lose' | 'tap'): void {
    if (what === 'release') talk.release();
    else if (what === 'lose') talk.lose();
    else if (isSecret()) return;
    else if (!store.getState().speech.canListen) cannotListen();
    else if (what === 'press') talk.press();
    else tapToTalk({ talk, state: store.getState });
  }
}

const typesSecret = (): boolean =>
  document.hasFocus() && document.activeElement?.matches('input[type="password"]') === true;
