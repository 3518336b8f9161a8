/** The embedder that comes with the program: French and English in one space, from a table, without a runtime. */
import { maxEmbeddedLength } from '../../domain/sentences.ts';
import type { Embedder } from '../../ports/embedder.ts';
import { encodeSentence } from './static-encoder.ts';
import { readStaticTable, type StaticTable } from './static-table-file.ts';

/** Another table, or another way to read it, has to have another name: stored vectors are compared by it. */
export const staticTableModel = 'jarvis-static-fr-en-1';
const dimensions = 128;
/** Others have their turn after so many sentences: about 3 ms. */
const sentencesAtOnce = 64;

/**
 * `folder` holds `table.bin` and `vocab.txt`; they are read at the first use, not before, and let go on `close`. Texts
 * are read up to `maxEmbeddedLength`. `embed` throws `model.weights-missing` where the files are not there or damaged.
 */
export function createStaticTableEmbedder(folder: string): Embedder {
  let table: Promise<StaticTable> | undefined;
  const opened = (): Promise<StaticTable> => {
    table ??= readStaticTable(folder, staticTableModel).catch((error: unknown) => {
      // The files may be there the next time.
      table = undefined;
      throw error;
    });
    return table;
  };
  return {
    model: staticTableModel,
    dimensions,
    embed: async (texts, signal) => {
      signal?.throwIfAborted();
      const open = await opened();
      const vectors: Float32Array[] = [];
      for (const text of texts) {
        if (vectors.length > 0 && vectors.length % sentencesAtOnce === 0) {
          await new Promise<void>(resolve => setImmediate(resolve));
        }
        signal?.throwIfAborted();
        vectors.push(encodeSentence(open, text.slice(0, maxEmbeddedLength)));
      }
      return vectors;
    },
    close: async () => {
      table = undefined;
    },
  };
}
