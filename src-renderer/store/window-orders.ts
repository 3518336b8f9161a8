/** What somebody said a window shall do, for the window in which it was said. */
import type { Context } from './context.ts';
import type { WindowState } from './state.ts';

/** A sentence is answered long before so many others were asked. */
const mostAsked = 50;
/** From the last sound that the microphone took to the answer; a skill answers in milliseconds. */
const spokenForMs = 10_000;

const isTaking = ({ voice }: WindowState): boolean => voice.state !== 'idle' && voice.state !== 'armed';

export function bindWindowOrders({ client, store, around }: Context): void {
  const asked: string[] = [];
  let spokeAtMs = Number.NEGATIVE_INFINITY;
  store.subscribe((state, before) => {
    if (isTaking(state) || isTaking(before)) spokeAtMs = around.nowMs();
    if (state.outbox === before.outbox) return;
    for (const { turnId } of state.outbox) if (!asked.includes(turnId)) asked.push(turnId);
    asked.splice(0, asked.length - mostAsked);
  });
  client.on('window.command', ({ turnId, conversationId, order }) => {
    // Words that were spoken have no turn of this window's making, but the microphone that took them is its own.
    const isSpokenHere =
      store.getState().open.id === conversationId && around.nowMs() - spokeAtMs < spokenForMs;
    if (!asked.includes(turnId) && !isSpokenHere) return;
    store.setState(({ ordered }) => ({ ordered: { order, turnId, nonce: (ordered?.nonce ?? 0) + 1 } }));
  });
}
