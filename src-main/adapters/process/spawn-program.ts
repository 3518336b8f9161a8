/** Starts an engine program as a child of this process, under the same Node. */
import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { LaunchProgram, ProgramExit } from '../../ports/program-launcher.ts';

/** Throws the system's error when no process can be made, or no stream to it. */
export const spawnProgram: LaunchProgram = (program, env) => {
  // Engines print to stdout: it leads nowhere, and frames come back on a descriptor of their own.
  const child = spawn(process.execPath, [program], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    windowsHide: true,
  });
  const exit = new Promise<ProgramExit>(resolve => {
    child.once('exit', (status, signal) => resolve({ status, signal }));
    child.once('error', () => resolve({ status: null, signal: null }));
  });
  // With no descriptor left there are no streams at all, whatever the types say.
  const [input, , stderr, output] = child.stdio ?? [];
  if (!input || !stderr || !output) throw new Error('no stream to the program could be opened');
  return {
    pid: child.pid,
    input,
    output: output as Readable,
    stderr,
    exit,
    kill: () => void child.kill('SIGKILL'),
  };
};
