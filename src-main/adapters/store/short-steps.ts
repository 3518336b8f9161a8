/** Long work on the database in transactions so short that nobody waits for them. */

import { JarvisError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Statements } from './statements.ts';

/** A window notices nothing of a pause like this one. */
const stepMs = 10;

export class ShortSteps {
  readonly #db: Statements;
  readonly #clock: Pick<Clock, 'monotonicMs'>;

  constructor(db: Statements, clock: Pick<Clock, 'monotonicMs'>) {
    this.#db = db;
    this.#clock = clock;
  }

  /**
   * Does `work` for each item, as many in one transaction as fit into a step, and lets everything else have its turn
   * between two of them. `check` may end it by throwing. Throws `host.stopping` once the database is closed.
   */
  async each<T>(items: readonly T[], work: (item: T) => void, check = (): void => undefined): Promise<void> {
    let at = 0;
    while (at < items.length) {
      await new Promise<void>(resolve => setImmediate(resolve));
      check();
      if (!this.#db.database.open) throw new JarvisError('host.stopping');
      this.#db.writeUnflushed(() => {
        const untilMs = this.#clock.monotonicMs() + stepMs;
        do work(items[at++] as T);
        while (at < items.length && this.#clock.monotonicMs() < untilMs);
      });
    }
  }
}
