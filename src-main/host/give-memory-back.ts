/** What the start left behind is given back to the system, once, while nothing else is going on. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Clock } from '../ports/clock.ts';

export interface GiveMemoryBackOptions {
  readonly clock: Pick<Clock, 'after'>;
  /** Somebody is being answered. */
  readonly isBusy: () => boolean;
}

/** The skills are rehearsed and a memory that holds something is loaded by then. */
const restMs = 6000;

/**
 * V8 collects when it needs room, and an idle core needs none: it would keep what the start took for good. Returns how
 * to cancel it.
 */
export function giveMemoryBackAtRest({ clock, isBusy }: GiveMemoryBackOptions): () => void {
  let cancel = (): void => undefined;
  const wait = (): void => {
    cancel = clock.after(restMs, () => (isBusy() ? wait() : collectGarbage()));
  };
  wait();
  return () => cancel();
}

/** Takes some ten milliseconds. */
export function collectGarbage(): void {
  // Node offers it under a flag alone, which a new context reads when it is made.
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  collect();
}
