/** Small networks in onnxruntime: one thread each, loaded on first need. */
import { basename } from 'node:path';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { RequestFailure } from '../frames.ts';

export interface Network {
  /** One pass. Throws `speech.engine-failed`. */
  run(inputs: Readonly<Record<string, Tensor>>): Promise<InferenceSession.OnnxValueMapType>;
  floats(values: Float32Array, shape: readonly number[]): Tensor;
  whole(value: bigint): Tensor;
}

/** Loads a model file. Throws `speech.model-incomplete`. */
export async function loadNetwork(path: string): Promise<Network> {
  // Since 1.29 it tells its maker about machine and models, unless this is set before it is loaded.
  process.env.ORT_DISABLE_TELEMETRY = '1';
  // The library alone takes 40 MB: a process that only speaks does without.
  const { default: onnx } = await import('onnxruntime-node');
  const session = await onnx.InferenceSession.create(path, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
  }).catch((error: unknown) => {
    throw new RequestFailure('speech.model-incomplete', { detail: basename(path) }, error);
  });
  return {
    floats: (values, shape) => new onnx.Tensor('float32', values, shape),
    whole: value => new onnx.Tensor('int64', BigInt64Array.of(value), []),
    run: async inputs => {
      try {
        return await session.run(inputs);
      } catch (error) {
        throw new RequestFailure('speech.engine-failed', { detail: basename(path) }, error);
      }
    },
  };
}

/** The numbers of an output. Throws `speech.engine-failed` when the model has no such output. */
export function numbersOf(outputs: InferenceSession.OnnxValueMapType, name: string): Float32Array {
  const data = outputs[name]?.data;
  if (data instanceof Float32Array) return data;
  throw new RequestFailure('speech.engine-failed', { detail: `no output "${name}"` });
}
