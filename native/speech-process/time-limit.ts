/** Ends waiting for an engine that hangs: a fault inside it can leave a call that neither returns nor throws. */
import { RequestFailure } from '../frames.ts';

/** Settles like `work`, or rejects after `limitMs` with `speech.engine-failed`, having told `onHang`. */
export type TimeLimit = <T>(work: Promise<T>, limitMs: number) => Promise<T>;

/** @param options.onHang the engine can no longer be used, nor the process in which it hangs. */
export function createTimeLimit(options: {
  readonly after: (delayMs: number, action: () => void) => () => void;
  readonly onHang: () => void;
}): TimeLimit {
  return async (work, limitMs) => {
    let cancel = (): void => undefined;
    const expiry = new Promise<never>((_, reject) => {
      cancel = options.after(limitMs, () => {
        reject(new RequestFailure('speech.engine-failed', { detail: `> ${Math.round(limitMs / 1000)} s` }));
        options.onHang();
      });
    });
    try {
      return await Promise.race([work, expiry]);
    } finally {
      cancel();
    }
  };
}
