/** The SQLite store passes the suite of the semantic memory. */
import { neutralAffect } from '../../domain/memory.ts';
import { describeSemanticMemoryStore } from '../../ports/conformance/semantic-memory-store.ts';
import { createStoreFixture } from './store-fixture.ts';

describeSemanticMemoryStore('SQLite', async () => {
  const fixture = createStoreFixture();
  let store = fixture.open();
  return {
    store: store.semantic,
    addEpisodes: async ids => {
      const episodes = ids.map(id => ({
        episode: {
          id,
          place: { conversationId: 'c' },
          provenance: 'user',
          speaker: 'user',
          atMs: 0,
          text: 'x',
          language: 'fr',
          affect: neutralAffect,
          salience: 0,
          entities: [],
        } as const,
        vectors: { model: 'none', whole: new Float32Array(8), parts: [] },
      }));
      await store.episodic.addAll(episodes);
    },
    unconsolidated: async () => (await store.episodic.unconsolidated(1000)).map(({ episode }) => episode.id),
    reopen: async () => {
      store.close();
      store = fixture.open();
      return store.semantic;
    },
    remove: async () => fixture.remove(),
  };
});
