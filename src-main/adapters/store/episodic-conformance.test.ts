/** The SQLite store of episodes passes the suite of its port. */
import { describeEpisodicMemoryStore } from '../../ports/conformance/episodic-memory-store.ts';
import { createStoreFixture } from './store-fixture.ts';

describeEpisodicMemoryStore('SQLite', async () => {
  const fixture = createStoreFixture();
  let current = fixture.open();
  return {
    store: current.episodic,
    reopen: async () => {
      current.close();
      current = fixture.open();
      return current.episodic;
    },
    remove: async () => fixture.remove(),
  };
});
