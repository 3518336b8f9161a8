/** What can be done with the models that can be downloaded; what goes wrong is shown where it was asked for. */
import type { CatalogueView } from './catalogue-view.ts';
import type { Context } from './context.ts';
import type { Catalogue } from './contract-types.ts';
import { reportOf } from './error-report.ts';

/** A slow stick with a large model. */
const longMs = 3_600_000;

type OneModel =
  | 'catalogue.pause'
  | 'catalogue.resume'
  | 'catalogue.cancel'
  | 'catalogue.delete'
  | 'catalogue.use';

export const catalogueActions = (context: Context) => {
  const { client, store } = context;
  const change = (part: Partial<CatalogueView>): void =>
    store.setState(({ catalogue: { error: _error, done: _done, ...rest } }) => ({
      catalogue: { ...rest, ...part },
    }));

  async function order(work: () => Promise<Catalogue>): Promise<void> {
    try {
      change({ picture: await work() });
    } catch (error) {
      change({ error: reportOf(error, store.getState().language) });
    }
  }
  const one = (command: OneModel) => (id: string) => order(() => client.call(command, { id }));

  async function read(work: () => Promise<Partial<CatalogueView>>): Promise<void> {
    change({ isReading: true });
    try {
      change({ ...(await work()), isReading: false });
    } catch (error) {
      change({ error: reportOf(error, store.getState().language), isReading: false });
    }
  }

  return {
    loadCatalogue: () => order(() => client.call('catalogue.get', {})),
    getReady: () => order(() => client.call('catalogue.getReady', {})),
    downloadModel: (id: string) => order(() => client.call('catalogue.download', { ids: [id] })),
    pauseDownload: one('catalogue.pause'),
    resumeDownload: one('catalogue.resume'),
    cancelDownload: one('catalogue.cancel'),
    deleteModel: one('catalogue.delete'),
    useModel: one('catalogue.use'),
    verifyModels: () =>
      read(async () => {
        const { checked, damaged } = await client.call('catalogue.verify', { ids: [] }, { limitMs: longMs });
        const missing = damaged.map(({ id, paths }) => `${id}: ${paths.join(', ')}`);
        const ids = damaged.map(({ id }) => id);
        return { done: { kind: 'verified', names: checked.filter(id => !ids.includes(id)), missing } };
      }),
    importModels: (path: string) =>
      read(async () => {
        const { installed, added, incomplete } = await client.call(
          'catalogue.import',
          { path },
          { limitMs: longMs },
        );
        const missing = incomplete.map(({ id, missing: paths }) => `${id}: ${paths.join(', ')}`);
        return { done: { kind: 'imported', names: [...installed, ...added], missing } };
      }),
  };
};

export function bindCatalogueEvents({ client, store }: Context): void {
  client.on('catalogue.changed', picture =>
    store.setState(({ catalogue }) => {
      const isMoving = new Set(
        picture.models.filter(({ state }) => state === 'downloading').map(({ id }) => id),
      );
      const progress = new Map([...catalogue.progress].filter(([id]) => isMoving.has(id)));
      return { catalogue: { ...catalogue, picture, progress } };
    }),
  );
  client.on('catalogue.progress', told =>
    store.setState(({ catalogue }) => ({
      catalogue: { ...catalogue, progress: new Map(catalogue.progress).set(told.id, told) },
    })),
  );
}
