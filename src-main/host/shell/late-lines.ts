/** Lines that the windows' pages open before the core stands: each waits, with what was sent on it, until it does. */
import type { WireServer } from '../../api/wire-session.ts';

type Wires = Pick<WireServer, 'serveWire' | 'serveSound'>;

export class LateLines implements Wires {
  #wires: Wires | undefined;
  readonly #waiting: (() => void)[] = [];

  /** Calls it once lines are served: at once where they are. */
  readonly whenServed = (action: () => void): void => {
    if (this.#wires === undefined) this.#waiting.push(action);
    else action();
  };

  /** The core stands. */
  serve(wires: Wires): void {
    this.#wires = wires;
    for (const action of this.#waiting.splice(0)) action();
  }

  readonly serveWire: Wires['serveWire'] = wire => this.#served().serveWire(wire);

  readonly serveSound: Wires['serveSound'] = (wire, request) => this.#served().serveSound(wire, request);

  #served(): Wires {
    if (this.#wires === undefined) throw new Error('no line is served yet');
    return this.#wires;
  }
}
