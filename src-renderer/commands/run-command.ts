/** Does what a command says, if it can be done now. */
import type { WordKey } from '../words.ts';
import type { Command, CommandAround } from './command.ts';

/**
 * Why it was not done; undefined when it was. What goes wrong on the way the action shows itself. `isHeld`: by a key that
 * will be let go.
 */
export function runCommand(command: Command, around: CommandAround, isHeld = false): WordKey | undefined {
  const reason = command.whyNot?.(around.state());
  if (reason !== undefined) return reason;
  Promise.resolve(isHeld ? command.run(around) : (command.tap ?? command.run)(around)).catch(
    (error: unknown) => {
      // The name only: a message may hold what somebody wrote.
      console.error(`the command ${command.id} failed:`, error instanceof Error ? error.name : 'error');
    },
  );
  return undefined;
}
