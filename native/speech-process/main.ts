/** The speech process: sherpa-onnx and espeak-ng apart from the core, so that a fault or the GPL-3 parts stay in here. */
import { freemem, totalmem } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { runProgram } from '../frames.ts';
import { createSpeechHandlers } from './speech-engine.ts';

const idleMs = 10 * 60_000;
/** With less of the machine's memory free than this, others need what idle models hold. */
const shortShare = 0.1;

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

await runProgram(
  createSpeechHandlers({
    idleMs,
    isMemoryShort: () => freemem() < totalmem() * shortShare,
    after: (delayMs, action) => {
      const timer = setTimeout(action, delayMs);
      return () => clearTimeout(timer);
    },
    // An engine that hangs can only be got rid of with its process; the core starts another.
    onHang: () => process.kill(process.pid, 'SIGKILL'),
    // Engines free their memory only when their handles are collected, which an idle process would not do by itself.
    onRelease: () => {
      if (typeof collectGarbage === 'function') setImmediate(() => collectGarbage());
    },
  }),
);
