/** The SQLite store of episodes passes the suite of its port: with its vectors on disk, and with them in memory too. */
import { describeEpisodicMemoryStore } from '../../ports/conformance/episodic-memory-store.ts';
import type { EpisodicMemoryStore } from '../../ports/episodic-memory-store.ts';
import { createStoreFixture } from './store-fixture.ts';

const onDisk = (store: EpisodicMemoryStore): EpisodicMemoryStore => store;
const inMemory = (store: EpisodicMemoryStore): EpisodicMemoryStore => ({
  ...store,
  findByMeaning: async (vector, model, limit) => {
    await store.prepare(model);
    return store.findByMeaning(vector, model, limit);
  },
});

for (const [name, kept] of [
  ['SQLite', onDisk],
  ['SQLite, prepared', inMemory],
] as const) {
  describeEpisodicMemoryStore(name, async () => {
    const fixture = createStoreFixture();
    let current = fixture.open();
    return {
      store: kept(current.episodic),
      reopen: async () => {
        current.close();
        current = fixture.open();
        return kept(current.episodic);
      },
      remove: async () => fixture.remove(),
    };
  });
}
