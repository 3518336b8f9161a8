/** The process in which speech engines run, as the speech adapters use it. */
import { fileURLToPath } from 'node:url';
import type { Clock } from '../../ports/clock.ts';
import type { LaunchProgram } from '../../ports/program-launcher.ts';
import { createNativeProcess, launchOf, type NativeProcess } from '../process/native-process.ts';

/** Long unused, the whole process goes, and all memory of its engines with it. */
const idleStopMs = 15 * 60_000;

/** @param program path of the speech program; absent: the one of the sources. */
export function createSpeechProcess(options: {
  readonly clock: Clock;
  readonly program?: string;
  readonly launch?: LaunchProgram;
}): NativeProcess {
  return createNativeProcess({
    program:
      options.program ?? fileURLToPath(new URL('../../../native/speech-process/main.ts', import.meta.url)),
    name: 'speech',
    clock: options.clock,
    ...launchOf(options),
    diedCode: 'speech.process-died',
    failedCode: 'speech.engine-failed',
    idleStopMs,
  });
}
