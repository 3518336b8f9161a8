/** Keys that are seen in every program of the machine: which are watched, and what becomes of them. */
import type { GlobalKeyName, KeyCombination } from '../domain/global-key.ts';

/** `lost`: it will not be known when it is let go. */
export type KeyPhase = 'down' | 'up' | 'lost';

/** `no-display`, `no-permission`: it can work once that is there; `failed`: it broke again and again. */
export type HoldFault = 'no-display' | 'no-permission' | 'failed';

export interface GlobalKeysListener {
  onKey(name: GlobalKeyName, phase: KeyPhase): void;
  /** `starting`: keys are not seen yet, or not any more for a moment. */
  onState(state: 'starting' | 'watching' | HoldFault): void;
}

/** Sees keys go down and up. */
export interface GlobalKeys {
  /** These from now on, and no others; what is held is lost. */
  watch(watched: Readonly<Partial<Record<GlobalKeyName, KeyCombination>>>): void;
  /** Tries once more after a fault. */
  again(): void;
  close(): Promise<void>;
}
