/** What can be done with models: choose, add a server, add a file by dropping it, remove, order. */
import { attempt } from './attempt.ts';
import type { Context } from './context.ts';
import type { ModelChoice } from './contract-types.ts';
import { reportOf } from './error-report.ts';
import type { Upload } from './surroundings.ts';
import { showToast } from './toasts.ts';

export const modelActions = (context: Context) => {
  const { client, store, around } = context;
  const running = new Map<string, Upload<void>>();
  const cancelled = new Set<string>();

  const progress = (id: string, doneBytes: number, totalBytes: number): void =>
    store.setState(({ uploads }) => ({
      uploads: uploads.map(one => (one.id === id ? { ...one, doneBytes, totalBytes } : one)),
    }));

  async function finish(id: string, name: string, upload: Upload<void>): Promise<void> {
    try {
      await upload.done;
      showToast(context, { kind: 'model-added', name });
    } catch (error) {
      if (!cancelled.delete(id)) {
        showToast(context, { kind: 'error', error: reportOf(error, store.getState().language) });
      }
    } finally {
      running.delete(id);
      store.setState(({ uploads }) => ({ uploads: uploads.filter(one => one.id !== id) }));
    }
  }

  return {
    chooseModel: (choice: ModelChoice) =>
      attempt(context, async () => store.setState({ models: await client.call('model.use', choice) })),
    refreshModels: () =>
      attempt(context, async () =>
        store.setState({ models: await client.call('model.list', { refresh: true }) }),
      ),
    /** Resolves to the error that the dialog shows, if any. */
    async addServer(server: { label: string; address: string; key?: string }) {
      try {
        store.setState({ models: await client.call('model.addServer', server) });
        showToast(context, { kind: 'server-added', name: server.label });
        return undefined;
      } catch (error) {
        return reportOf(error, store.getState().language);
      }
    },
    removeModel: (backendId: string, model?: string) =>
      attempt(context, async () => {
        const what = { backendId, ...(model === undefined ? {} : { model }) };
        store.setState({ models: await client.call('model.remove', what) });
      }),
    orderBackends: (backendIds: readonly string[]) =>
      attempt(context, async () =>
        store.setState({ models: await client.call('model.order', { backendIds: [...backendIds] }) }),
      ),
    async uploadModel(file: File): Promise<void> {
      if (!/\.gguf$/i.test(file.name)) return showToast(context, { kind: 'not-a-model', name: file.name });
      const id = around.newId();
      const entry = { id, name: file.name, doneBytes: 0, totalBytes: file.size };
      store.setState(({ uploads }) => ({ uploads: [...uploads, entry] }));
      const upload = around.uploadModel(file, (done, total) => progress(id, done, total));
      running.set(id, upload);
      await finish(id, file.name, upload);
    },
    cancelUpload(id: string): void {
      cancelled.add(id);
      running.get(id)?.cancel();
    },
  };
};
