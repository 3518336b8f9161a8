/** Sentence models in ONNX files (`*.onnx`, `tokenizer.json`), run in a process of their own. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { JarvisError } from '../../domain/errors.ts';
import { maxEmbeddedLength } from '../../domain/sentences.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Embedder } from '../../ports/embedder.ts';
import type { LaunchProgram } from '../../ports/program-launcher.ts';
import { createNativeProcess, launchOf, type NativeProcess } from '../process/native-process.ts';
import { hasWords, oneByOneVectors } from './embedded-texts.ts';

/** Half an hour without a text, and the memory of the model is given back. */
const idleStopMs = 30 * 60_000;
/** Texts of one request: their vectors stay far below what one answer may hold. */
const textsOfRequest = 256;

/** @param options.program path of the embedding program; absent: the one of the sources. */
export function createEmbeddingProcess(options: {
  readonly clock: Clock;
  readonly program?: string;
  readonly launch?: LaunchProgram;
}): NativeProcess {
  return createNativeProcess({
    program:
      options.program ?? fileURLToPath(new URL('../../../native/embedding-process/main.ts', import.meta.url)),
    name: 'onnxruntime',
    clock: options.clock,
    ...launchOf(options),
    diedCode: 'model.crashed',
    failedCode: 'model.bad-answer',
    idleStopMs,
  });
}

/**
 * Loads the model once, to know its dimensions. Its name holds the beginning of its network's SHA-256: vectors of other
 * weights are another model's. Throws `model.weights-missing` where files are not there or damaged, `model.crashed`.
 */
export async function openOnnxEmbedder(
  { process, folder }: { readonly process: NativeProcess; readonly folder: string },
  signal?: AbortSignal,
): Promise<Embedder> {
  const options = signal === undefined ? {} : { signal };
  const [{ result }, version] = await Promise.all([
    process.request('load', { folder }, options),
    versionOf(folder),
  ]);
  const { dimensions } = result as { dimensions: number };
  return {
    model: `${basename(folder)}@${version}`,
    dimensions,
    embed: async (texts, embedSignal) => {
      const made = await oneByOneVectors(texts, textsOfRequest, embedSignal, part =>
        request(process, { folder, texts: part }, dimensions, embedSignal),
      );
      // What the marks at both ends alone mean is nothing.
      return made.map((vector, at) => (hasWords(texts[at]) ? vector : new Float32Array(dimensions)));
    },
    close: () => process.stop(),
  };
}

async function request(
  process: NativeProcess,
  { folder, texts }: { readonly folder: string; readonly texts: readonly string[] },
  dimensions: number,
  signal: AbortSignal | undefined,
): Promise<readonly Float32Array[]> {
  const read = texts.map(text => text.slice(0, maxEmbeddedLength).toWellFormed());
  const { payload } = await process.request(
    'embed',
    { folder },
    { payload: Buffer.from(JSON.stringify(read)), ...(signal === undefined ? {} : { signal }) },
  );
  const numbers = new Float32Array(payload.buffer, payload.byteOffset, payload.byteLength / 4);
  return texts.map((_, at) => numbers.slice(at * dimensions, (at + 1) * dimensions));
}

async function versionOf(folder: string): Promise<string> {
  try {
    const [name] = (await readdir(folder)).filter(file => file.endsWith('.onnx')).sort();
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, name ?? 'model.onnx')), hash);
    return hash.digest('hex').slice(0, 12);
  } catch (error) {
    throw new JarvisError('model.weights-missing', { model: basename(folder) }, error);
  }
}
