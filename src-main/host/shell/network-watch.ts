/** Whether this machine has a network at all, looked at now and then: the main process is told of no change. */
import type { Clock } from '../../ports/clock.ts';

/** As soon as this the tray may know; a look costs a call and nothing more. */
const lookEveryMs = 5_000;

export interface NetworkWatch {
  readonly isOnline: boolean;
  close(): void;
}

export function watchNetwork(
  { after }: Pick<Clock, 'after'>,
  look: () => boolean,
  changed: () => void,
): NetworkWatch {
  let isOnline = look();
  const again = (): void => {
    cancel = after(lookEveryMs, again);
    const before = isOnline;
    isOnline = look();
    if (isOnline !== before) changed();
  };
  let cancel = after(lookEveryMs, again);
  return {
    get isOnline() {
      return isOnline;
    },
    close: () => cancel(),
  };
}
