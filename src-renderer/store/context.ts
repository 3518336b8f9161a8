/** What every group of actions works with: the state, the core, the browser. */
import type { StoreApi } from 'zustand/vanilla';
import type { CoreClient } from './core-client.ts';
import { reportOf } from './error-report.ts';
import type { WindowState } from './state.ts';
import type { Surroundings } from './surroundings.ts';
import { showToast } from './toasts.ts';

export interface Context {
  readonly client: CoreClient;
  readonly around: Surroundings;
  readonly store: StoreApi<WindowState>;
}

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
