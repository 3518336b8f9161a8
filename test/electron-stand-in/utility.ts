/** Utility processes: real processes of their own, spoken to over Node's channel in the place of Electron's. */
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';

interface ForkOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly execArgv?: readonly string[];
  readonly serviceName?: string;
}

const childMain = fileURLToPath(new URL('./utility-child.ts', import.meta.url));

export const utilityProcess = {
  fork(
    program: string,
    args: readonly string[] = [],
    { env, execArgv = [] }: ForkOptions = {},
  ): EventEmitter {
    const child = fork(childMain, [program, ...args], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
      execArgv: ['--disable-warning=ExperimentalWarning', ...execArgv],
      env: env ?? process.env,
    });
    const utility = new EventEmitter();
    child.once('spawn', () => utility.emit('spawn'));
    child.on('message', message => utility.emit('message', message));
    child.once('exit', (status, signal) => utility.emit('exit', status ?? (signal === null ? 0 : 1)));
    child.once('error', () => utility.emit('exit', 1));
    return Object.assign(utility, {
      pid: child.pid,
      stderr: child.stderr,
      stdout: null,
      postMessage: (message: unknown): void => {
        if (child.connected) child.send(message as object, () => undefined);
      },
      kill: (): boolean => child.kill('SIGKILL'),
    });
  },
};
