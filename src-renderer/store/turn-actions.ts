/** What can be done with turns: ask, edit and resend, stop, answer again, go on. */
import { maxTurnLength } from '../../src-preload/contract.ts';
import { attempt } from './attempt.ts';
import type { Context } from './context.ts';
import type { Drafts } from './drafts.ts';
import { reportOf } from './error-report.ts';
import type { Outgoing } from './state.ts';
import { showToast } from './toasts.ts';

export const turnActions = (context: Context, words: Drafts) => {
  const { client, store, around } = context;

  async function deliver({ error: _refused, ...outgoing }: Outgoing): Promise<void> {
    const { turnId, conversationId, text } = outgoing;
    try {
      await client.call('turn.ask', { ...outgoing, origin: 'typed' });
      store.setState(state => ({ outbox: state.outbox.filter(one => one.turnId !== turnId) }));
    } catch (error) {
      const report = reportOf(error, store.getState().language);
      if (report.code === 'input.other-profile') {
        // The other profile's window shows nothing of it; the words wait where they were written.
        showToast(context, { kind: 'error', error: report });
        words.set(conversationId, text);
      }
      store.setState(state => ({
        outbox: state.outbox.map(one => (one.turnId === turnId ? { ...one, error: report } : one)),
      }));
    }
  }

  function post(text: string, edits?: string): Promise<void> {
    const { profile } = store.getState();
    const images = edits === undefined ? takeImages() : [];
    const outgoing: Outgoing = {
      turnId: around.newId(),
      conversationId: store.getState().open.id,
      text,
      ...(edits === undefined ? {} : { edits }),
      ...(images.length > 0 && { images }),
      ...(profile === undefined ? {} : { profileId: profile.id }),
    };
    store.setState(state => ({ outbox: [...state.outbox, outgoing] }));
    return deliver(outgoing);
  }

  /** Those that wait beside the draft go with it. */
  function takeImages(): { readonly base64: string }[] {
    const { attachments: before, open } = store.getState();
    const attachments = new Map(before);
    attachments.delete(open.id);
    store.setState({ attachments });
    return (before.get(open.id) ?? []).map(({ base64 }) => ({ base64 }));
  }

  const sendable = (text: string): boolean => text.trim() !== '' && text.length <= maxTurnLength;

  return {
    /** Sends the words of the composer; false when they are empty or too long. */
    send(text: string): boolean {
      if (!sendable(text)) return false;
      words.set(store.getState().open.id, '');
      void post(text);
      return true;
    },
    submitEdit(messageId: string, text: string): boolean {
      if (!sendable(text)) return false;
      stopEditing();
      void post(text, messageId);
      return true;
    },
    edit: (messageId: string): void => store.setState({ editing: messageId }),
    stopEditing,
    async resend(turnId: string): Promise<void> {
      const outgoing = store.getState().outbox.find(one => one.turnId === turnId);
      if (outgoing === undefined) return;
      const { error: _refused, ...again } = outgoing;
      store.setState(state => ({
        outbox: state.outbox.map(one => (one.turnId === turnId ? again : one)),
      }));
      await deliver(again);
    },
    /** Takes a refused message back into the composer. */
    takeBack(turnId: string): void {
      const { outbox, drafts } = store.getState();
      const outgoing = outbox.find(one => one.turnId === turnId);
      if (outgoing === undefined) return;
      store.setState({ outbox: outbox.filter(one => one !== outgoing) });
      const draft = drafts.get(outgoing.conversationId) ?? '';
      words.set(outgoing.conversationId, draft === '' ? outgoing.text : `${outgoing.text}\n${draft}`);
    },
    /** Stops the running answer of the open conversation; false when none runs. */
    stop(): boolean {
      const turn = store.getState().running.get(store.getState().open.id);
      if (turn === undefined) return false;
      void attempt(context, () => client.call('turn.stop', { turnId: turn.turnId }));
      return true;
    },
    cancelQueued: (turnId: string) => attempt(context, () => client.call('turn.cancelQueued', { turnId })),
    /** Answers a user message again. */
    regenerate: (messageId: string) =>
      attempt(context, () => client.call('turn.regenerate', { turnId: around.newId(), messageId })),
    /** Goes on writing an answer that was cut. */
    continueAnswer: (messageId: string) =>
      attempt(context, () => client.call('turn.continue', { turnId: around.newId(), messageId })),
  };

  function stopEditing(): void {
    store.setState(({ editing: _editing, ...rest }) => rest, true);
  }
};
