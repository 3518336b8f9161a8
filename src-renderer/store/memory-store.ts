/** How the actions of the memory change their part of the state, and do what may fail. */
import type { Context } from './context.ts';
import { reportOf } from './error-report.ts';
import type { MemoryView } from './memory-view.ts';

/** Absent parts are taken away. */
export type MemoryChange = { readonly [K in keyof MemoryView]?: MemoryView[K] | undefined };

export interface MemoryStore {
  change(part: MemoryChange): void;
  /** Runs `work`; a failure is shown in the dialog. Resolves to whether it succeeded. */
  order(work: () => Promise<unknown>): Promise<boolean>;
}

export function memoryStore({ store }: Pick<Context, 'store'>): MemoryStore {
  const change = (part: MemoryChange): void =>
    store.setState(({ memory }) => ({ memory: withPart(memory, part) }));
  return {
    change,
    async order(work) {
      change({ error: undefined });
      try {
        await work();
        return true;
      } catch (error) {
        change({ error: reportOf(error, store.getState().language) });
        return false;
      }
    },
  };
}

function withPart(memory: MemoryView, part: MemoryChange): MemoryView {
  const entries = Object.entries({ ...memory, ...part }).filter(([, value]) => value !== undefined);
  // What is required is never taken away.
  return Object.fromEntries(entries) as unknown as MemoryView;
}
