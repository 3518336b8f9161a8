/** A sentence model in a folder: its tokenizer, its network, and the mean of what it makes of each token. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { RequestFailure } from '../frames.ts';

export interface SentenceModel {
  readonly dimensions: number;
  /** One vector of length 1 for each text, one after the other. Ends early, with an error, once `signal` is aborted. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array>;
}

/** Texts at a time: more gain nothing on a processor, and an abort waits for them. */
const textsAtOnce = 8;
/** What sentence-transformers gives these models; the rest of a text is left out. */
const maxTokens = 256;
/** Long enough for so many tokens in any language. */
const maxLength = 8000;

/** Throws `model.weights-missing` where a file is not there, or not what it should be. */
export async function loadSentenceModel(folder: string): Promise<SentenceModel> {
  try {
    const tokenizer = await readTokenizer(folder);
    const { session, tensor } = await openNetwork(folder);
    const run = (texts: readonly string[]): Promise<readonly Float32Array[]> =>
      embedBatch(
        texts.map(text => tokensOf(tokenizer, text)),
        session,
        tensor,
      );
    const [probe] = await run(['a']);
    if (probe === undefined) throw new RangeError('no vector');
    const dimensions = probe.length;
    return { dimensions, embed: (texts, signal) => embedAll(texts, dimensions, run, signal) };
  } catch (error) {
    throw new RequestFailure('model.weights-missing', { model: basename(folder) }, error);
  }
}

async function readTokenizer(folder: string): Promise<Tokenizer> {
  const [tokenizer, config] = await Promise.all(
    ['tokenizer.json', 'tokenizer_config.json'].map(async name =>
      JSON.parse(await readFile(join(folder, name), 'utf8')),
    ),
  );
  return new Tokenizer(tokenizer, config);
}

async function openNetwork(folder: string) {
  const names = (await readdir(folder)).filter(name => name.endsWith('.onnx')).sort();
  const [name] = names;
  if (name === undefined) throw new RangeError('no .onnx file');
  // Since 1.29 it tells its maker about machine and models, unless this is set before it is loaded.
  process.env.ORT_DISABLE_TELEMETRY = '1';
  const { default: onnx } = await import('onnxruntime-node');
  const session = await onnx.InferenceSession.create(join(folder, name), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
  });
  const tensor: MakeTensor = (values, shape) => new onnx.Tensor('int64', values, shape);
  return { session, tensor };
}

type MakeTensor = (values: BigInt64Array, shape: readonly number[]) => Tensor;

/** With the marks at both ends; the last one stays when a text is cut. */
function tokensOf(tokenizer: Tokenizer, text: string): readonly number[] {
  const { ids } = tokenizer.encode(text.slice(0, maxLength).toWellFormed());
  const last = ids.at(-1);
  return ids.length <= maxTokens || last === undefined ? ids : [...ids.slice(0, maxTokens - 1), last];
}

async function embedAll(
  texts: readonly string[],
  dimensions: number,
  run: (texts: readonly string[]) => Promise<readonly Float32Array[]>,
  signal: AbortSignal,
): Promise<Float32Array> {
  const vectors = new Float32Array(texts.length * dimensions);
  for (let from = 0; from < texts.length; from += textsAtOnce) {
    signal.throwIfAborted();
    const made = await run(texts.slice(from, from + textsAtOnce));
    for (const [at, vector] of made.entries()) vectors.set(vector, (from + at) * dimensions);
  }
  return vectors;
}

async function embedBatch(
  tokens: readonly (readonly number[])[],
  session: InferenceSession,
  tensor: MakeTensor,
): Promise<readonly Float32Array[]> {
  const length = Math.max(1, ...tokens.map(ids => ids.length));
  const ids = new BigInt64Array(tokens.length * length);
  const mask = new BigInt64Array(ids.length);
  for (const [at, own] of tokens.entries()) {
    for (const [place, id] of own.entries()) {
      ids[at * length + place] = BigInt(id);
      mask[at * length + place] = 1n;
    }
  }
  const shape = [tokens.length, length];
  const inputs: Record<string, Tensor> = {
    input_ids: tensor(ids, shape),
    attention_mask: tensor(mask, shape),
    token_type_ids: tensor(new BigInt64Array(ids.length), shape),
  };
  const known = Object.entries(inputs).filter(([name]) => session.inputNames.includes(name));
  const outputs = await session.run(Object.fromEntries(known));
  const states = Object.values(outputs).find(({ dims }) => dims.length === 3);
  const dimensions = states?.dims[2];
  if (!(states?.data instanceof Float32Array) || dimensions === undefined) {
    throw new RangeError('a network without an output for each token');
  }
  const { data } = states;
  return tokens.map((own, at) => {
    const from = at * length * dimensions;
    return meanOf(data.subarray(from, from + own.length * dimensions), dimensions);
  });
}

/** Of the tokens that are there, brought to length 1 (Reimers and Gurevych, 2019). */
function meanOf(states: Float32Array, dimensions: number): Float32Array {
  const sum = new Float64Array(dimensions);
  for (const [at, value] of states.entries()) {
    const j = at % dimensions;
    sum[j] = (sum[j] as number) + value;
  }
  const length = Math.hypot(...sum);
  return length > 0 ? Float32Array.from(sum, value => value / length) : new Float32Array(dimensions);
}
