/** How a group of actions does something that may fail. */
import type { Context } from './context.ts';
import { reportOf } from './error-report.ts';
import { showToast } from './toasts.ts';

/** Runs `work`; a failure is shown as a toast. Resolves to whether it succeeded. */
export async function attempt(context: Context, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    showToast(context, { kind: 'error', error: reportOf(error, context.store.getState().language) });
    return false;
  }
}
