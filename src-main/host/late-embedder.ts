/** The embedder that memories and documents share: one table in memory. */
import type { Embedder } from '../ports/embedder.ts';

/** Loaded when it is first asked for. */
export function lateEmbedder(): () => Promise<Embedder> {
  let loading: Promise<Embedder> | undefined;
  return () => {
    loading ??= load();
    return loading;
  };
}

async function load(): Promise<Embedder> {
  const [{ createStaticTableEmbedder }, { embeddingTableFolder }] = await Promise.all([
    import('../adapters/embedder/static-table.ts'),
    import('./embedding-table-folder.ts'),
  ]);
  return createStaticTableEmbedder(embeddingTableFolder);
}
