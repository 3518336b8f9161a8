/**
 * Brings the turns that are over to memory, in the pauses: those that just ended first, then whatever was never looked at,
 * after a crash or an import. It stops for every turn.
 */
import type { GateVerdict } from '../domain/memory.ts';
import type { PerceivedTurn } from '../memory/brain.ts';
import type { Clock } from '../ports/clock.ts';
import type { PerceptionStore, UnperceivedTurn } from '../ports/perception-store.ts';

export interface PerceivingOptions {
  readonly turns: PerceptionStore;
  readonly perceive: (turn: PerceivedTurn) => Promise<GateVerdict>;
  readonly clock: Clock;
  /** A turn runs. */
  readonly isBusy: () => boolean;
  /** Something was learned. */
  readonly onLearned: () => void;
  readonly onError: (error: unknown) => void;
}

/** The first sound of a spoken answer may come after its last word. */
const afterSpokenMs = 2500;
const afterTypedMs = 250;
const retryMs = 30_000;
const batch = 32;
/** Words that memory fails on again and again are passed over, so that those behind them are not lost. */
const mostTries = 3;
/** At the end of the program what just ended is taken in, as long as it takes no longer than this. */
const closeWithinMs = 500;

export class Perceiving {
  readonly #options: PerceivingOptions;
  /** Ids of user messages, oldest first, and what follows once they were perceived. */
  readonly #ended: { readonly id: string; readonly after: () => Promise<void> }[] = [];
  readonly #tries = new Map<string, number>();
  #cancel = (): void => undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #closed = false;

  constructor(options: PerceivingOptions) {
    this.#options = options;
  }

  turnEnded(questionId: string, wasSpoken: boolean, after: () => Promise<void>): void {
    this.#ended.push({ id: questionId, after });
    this.look(wasSpoken ? afterSpokenMs : afterTypedMs);
  }

  /** Looks for work after a while; a later call moves that moment. */
  look(afterMs = afterTypedMs): void {
    this.#cancel();
    if (!this.#closed) this.#cancel = this.#options.clock.after(afterMs, () => void this.#work());
  }

  /** What ended before is taken in at once, also while a turn runs: one that the memory itself answers must know it. */
  async catchUp(): Promise<void> {
    await this.#running;
    this.#running ??= this.#takeEnded().finally(() => {
      this.#running = undefined;
      if (this.#again) void this.#work();
    });
    await this.#running;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancel();
    await this.#running;
    const untilMs = this.#options.clock.monotonicMs() + closeWithinMs;
    await this.#takeEnded(() => this.#options.clock.monotonicMs() < untilMs);
  }

  async #takeEnded(mayGoOn = (): boolean => true): Promise<void> {
    try {
      while (this.#ended.length > 0 && mayGoOn()) await this.#newest();
    } catch (error) {
      // It is found again, at the next start at the latest.
      this.#options.onError(error);
    }
  }

  #work(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#drain().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #drain(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false;
        while (this.#ended.length > 0 && this.#mayWork()) await this.#newest();
        while (this.#mayWork() && (await this.#nextBatch())) await pause();
      }
    } catch (error) {
      this.#options.onError(error);
      this.look(retryMs);
    }
  }

  #mayWork(): boolean {
    return !this.#closed && !this.#options.isBusy();
  }

  async #newest(): Promise<void> {
    const [ended] = this.#ended;
    if (ended === undefined) return;
    const turn = await this.#options.turns.turnOf(ended.id);
    if (turn !== undefined) await this.#take(turn);
    this.#ended.shift();
    await ended.after();
    await pause();
  }

  /** Whether there may be more. */
  async #nextBatch(): Promise<boolean> {
    const { turns } = this.#options;
    const found = await turns.unperceived(batch);
    let last: string | undefined;
    try {
      for (const turn of found) {
        // A turn that begins now is served first; its words come after it ended.
        if (!this.#mayWork() || this.#ended.length > 0) return this.#mayWork();
        await this.#take(turn);
        last = turn.question.id;
        await pause();
      }
    } finally {
      if (last !== undefined) await turns.perceivedUpTo(last);
    }
    return found.length === batch;
  }

  async #take({ question, answer }: UnperceivedTurn): Promise<void> {
    const { perceive, onLearned, onError } = this.#options;
    try {
      const verdict = await perceive({ question, ...(answer && { answer }), provenance: 'user' });
      if (verdict.store) onLearned();
      this.#tries.delete(question.id);
    } catch (error) {
      const tries = (this.#tries.get(question.id) ?? 0) + 1;
      this.#tries.set(question.id, tries);
      if (tries < mostTries) throw error;
      onError(error);
    }
  }
}

const pause = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
