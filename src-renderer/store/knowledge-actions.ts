/** What can be done with the person's documents; what goes wrong is shown where it was asked for. */
import type { Context } from './context.ts';
import { reportOf } from './error-report.ts';
import type { KnowledgeView } from './knowledge-view.ts';
import { showToast } from './toasts.ts';

const documentName = /\.(?:pdf|docx|docm|md|markdown|txt|text|log|csv|tsv|rst|org|tex|html?|xhtml|eml)$/i;

export const isDocumentFile = ({ name }: Pick<File, 'name'>): boolean => documentName.test(name);

/** What one looks through at once; there may be more. */
const mostListed = 500;
/** Taking away a large folder rewrites the database. */
const longMs = 3_600_000;
/** While documents are read the list is brought anew so often at most. */
const listEveryMs = 1000;

type Change = { readonly [K in keyof KnowledgeView]?: KnowledgeView[K] | undefined };

export const knowledgeActions = (context: Context) => {
  const { client, store, around } = context;
  const change = (part: Change): void =>
    store.setState(({ knowledge }) => ({ knowledge: withPart(knowledge, part) }));
  async function order(work: () => Promise<unknown>): Promise<boolean> {
    change({ error: undefined });
    try {
      await work();
      return true;
    } catch (error) {
      change({ error: reportOf(error, store.getState().language) });
      return false;
    }
  }
  const loadList = async (): Promise<void> => {
    const list = await client.call('knowledge.list', { limit: mostListed });
    change({ list, status: list.status });
  };
  let isDue = false;
  client.on('knowledge.changed', status => {
    change({ status });
    if (isDue || store.getState().knowledge.list === undefined) return;
    isDue = true;
    around.after(listEveryMs, () => {
      isDue = false;
      void order(loadList);
    });
  });

  return {
    loadKnowledge: () => order(loadList),
    addKnowledge: (path: string) =>
      order(async () => {
        await client.call('knowledge.add', { path });
        await loadList();
      }),
    /** Without a path: its text is kept. Dropped anywhere in the window, what goes wrong is a remark. */
    async uploadDocument(file: File): Promise<void> {
      const { language, knowledge } = store.getState();
      change({ uploading: [...knowledge.uploading, file.name] });
      try {
        await around.uploadDocument(file).done;
        await order(loadList);
        showToast(context, { kind: 'document-added', name: file.name });
      } catch (error) {
        showToast(context, { kind: 'error', error: reportOf(error, language) });
      } finally {
        const { uploading } = store.getState().knowledge;
        const at = uploading.indexOf(file.name);
        change({ uploading: uploading.filter((_, index) => index !== at) });
      }
    },
    removeKnowledge: (id: string) =>
      order(async () => {
        await client.call('knowledge.remove', { id }, { limitMs: longMs });
        await loadList();
      }),
    pauseKnowledge: (isPaused: boolean) =>
      order(async () =>
        change({ status: await client.call(isPaused ? 'knowledge.pause' : 'knowledge.resume', {}) }),
      ),
    showPassage: (id: string) =>
      order(async () => {
        change({ passage: { id } });
        const view = await client.call('knowledge.passage', { id });
        if (store.getState().knowledge.passage?.id === id) change({ passage: { id, view } });
      }),
    openDocument: (documentId: string) => order(() => client.call('knowledge.open', { documentId })),
    leavePassage: (): void => change({ passage: undefined, error: undefined }),
  };
};

function withPart(knowledge: KnowledgeView, part: Change): KnowledgeView {
  const entries = Object.entries({ ...knowledge, ...part }).filter(([, value]) => value !== undefined);
  // What is required is never taken away.
  return Object.fromEntries(entries) as unknown as KnowledgeView;
}
