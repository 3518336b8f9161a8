/** Opening a conversation, in pages, without losing what happens meanwhile. */
import { opened, withEarlier } from './branch.ts';
import type { Context } from './context.ts';
import type { OpenedConversation } from './contract-types.ts';
import { reportOf } from './error-report.ts';
import { emptyConversation, type OpenConversation } from './state.ts';

/** A change of the open conversation; undefined when its picture has a hole and must be taken anew. */
export type Change = (open: OpenConversation) => OpenConversation | undefined;

const pageSize = 100;
const largestPage = 500;
const repeatAfterMs = 250;

export interface Opening {
  /** Shows a conversation; what is not there yet is a fresh one. */
  open(id: string): Promise<void>;
  /** Takes the picture of the open conversation again. */
  reopen(): Promise<void>;
  loadEarlier(limit?: number): Promise<void>;
  /** Applies what happened in a conversation, now and again on the picture that is on its way. */
  apply(conversationId: string, change: Change): void;
}

export function createOpening(context: Context): Opening {
  const { client, store } = context;
  let request = 0;
  /** What happened since the picture was asked for; undefined when none is on its way. */
  let meanwhile: Change[] | undefined;

  const show = (open: OpenConversation): void => store.setState({ open });

  function change(step: Change): void {
    const { open } = store.getState();
    if (open.state === 'loading' || open.state === 'failed') return;
    const next = step(open);
    if (next !== undefined) {
      if (next !== open) show(next);
    } else if (meanwhile === undefined) {
      void reopen();
    }
  }

  async function take(id: string, limit: number): Promise<void> {
    const mine = ++request;
    meanwhile = [];
    try {
      const answer = await client.call('conversation.open', { id, limit });
      if (mine === request) settle(answer);
    } catch (error) {
      if (mine === request) fail(id, error);
    }
  }

  function settle(answer: OpenedConversation): void {
    const steps = meanwhile ?? [];
    meanwhile = undefined;
    const running = new Map(store.getState().running);
    if (answer.running === undefined) running.delete(answer.conversation.id);
    else running.set(answer.conversation.id, answer.running);
    store.setState({ running });
    let open = opened(answer);
    for (const step of steps) {
      const next = step(open);
      if (next === undefined) {
        // The picture was taken before what is missing was written: ask again, a little later.
        context.around.after(repeatAfterMs, () => void reopen());
        break;
      }
      open = next;
    }
    show(open);
  }

  function fail(id: string, error: unknown): void {
    meanwhile = undefined;
    const report = reportOf(error, store.getState().language);
    if (report.code === 'input.not-found') show(emptyConversation(id));
    else show({ ...emptyConversation(id), state: 'failed', error: report });
  }

  async function reopen(): Promise<void> {
    const { open } = store.getState();
    if (open.state === 'fresh') return;
    await take(open.id, Math.min(largestPage, Math.max(pageSize, open.order.length)));
  }

  return {
    reopen,
    async open(id) {
      show({ ...emptyConversation(id), state: 'loading' });
      await take(id, pageSize);
    },
    async loadEarlier(limit = pageSize) {
      const { open } = store.getState();
      const first = open.order[0];
      if (!open.hasEarlier || open.loadingEarlier || first === undefined) return;
      show({ ...open, loadingEarlier: true });
      try {
        const answer = await client.call('conversation.open', { id: open.id, limit, beforeId: first });
        const now = store.getState().open;
        if (now.id === open.id && now.order[0] === first) show(withEarlier(now, answer));
      } catch (error) {
        const now = store.getState().open;
        if (now.id === open.id) show({ ...now, loadingEarlier: false });
        throw error;
      }
    },
    apply(conversationId, step) {
      if (store.getState().open.id !== conversationId) return;
      meanwhile?.push(step);
      change(step);
    },
  };
}
