/** What happens in turns, brought into the state; streamed pieces at most once a frame. */
import { grown, placed } from './branch.ts';
import type { Context } from './context.ts';
import type { Delta, Message, QueuedTurn, RunningTurn } from './contract-types.ts';
import type { Opening } from './opening.ts';
import type { OpenConversation } from './state.ts';
import type { Timeline } from './timed-turns.ts';

export function bindTurnEvents(context: Context, opening: Opening): void {
  const { client, store, around } = context;
  let pending: Delta[] = [];
  let scheduled = false;

  function flush(): void {
    scheduled = false;
    if (pending.length === 0) return;
    const deltas = pending;
    pending = [];
    markSpeaking(deltas);
    opening.apply(store.getState().open.id, open => grown(open, deltas));
  }

  function markSpeaking(deltas: readonly Delta[]): void {
    const spoken = new Set(deltas.map(delta => delta.turnId));
    const { running } = store.getState();
    const late = [...running.values()].filter(turn => turn.state !== 'speaking' && spoken.has(turn.turnId));
    for (const turn of late) setRunning(turn.conversationId, { ...turn, state: 'speaking' });
  }

  function setRunning(conversationId: string, turn: RunningTurn | undefined): void {
    const running = new Map(store.getState().running);
    if (turn === undefined) running.delete(conversationId);
    else running.set(conversationId, turn);
    store.setState({ running });
  }

  function leaveOutbox(turnId: string): void {
    const { outbox } = store.getState();
    if (outbox.some(one => one.turnId === turnId)) {
      store.setState({ outbox: outbox.filter(one => one.turnId !== turnId) });
    }
  }

  client.on('turn.delta', delta => {
    pending.push(delta);
    if (scheduled) return;
    scheduled = true;
    around.beforeFrame(flush);
  });
  client.on('turn.queued', turn => {
    flush();
    leaveOutbox(turn.turnId);
    opening.apply(turn.conversationId, open => queued(open, turn));
  });
  client.on('turn.unqueued', turn => {
    flush();
    opening.apply(turn.conversationId, open => unqueued(open, turn.turnId));
  });
  client.on('turn.accepted', ({ turnId, message }) => {
    flush();
    const { conversationId } = message;
    setRunning(conversationId, { turnId, conversationId, state: 'accepted' });
    opening.apply(conversationId, open => placed(unqueued(open, turnId), message));
    leaveOutbox(turnId);
  });
  client.on('turn.thinking', ({ turnId, answer }) => {
    flush();
    const { conversationId } = answer;
    setRunning(conversationId, { turnId, conversationId, answerId: answer.id, state: 'thinking' });
    opening.apply(conversationId, open => placed(answered(open, answer), answer));
  });
  client.on('turn.timed', ({ conversationId, answerId, timeline }) => {
    flush();
    opening.apply(conversationId, open => timed(open, answerId, timeline));
  });
  client.on('turn.ended', ({ turnId, message }) => {
    flush();
    const running = store.getState().running.get(message.conversationId);
    if (running?.turnId === turnId) setRunning(message.conversationId, undefined);
    opening.apply(message.conversationId, open => finished(open, message));
  });
}

const queued = (open: OpenConversation, turn: QueuedTurn): OpenConversation => ({
  ...open,
  state: 'ready',
  queued: [...open.queued.filter(one => one.turnId !== turn.turnId), turn],
});

const unqueued = (open: OpenConversation, turnId: string): OpenConversation =>
  open.queued.some(one => one.turnId === turnId)
    ? { ...open, queued: open.queued.filter(one => one.turnId !== turnId) }
    : open;

/** The words an answer has begun for are `unanswered` no longer. */
function answered(open: OpenConversation, answer: Message): OpenConversation {
  const asked = answer.parentId === null ? undefined : open.messages.get(answer.parentId);
  if (asked?.status !== 'unanswered') return open;
  return { ...open, messages: new Map(open.messages).set(asked.id, { ...asked, status: 'complete' }) };
}

function timed(open: OpenConversation, answerId: string, timeline: Timeline): OpenConversation {
  const answer = open.messages.get(answerId);
  if (answer === undefined) return open;
  return { ...open, messages: new Map(open.messages).set(answerId, { ...answer, timeline }) };
}

/** An answer that ended on a branch no longer shown stays away; a shown one, or one just asked for, is placed. */
function finished(open: OpenConversation, message: Message): OpenConversation | undefined {
  if (open.messages.has(message.id) || open.order.at(-1) === message.parentId) return placed(open, message);
  return open;
}
