/** Orders wait for the program to stand, and are carried out one by one; each fault is told once. */
import type { CarriedOut } from './carry-out.ts';
import type { ShellOrder } from './shell-order.ts';

/** Takes how an order is read, and not the order: what cannot be read is told of as well. */
export type Obey = (read: () => ShellOrder) => void;

/** `tell`: of an order that could not be carried out; why the program does not open is told by whoever opens it. */
export function obeyOnceOpen(opening: Promise<CarriedOut>, tell: (error: unknown) => void): Obey {
  return read => {
    const carryOut = (act: CarriedOut): Promise<void> => act(read());
    opening.then(
      act => Promise.resolve(act).then(carryOut).catch(tell),
      () => undefined,
    );
  };
}
