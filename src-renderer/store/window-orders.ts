/** What somebody said a window shall do, for the window in which it was said. */
import type { Context } from './context.ts';

/** A sentence is answered long before so many others were asked. */
const mostAsked = 50;

export function bindWindowOrders({ client, store }: Context): void {
  const asked: string[] = [];
  store.subscribe((state, before) => {
    if (state.outbox === before.outbox) return;
    for (const { turnId } of state.outbox) if (!asked.includes(turnId)) asked.push(turnId);
    asked.splice(0, asked.length - mostAsked);
  });
  client.on('window.command', ({ turnId, conversationId, order }) => {
    const { voice, open } = store.getState();
    // Words that were spoken have no turn of this window's making, but the microphone that took them is its own.
    const isSpokenHere = open.id === conversationId && voice.state !== 'idle' && voice.state !== 'armed';
    if (!asked.includes(turnId) && !isSpokenHere) return;
    store.setState(({ ordered }) => ({ ordered: { order, turnId, nonce: (ordered?.nonce ?? 0) + 1 } }));
  });
}
