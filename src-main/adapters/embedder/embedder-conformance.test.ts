/** The embedders pass the suite of their port: the table, ONNX in its process, and Ollama's protocol. */
import { fileURLToPath } from 'node:url';
import { EmbeddingServer } from '../../../test/fixtures/model-servers/embedding-server.ts';
import { assetPath, haveAssets } from '../../../test/test-assets.ts';
import { describeEmbedder } from '../../ports/conformance/embedder.ts';
import { realClock } from '../process/test-clock.ts';
import { openOllamaEmbedder } from './ollama.ts';
import { createEmbeddingProcess, openOnnxEmbedder } from './onnx.ts';
import { createStaticTableEmbedder } from './static-table.ts';

const table = fileURLToPath(new URL('../../../models/embedding/jarvis-static-fr-en/', import.meta.url));
const miniLm = 'models/embedding/all-MiniLM-L6-v2';

describeEmbedder('the built-in table', async () => {
  const embedder = createStaticTableEmbedder(table);
  return { embedder, remove: () => embedder.close() };
});

describeEmbedder('Ollama', async () => {
  const behind = createStaticTableEmbedder(table);
  const server = await EmbeddingServer.start(texts => behind.embed(texts));
  const { address } = server;
  const embedder = await openOllamaEmbedder({ label: 'Ollama', address, model: 'all-minilm' });
  return {
    embedder,
    remove: async () => {
      await embedder.close();
      await server.stop();
    },
  };
});

if (haveAssets(miniLm)) {
  describeEmbedder('ONNX', async () => {
    const process = createEmbeddingProcess({ clock: realClock });
    const embedder = await openOnnxEmbedder({ process, folder: assetPath(miniLm) });
    return { embedder, remove: () => embedder.close() };
  });
}
