/** Utility processes: real processes of their own, spoken to over Node's channel in the place of Electron's. */
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import { PortRelay, type RelayMessage } from './port-relay.ts';
import { portsOf } from './ports.ts';

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
    const relay = new PortRelay('m', message => {
      if (child.connected) child.send(message, () => undefined);
    });
    const utility = new EventEmitter();
    child.once('spawn', () => utility.emit('spawn'));
    child.on('message', (message: RelayMessage) => {
      const posted = relay.receive(message);
      if (posted !== undefined) utility.emit('message', posted.data);
    });
    const exit = (status: number): void => {
      relay.close();
      utility.emit('exit', status);
    };
    child.once('exit', (status, signal) => exit(status ?? (signal === null ? 0 : 1)));
    child.once('error', () => exit(1));
    return Object.assign(utility, {
      pid: child.pid,
      stderr: child.stderr,
      stdout: null,
      postMessage: (message: unknown, transfer: readonly unknown[] = []): void =>
        relay.post(message, portsOf(transfer)),
      kill: (): boolean => child.kill('SIGKILL'),
    });
  },
};
