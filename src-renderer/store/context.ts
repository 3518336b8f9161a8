/** What every group of actions works with: the state, the core, the browser. */
import type { StoreApi } from 'zustand/vanilla';
import type { CoreClient } from './core-client.ts';
import type { WindowState } from './state.ts';
import type { Surroundings } from './surroundings.ts';

export interface Context {
  readonly client: CoreClient;
  readonly around: Surroundings;
  readonly store: StoreApi<WindowState>;
}
