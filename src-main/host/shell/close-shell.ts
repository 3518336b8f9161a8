/** The end of the desktop program: the line, an update that waits, the core, the record of this run, and last the log. */
import type { Core } from '../assemble.ts';
import { closeAll } from '../close-all.ts';
import type { Observing } from '../observing.ts';

type Closed = Pick<Core, 'close'> & { readonly updates: Pick<Core['updates'], 'installOnQuit'> };

export interface ShellEnd {
  /** Ends the line of the command line. */
  readonly hangUp: () => Promise<void>;
  /** Notes that this was no crash. */
  readonly ended: () => void;
}

/** What could not be closed is written down. */
export async function closeShell(
  core: Closed,
  observing: Pick<Observing, 'log' | 'close'>,
  { hangUp, ended }: ShellEnd,
): Promise<void> {
  const note = async (): Promise<void> => ended();
  await closeAll([hangUp, core.updates.installOnQuit, core.close, note], observing.log);
  await closeLog(observing);
}

/** Where even the log cannot be closed, the terminal alone is left to say so. */
export async function closeLog({ close }: Pick<Observing, 'close'>): Promise<void> {
  try {
    await close();
  } catch (error) {
    process.stderr.write(`the log could not be closed: ${error instanceof Error ? error.name : 'error'}\n`);
  }
}
