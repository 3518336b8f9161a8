/** Ends what was begun, whatever fails on the way. */
import type { Log } from '../observability/log.ts';

/** In this order, one after the other; what cannot be ended holds up nothing that comes after. @returns the first fault. */
export async function closeAll(
  ends: readonly (() => Promise<unknown>)[],
  log: Pick<Log, 'write'>,
): Promise<unknown> {
  let fault: unknown;
  for (const end of ends) {
    try {
      await end();
    } catch (error) {
      fault ??= error;
      log.write('error', 'app.failed', {}, error);
    }
  }
  if (fault === undefined) log.write('info', 'app.stopped');
  return fault;
}
