/** What a real Ollama server was recorded to say of embeddings, and what each of its faults becomes. */
import { describe, expect, test } from 'vitest';
import { EmbeddingServer } from '../../../test/fixtures/model-servers/embedding-server.ts';
import { OllamaReplayServer } from '../../../test/fixtures/model-servers/ollama-replay-server.ts';
import { haveRecordings } from '../../../test/fixtures/model-servers/recordings.ts';
import { assetPath, haveAssets } from '../../../test/test-assets.ts';
import { cosineOf } from '../../ports/conformance/embedder.ts';
import type { Embedder } from '../../ports/embedder.ts';
import { realClock } from '../process/test-clock.ts';
import { openOllamaEmbedder } from './ollama.ts';
import { createEmbeddingProcess, openOnnxEmbedder } from './onnx.ts';

const miniLm = 'models/embedding/all-MiniLM-L6-v2';

async function open(routes: Record<string, string>, model = 'all-minilm'): Promise<Embedder> {
  const server = await OllamaReplayServer.start({ routes });
  try {
    return await openOllamaEmbedder({ label: 'Ollama', address: server.address, model });
  } finally {
    await server.stop();
  }
}

if (haveRecordings()) {
  describe('a recorded Ollama server', () => {
    test('an embedding model has its dimensions, and a name that holds its version', async () => {
      const embedder = await open({ '/api/embed': 'embed-one' });
      expect(embedder.dimensions).toBe(384);
      expect(embedder.model).toMatch(/^ollama\/all-minilm@[0-9a-f]{12}$/);
    });

    test.each([
      ['a model that only writes', 'embed-on-completion-model', 'model.no-embeddings'],
      ['a runner that dies', 'embed-runner-sigkill', 'model.crashed'],
      ['an answer without vectors', 'embed-empty-list', 'model.bad-answer'],
      ['weights that are gone', 'error-embed-unknown-model', 'model.not-found'],
    ])('%s is told', async (_what, recording, code) => {
      await expect(open({ '/api/embed': recording })).rejects.toMatchObject({ code });
    });

    test('a model that is not installed is named', async () => {
      const opening = open({ '/api/embed': 'embed-one' }, 'nomic-embed-text');
      await expect(opening).rejects.toMatchObject({
        code: 'model.not-found',
        params: { model: 'nomic-embed-text' },
      });
    });

    if (haveAssets(miniLm)) {
      test('the same model in ONNX makes nearly the same vector', async () => {
        const server = await OllamaReplayServer.start({ routes: { '/api/embed': 'embed-cold' } });
        const process = createEmbeddingProcess({ clock: realClock });
        try {
          const ollama = await openOllamaEmbedder({
            label: 'Ollama',
            address: server.address,
            model: 'all-minilm',
          });
          const onnx = await openOnnxEmbedder({ process, folder: assetPath(miniLm) });
          const [theirs] = await ollama.embed(['The sky is blue.']);
          const [ours] = await onnx.embed(['The sky is blue.']);
          expect(cosineOf(theirs, ours)).toBeGreaterThan(0.97);
        } finally {
          await process.stop();
          await server.stop();
        }
      });
    }
  });
}

test('nobody there is told, an address that is none too', async () => {
  const server = await EmbeddingServer.start(async () => []);
  const { address } = server;
  await server.stop();
  await expect(openOllamaEmbedder({ label: 'Ollama', address, model: 'm' })).rejects.toMatchObject({
    code: 'model.unreachable',
  });
  await expect(openOllamaEmbedder({ label: 'Ollama', address: 'ftp://x', model: 'm' })).rejects.toMatchObject(
    { code: 'input.invalid' },
  );
});

test('vectors whose length changes are refused', async () => {
  let length = 8;
  const server = await EmbeddingServer.start(async texts =>
    texts.map(() => new Float32Array(length).fill(1)),
  );
  const embedder = await openOllamaEmbedder({
    label: 'Ollama',
    address: server.address,
    model: 'all-minilm',
  });
  length = 4;
  await expect(embedder.embed(['a'])).rejects.toMatchObject({
    code: 'model.embedding-dimensions',
    params: { found: 4, expected: 8 },
  });
  await server.stop();
});

test('hundreds of texts go in several requests', async () => {
  const server = await EmbeddingServer.start(async texts =>
    texts.map(text => Float32Array.of(Number(text.slice(1)), 1)),
  );
  const embedder = await openOllamaEmbedder({
    label: 'Ollama',
    address: server.address,
    model: 'all-minilm',
  });
  server.requests.length = 0;
  const vectors = await embedder.embed(Array.from({ length: 150 }, (_, at) => `t${at}`));
  expect(server.requests).toEqual([64, 64, 22]);
  for (const [at, vector] of vectors.entries()) expect(vector[0]).toBeCloseTo(at / Math.hypot(at, 1), 5);
  await server.stop();
});
