/** Lets Ctrl-C, an order to end, and a reader that went away stop a command in the middle, in order. */
import type { CommandContext } from './command.ts';

/** As a shell says it for a program ended by Ctrl-C. */
export const interruptedStatus = 130;

/** Resolves with what `work` resolves with; its signal is aborted by the first wish to stop. */
export async function untilInterrupted(
  { onInterrupt, terminal }: Pick<CommandContext, 'onInterrupt' | 'terminal'>,
  work: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const stopListening = onInterrupt(stop);
  terminal.gone.addEventListener('abort', stop);
  try {
    return await work(controller.signal);
  } finally {
    stopListening();
    terminal.gone.removeEventListener('abort', stop);
  }
}
