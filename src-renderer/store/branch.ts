/** Pure changes of the open conversation's branch as its messages come and grow. */
import { applyDelta } from './apply-delta.ts';
import type { Delta, Message, OpenedConversation } from './contract-types.ts';
import { LayeredMap } from './layered-map.ts';
import type { OpenConversation } from './state.ts';

/** The conversation as the core has just told it. */
export const opened = (answer: OpenedConversation): OpenConversation => ({
  id: answer.conversation.id,
  state: 'ready',
  order: answer.messages.map(message => message.id),
  messages: new Map(answer.messages.map(message => [message.id, message])),
  hasEarlier: answer.hasEarlier,
  loadingEarlier: false,
  queued: answer.queued,
});

/** Earlier messages before those that are shown. */
export function withEarlier(open: OpenConversation, answer: OpenedConversation): OpenConversation {
  const fresh = answer.messages.filter(message => !open.messages.has(message.id));
  return {
    ...open,
    order: [...fresh.map(message => message.id), ...open.order],
    messages: new Map([...fresh.map(message => [message.id, message] as const), ...open.messages]),
    hasEarlier: answer.hasEarlier,
    loadingEarlier: false,
  };
}

/**
 * A new or changed message: replaced where it stands, else put after its parent, whose other followers leave the
 * branch. Undefined when the parent is not known, so that the conversation must be opened again.
 */
export function placed(open: OpenConversation, message: Message): OpenConversation | undefined {
  const messages = new Map(open.messages).set(message.id, message);
  if (open.messages.has(message.id)) return { ...open, messages };
  const kept = orderThrough(open, message.parentId);
  if (kept === undefined) return undefined;
  for (const gone of open.order.slice(kept.length)) messages.delete(gone);
  return { ...open, state: 'ready', order: [...kept, message.id], messages };
}

function orderThrough(open: OpenConversation, parentId: string | null): readonly string[] | undefined {
  if (parentId === null) return open.hasEarlier ? undefined : [];
  const at = open.order.indexOf(parentId);
  return at < 0 ? undefined : open.order.slice(0, at + 1);
}

/** Pieces added to the answers that are growing; undefined when one is missing in between. */
export function grown(open: OpenConversation, deltas: readonly Delta[]): OpenConversation | undefined {
  const texts = new Map<string, string>();
  for (const delta of deltas) {
    const message = open.messages.get(delta.answerId);
    if (message?.status !== 'streaming') continue;
    const text = applyDelta(texts.get(delta.answerId) ?? message.text, delta.offset, delta.text);
    if (text === undefined) return undefined;
    texts.set(delta.answerId, text);
  }
  let { messages } = open;
  for (const [id, text] of texts) {
    const message = messages.get(id);
    if (message === undefined || message.text === text) continue;
    messages = LayeredMap.with(messages, id, { ...message, text });
  }
  return messages === open.messages ? open : { ...open, messages };
}
