/** Opens the model of meanings that a person chose, and makes sure that memory can keep what it makes. */
import { basename, isAbsolute, join } from 'node:path';
import { openOllamaEmbedder } from '../adapters/embedder/ollama.ts';
import { createEmbeddingProcess, openOnnxEmbedder } from '../adapters/embedder/onnx.ts';
import { maxDimensions } from '../adapters/store/vector-models.ts';
import { JarvisError } from '../domain/errors.ts';
import type { EmbedderChoice } from '../domain/settings.ts';
import type { Clock } from '../ports/clock.ts';
import type { Embedder } from '../ports/embedder.ts';
import { engineProgram } from './program-path.ts';

export interface OpenChosenOptions {
  readonly clock: Clock;
  /** Where models of the catalogue lie, each in a folder that has its id; absent: none are installed. */
  readonly embeddingModels?: string;
  /** It crashed again and again: no engine of our own. */
  readonly isSafe?: boolean;
}

/** Throws JarvisError `model.*`, `host.safe-mode`, `input.invalid`, or the signal's reason. */
export async function openChosenEmbedder(
  choice: Exclude<EmbedderChoice, 'built-in'>,
  options: OpenChosenOptions,
  signal: AbortSignal,
): Promise<Embedder> {
  const embedder =
    'onnx' in choice
      ? await openOnnx(choice.onnx, options, signal)
      : await openOllamaEmbedder(
          { label: 'Ollama', model: choice.ollama, ...(choice.address && { address: choice.address }) },
          signal,
        );
  const { model, dimensions } = embedder;
  const expected = maxDimensions.conversations;
  if (dimensions <= expected) return embedder;
  await embedder.close();
  throw new JarvisError('model.embedding-dimensions', { model, found: dimensions, expected });
}

async function openOnnx(
  place: string,
  { clock, embeddingModels, isSafe }: OpenChosenOptions,
  signal: AbortSignal,
): Promise<Embedder> {
  if (isSafe === true) throw new JarvisError('host.safe-mode');
  const folder = folderOf(place, embeddingModels);
  const process = createEmbeddingProcess({ clock, ...engineProgram('embedding-process') });
  try {
    return await openOnnxEmbedder({ process, folder }, signal);
  } catch (error) {
    await process.stop();
    throw error;
  }
}

function folderOf(place: string, embeddingModels: string | undefined): string {
  if (isAbsolute(place)) return place;
  // An id is one name: it leads nowhere else.
  const isId = basename(place) === place && place !== '..' && place !== '.';
  if (embeddingModels !== undefined && isId) return join(embeddingModels, place);
  throw new JarvisError('model.weights-missing', { model: basename(place) });
}
