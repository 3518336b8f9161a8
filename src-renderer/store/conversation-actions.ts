/** What can be done with conversations: open, rename, delete with undo, search, take out and bring in. */
import { maxImportLength } from '../../src-preload/contract.ts';
import { importFile } from '../../src-preload/import-file.ts';
import { attempt } from './attempt.ts';
import type { Context } from './context.ts';
import type { ExportFormat, SearchHit } from './contract-types.ts';
import { withConversations } from './conversation-list.ts';
import type { Drafts } from './drafts.ts';
import type { Opening } from './opening.ts';
import { emptyConversation } from './state.ts';
import { showToast } from './toasts.ts';

const listPage = 50;
const jumpPage = 500;

export const conversationActions = (context: Context, opening: Opening, words: Drafts) => {
  const { client, store, around } = context;
  return {
    newConversation(): void {
      const { open } = store.getState();
      if (open.state !== 'fresh') store.setState({ open: emptyConversation(around.newId()) });
      store.setState({ railOpen: false });
    },
    async openConversation(id: string): Promise<void> {
      store.setState({ railOpen: false });
      if (store.getState().open.id !== id || store.getState().open.state === 'failed') await opening.open(id);
    },
    async loadMoreConversations(): Promise<void> {
      // Pinned ones stand in the list however old they are.
      const last = store.getState().conversations.findLast(one => one.pinnedAtMs === undefined);
      if (last === undefined) return;
      await attempt(context, async () => {
        const before = { updatedAtMs: last.updatedAtMs, id: last.id };
        const { conversations } = await client.call('conversation.list', { limit: listPage, before });
        store.setState(state => ({
          conversations: withConversations(state.conversations, conversations),
          hasMoreConversations: conversations.length === listPage,
        }));
      });
    },
    loadEarlier: () => attempt(context, () => opening.loadEarlier()),
    reopen: () => opening.reopen(),
    rename: (id: string, title: string) =>
      attempt(context, async () =>
        client.call('conversation.rename', { id, title: title.trim().slice(0, 200) }),
      ),
    pin: (id: string, isPinned: boolean) =>
      attempt(context, async () => client.call('conversation.pin', { id, isPinned })),
    /** Goes on from this message in a conversation of its own, and opens that. */
    async fork(messageId: string): Promise<void> {
      const id = around.newId();
      if (await attempt(context, () => client.call('conversation.fork', { id, messageId })))
        await opening.open(id);
    },
    async deleteConversation(id: string): Promise<void> {
      const title = store.getState().conversations.find(one => one.id === id)?.title ?? '';
      const done = await attempt(context, () => client.call('conversation.delete', { id }));
      if (done) showToast(context, { kind: 'deleted', title }, { restores: id });
    },
    async restore(id: string): Promise<void> {
      if (await attempt(context, () => client.call('conversation.restore', { id }))) await opening.open(id);
    },
    /** Loads back to the message that a search or a memory led to, on the branch where it stands, and lights it. */
    async jumpTo(hit: Pick<SearchHit, 'conversationId' | 'messageId'>): Promise<void> {
      store.setState({ railOpen: false });
      await attempt(context, async () => {
        if (store.getState().open.id !== hit.conversationId) await opening.open(hit.conversationId);
        if (!(await reached(hit.messageId))) {
          const { conversationId, messageId } = hit;
          await client.call('conversation.selectBranch', { conversationId, messageId });
          await opening.reopen();
          await reached(hit.messageId);
        }
        store.setState(state => ({
          highlight: { messageId: hit.messageId, nonce: (state.highlight?.nonce ?? 0) + 1 },
        }));
      });
    },
    exportConversations: (ids: readonly string[] | 'all', format: ExportFormat) =>
      attempt(context, async () => {
        const what = ids === 'all' ? ids : [...ids];
        const file = await client.call('conversation.export', { ids: what, format });
        around.download(file);
        showToast(context, { kind: 'exported', fileName: file.fileName });
      }),
    async importFile(file: Pick<File, 'name' | 'size' | 'text'>): Promise<void> {
      // A character takes at most three bytes per UTF-16 unit, so a larger file cannot fit.
      if (file.size > maxImportLength * 3) return showToast(context, { kind: 'too-large' });
      await attempt(context, async () => {
        const text = await file.text();
        if (text.length > maxImportLength) return showToast(context, { kind: 'too-large' });
        const imported = await followed(file.name, importId => importFile(client, importId, text));
        const { conversations } = await client.call('conversation.list', { limit: listPage });
        store.setState(state => ({ conversations: withConversations(state.conversations, conversations) }));
        showToast(context, { kind: 'imported', ...imported });
      });
    },
    cancelImport: (importId: string) =>
      attempt(context, () => client.call('conversation.cancelImport', { importId })),
    selectBranch: (messageId: string) =>
      attempt(context, async () => {
        const conversationId = store.getState().open.id;
        await client.call('conversation.selectBranch', { conversationId, messageId });
        await opening.reopen();
      }),
    setDraft: words.set,
  };

  /** Shown with its progress for as long as it goes on. */
  async function followed<T>(name: string, bringIn: (importId: string) => Promise<T>): Promise<T> {
    const id = around.newId();
    store.setState(({ imports }) => ({ imports: [...imports, { id, name, messages: 0, totalMessages: 0 }] }));
    try {
      return await bringIn(id);
    } finally {
      store.setState(({ imports }) => ({ imports: imports.filter(one => one.id !== id) }));
    }
  }

  async function reached(messageId: string): Promise<boolean> {
    for (;;) {
      const { open } = store.getState();
      if (open.messages.has(messageId)) return true;
      if (!open.hasEarlier || open.loadingEarlier) return false;
      const before = open.order.length;
      await opening.loadEarlier(jumpPage);
      if (store.getState().open.order.length === before) return false;
    }
  }
};
