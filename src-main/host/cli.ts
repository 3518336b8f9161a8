/** The command line: what `jarvis …` runs. */
import { runCommandLine } from './cli/run-command.ts';
import { openTerminal } from './cli/terminal.ts';

type Handler = (wish: 'stop' | 'end') => void;
const handlers = new Set<Handler>();

// A command that listens decides what a signal means; without one it ends the program.
const signals = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;
for (const [signal, number] of Object.entries(signals)) {
  process.on(signal, () => {
    if (handlers.size === 0) process.exit(128 + number);
    for (const handler of handlers) handler(signal === 'SIGINT' ? 'stop' : 'end');
  });
}

const listen = (handler: Handler) => {
  handlers.add(handler);
  return () => handlers.delete(handler);
};

void runCommandLine(process.argv.slice(2), openTerminal(), listen).then(status => {
  process.exitCode = status;
});
