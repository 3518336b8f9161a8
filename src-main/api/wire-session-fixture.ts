/** A core for tests of the wires: handlers that only remember what reached them. */
import { commands } from '../../src-preload/contract.ts';
import type { CommandContext, Handlers } from './handlers-type.ts';

export interface Reached {
  readonly name: string;
  readonly input: unknown;
  readonly context: CommandContext;
}

/** Every command answers what `answers` has for it, else fails; all are written down in `reached`. */
export function recordingHandlers(
  reached: Reached[],
  answers: Partial<Record<keyof Handlers, (input: never, context: CommandContext) => unknown>> = {},
): Handlers {
  const entries = Object.keys(commands).map(name => [
    name,
    async (input: never, context: CommandContext) => {
      reached.push({ name, input, context });
      const answer = answers[name as keyof Handlers];
      if (answer === undefined) throw new Error(`no answer for ${name}`);
      return await answer(input, context);
    },
  ]);
  return Object.fromEntries(entries) as Handlers;
}
