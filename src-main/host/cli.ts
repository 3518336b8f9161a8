/** The command line: what `jarvis …` runs. */
import { runCommandLine } from './cli/run-command.ts';
import { openTerminal } from './cli/terminal.ts';

const interruptHandlers = new Set<() => void>();

// A command that listens decides what Ctrl-C means; without one it ends the program, as the other signals do.
process.on('SIGINT', () => {
  if (interruptHandlers.size === 0) process.exit(130);
  for (const handler of interruptHandlers) handler();
});

process.exitCode = await runCommandLine(process.argv.slice(2), openTerminal(), handler => {
  interruptHandlers.add(handler);
  return () => interruptHandlers.delete(handler);
});
