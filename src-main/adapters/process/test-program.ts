/** A small program for the tests of the process client: it answers, streams, prints, hangs and dies on request. */
import { writeSync } from 'node:fs';
import { frameOutputFd, RequestFailure, runProgram } from '../../../native/frames.ts';

let reached = 0;
let stoppedBySignal = 0;

await runProgram({
  echo: async ({ params, payload }) => ({ result: params, payload }),
  pid: async () => ({ result: process.pid }),
  environment: async ({ params }) => ({ result: process.env[String(params)] }),
  count: async ({ params }, { emit }) => {
    for (let step = 0; step < Number(params); step += 1) await emit(step, Uint8Array.of(step % 256));
    return { result: 'counted' };
  },
  /** Counts for ever; what it reached is asked with `reached`. */
  flood: async (_request, { emit, signal }) => {
    reached = 0;
    while (!signal.aborted) {
      await emit(null, new Uint8Array(10_000));
      reached += 1;
      await new Promise(resolve => setImmediate(resolve));
    }
    stoppedBySignal += 1;
    return {};
  },
  reached: async () => ({ result: { reached, stoppedBySignal } }),
  print: async ({ params }) => {
    console.log(String(params));
    process.stdout.write(`${String(params)}\n`);
    writeSync(1, 'from a native library\n');
    writeSync(2, `${String(params)}\n`);
    return { result: 'printed' };
  },
  fail: async () => {
    throw new RequestFailure('model.context-too-small', { limit: 512 });
  },
  failUnknown: async () => {
    throw new Error('tensor shape mismatch');
  },
  garble: async () => {
    writeSync(frameOutputFd, 'this is no frame at all, by any means');
    return {};
  },
  exit: async ({ params }) => process.exit(Number(params)),
  hang: async () => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    return {};
  },
});
