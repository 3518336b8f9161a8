/** Once a day, at night: what the person wants kept no longer goes. */
import { removeEpisodes } from './brain-forget.ts';
import type { BrainPorts } from './brain-ports.ts';
import { isExpired } from './forgetting/strength.ts';

const dayMs = 24 * 3600 * 1000;
const page = 500;

export class Tidying {
  readonly #ports: BrainPorts;
  #doneAtMs = Number.NEGATIVE_INFINITY;

  constructor(ports: BrainPorts) {
    this.#ports = ports;
  }

  /** In short steps, each of them whole; ended by `signal`. */
  async tidy(signal: AbortSignal): Promise<void> {
    const { clock } = this.#ports;
    if (clock.monotonicMs() - this.#doneAtMs < dayMs) return;
    await removeExpired(signal, this.#ports);
    if (signal.aborted) return;
    this.#doneAtMs = clock.monotonicMs();
  }
}

async function removeExpired(signal: AbortSignal, ports: BrainPorts): Promise<void> {
  const { episodic, clock, preferences, eraser } = ports;
  const { retentionDays } = preferences();
  if (retentionDays === undefined) return;
  const limits = {
    retentionMs: retentionDays * dayMs,
    nowMs: clock.nowMs(),
    newestMs: await newestOf(ports),
  };
  let isLess = false;
  for (let found = await episodic.page(0, page); found.length > 0 && !signal.aborted; ) {
    const expired = found
      .filter(({ episode }) => isExpired(episode, limits))
      .map(({ episode }) => episode.id);
    await removeEpisodes(expired, ports, order => eraser.forget(order));
    isLess ||= expired.length > 0;
    await new Promise<void>(resolve => setImmediate(resolve));
    found = await episodic.page(found.at(-1)?.key ?? 0, page);
  }
  if (isLess) await eraser.settle();
}

/** When something was said last before today: what is said under a clock that leapt ahead must not make the rest old. */
async function newestOf({ episodic, clock }: BrainPorts): Promise<number> {
  const [newest] = await episodic.findByTime({ startMs: 0, endMs: clock.nowMs() - dayMs }, 1);
  const [episode] = newest === undefined ? [] : await episodic.read([newest]);
  return episode?.atMs ?? clock.nowMs();
}
