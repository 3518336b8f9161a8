/** Keeps loaded models: each is loaded once on first need, few at a time, and let go when nobody asked for a while. */

export interface ModelCache<Model> {
  /** The model of `key`, loaded now if need be. A failed load is not kept. */
  get(key: string): Promise<Model>;
  /** Keys of what is loaded, longest unused first. */
  loaded(): readonly string[];
}

/**
 * @param options.capacity how many models at most; the longest unused goes first.
 * @param options.idleMs after how long without use all go; after a tenth of it already where memory is short.
 * @param options.isMemoryShort whether others need the memory now.
 * @param options.after calls an action once after a delay; returns what cancels it.
 * @param options.onRelease called when models were let go, so that memory can be given back.
 */
export function createModelCache<Model>(options: {
  readonly load: (key: string) => Promise<Model>;
  readonly capacity: number;
  readonly idleMs: number;
  readonly isMemoryShort: () => boolean;
  readonly after: (delayMs: number, action: () => void) => () => void;
  readonly onRelease: () => void;
}): ModelCache<Model> {
  const models = new Map<string, Promise<Model>>();
  let cancelIdle = (): void => undefined;

  /** Looks again with each tenth of the time, for memory may become short meanwhile. */
  function watchIdle(tenths: number): void {
    cancelIdle = options.after(options.idleMs / 10, () => {
      if (tenths < 10 && !options.isMemoryShort()) return watchIdle(tenths + 1);
      models.clear();
      options.onRelease();
    });
  }

  function restartIdle(): void {
    cancelIdle();
    watchIdle(1);
  }

  function load(key: string): Promise<Model> {
    const loading = options.load(key);
    loading.catch(() => {
      if (models.get(key) === loading) models.delete(key);
    });
    return loading;
  }

  return {
    get(key) {
      restartIdle();
      const model = models.get(key) ?? load(key);
      // Re-inserting makes it the newest: a Map keeps the order of insertion.
      models.delete(key);
      models.set(key, model);
      const [oldest] = models.keys();
      if (models.size > options.capacity && oldest !== undefined) {
        models.delete(oldest);
        options.onRelease();
      }
      return model;
    },
    loaded: () => [...models.keys()],
  };
}
