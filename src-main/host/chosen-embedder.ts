/** The model of meanings that the person chose, as long as it is there; else the built-in table, and why. */
import { nameOf } from '../domain/embedder-choice.ts';
import { asJarvisError, isAbort, JarvisError } from '../domain/errors.ts';
import type { EmbedderChoice } from '../domain/settings.ts';
import { TimedQuestions } from '../memory/timed-questions.ts';
import type { Clock } from '../ports/clock.ts';
import type { Embedder } from '../ports/embedder.ts';

export interface ChosenEmbedderOptions {
  readonly builtIn: Embedder;
  readonly clock: Pick<Clock, 'after' | 'monotonicMs'>;
  readonly open: (choice: Exclude<EmbedderChoice, 'built-in'>, signal: AbortSignal) => Promise<Embedder>;
  /** Another model is in use from now on, or the chosen one is away. */
  readonly onChanged: () => void;
}

interface External {
  readonly raw: Embedder;
  /** For what is stored. */
  readonly writing: Embedder;
  readonly questions: TimedQuestions;
}

/** A server may have to load its model first. */
const openAtMostMs = 60_000;
const againAfterMs = 60_000;
/** What takes longer than this, and than so much for each text, is given up: it is made later. */
const writeAtMostMs = 2000;
const perTextMs = 500;

export class ChosenEmbedder {
  readonly #options: ChosenEmbedderOptions;
  #choice: EmbedderChoice = 'built-in';
  #external: External | undefined;
  /** Answers until what it made is made anew. */
  #former: External | undefined;
  #fault: JarvisError | undefined;
  #opening: { readonly stopper: AbortController; readonly done: Promise<void> } | undefined;
  #cancelAgain = (): void => undefined;
  #isClosed = false;

  constructor(options: ChosenEmbedderOptions) {
    this.#options = options;
  }

  get choice(): EmbedderChoice {
    return this.#choice;
  }

  /** Why the chosen one is not in use; undefined while it is, or is being opened. */
  get fault(): JarvisError | undefined {
    return this.#fault;
  }

  get isOpening(): boolean {
    return this.#opening !== undefined;
  }

  /** The chosen one is away: what it made is to be kept. */
  get isStandIn(): boolean {
    return this.#choice !== 'built-in' && this.#external === undefined;
  }

  /** Makes what is stored from now on. */
  current(): Embedder {
    return this.#external?.writing ?? this.#options.builtIn;
  }

  /** Whom one question asks, the one in use first; each is bounded in time. */
  asking(): readonly Embedder[] {
    const others = [this.#external, this.#former].flatMap(one => one?.questions.begin() ?? []);
    return this.#external === undefined
      ? [this.#options.builtIn, ...others]
      : [...others, this.#options.builtIn];
  }

  /** Words of questions are kept no longer. */
  letGo(): void {
    for (const one of [this.#external, this.#former]) one?.questions.letGo();
  }

  /** Follows the preference; opens what is chosen in the background. */
  choose(choice: EmbedderChoice): void {
    if (this.#isClosed || isSame(choice, this.#choice)) return;
    this.#take(choice, undefined);
    if (choice === 'built-in') this.#options.onChanged();
    else this.#openAgain();
  }

  /** Opens it first: throws JarvisError, and nothing has changed, where it is not there. */
  async use(choice: EmbedderChoice): Promise<void> {
    if (isSame(choice, this.#choice) && !this.isStandIn) return;
    const external = choice === 'built-in' ? undefined : this.#asExternal(await this.#open(choice));
    this.#take(choice, external);
    this.#options.onChanged();
  }

  /** Resolves once the chosen one is open, or is known to be away. */
  async settled(): Promise<void> {
    await this.#opening?.done;
  }

  /** All that is stored is of the one in use. */
  async dropFormer(): Promise<void> {
    const former = this.#former;
    this.#former = undefined;
    await former?.raw.close();
  }

  /** Tries again now, where the chosen one is away. */
  async lookAgain(): Promise<void> {
    if (!this.isStandIn || this.#isClosed) return;
    if (this.#opening === undefined) this.#openAgain();
    await this.settled();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelAgain();
    this.#opening?.stopper.abort();
    await this.settled();
    await Promise.all([this.#external?.raw.close(), this.dropFormer()]);
  }

  #take(choice: EmbedderChoice, external: External | undefined): void {
    this.#cancelAgain();
    this.#opening?.stopper.abort();
    this.#opening = undefined;
    this.#fault = undefined;
    this.#choice = choice;
    const before = this.#external ?? this.#former;
    const between = this.#external === undefined ? undefined : this.#former;
    this.#external = external;
    this.#former = before;
    void between?.raw.close();
  }

  #openAgain(): void {
    const choice = this.#choice;
    if (choice === 'built-in') return;
    this.#cancelAgain();
    const stopper = new AbortController();
    const done = this.#open(choice, stopper).then(
      async embedder => {
        if (stopper.signal.aborted) return embedder.close();
        this.#external = this.#asExternal(embedder);
        this.#fault = undefined;
        this.#ended(stopper);
      },
      (error: unknown) => {
        if (stopper.signal.aborted) return;
        this.#away(error);
        this.#ended(stopper);
      },
    );
    this.#opening = { stopper, done };
  }

  #ended(stopper: AbortController): void {
    if (this.#opening?.stopper === stopper) this.#opening = undefined;
    this.#options.onChanged();
  }

  #away(error: unknown): void {
    this.#fault = asJarvisError(error);
    this.#cancelAgain = this.#options.clock.after(againAfterMs, () => this.#openAgain());
  }

  async #open(choice: Exclude<EmbedderChoice, 'built-in'>, stopper = new AbortController()) {
    const late = new JarvisError('model.busy', { backend: nameOf(choice) });
    const slow = new AbortController();
    const cancel = this.#options.clock.after(openAtMostMs, () => slow.abort(late));
    try {
      return await this.#options.open(choice, AbortSignal.any([stopper.signal, slow.signal]));
    } catch (error) {
      throw slow.signal.aborted ? late : error;
    } finally {
      cancel();
    }
  }

  #asExternal(raw: Embedder): External {
    const { model, dimensions } = raw;
    const writing: Embedder = {
      ...{ model, dimensions, close: async () => undefined },
      embed: async (texts, signal) => {
        try {
          return await this.#inTime(raw, texts, signal);
        } catch (error) {
          if (!isAbort(error) && !signal?.aborted) this.#lost(raw, error);
          throw error;
        }
      },
    };
    return { raw, writing, questions: new TimedQuestions(raw, this.#options.clock) };
  }

  async #inTime(raw: Embedder, texts: readonly string[], signal: AbortSignal | undefined) {
    const slow = new AbortController();
    const late = new JarvisError('model.busy', { backend: raw.model });
    const { promise, reject } = Promise.withResolvers<never>();
    const cancel = this.#options.clock.after(writeAtMostMs + perTextMs * texts.length, () => {
      reject(late);
      slow.abort(late);
    });
    const either = signal === undefined ? slow.signal : AbortSignal.any([signal, slow.signal]);
    const made = raw.embed(texts, either);
    try {
      return await Promise.race([made, promise]);
    } finally {
      cancel();
      // Told by the race already.
      made.catch(() => undefined);
    }
  }

  /** It stopped answering: the built-in table takes its place until it is back. */
  #lost(raw: Embedder, error: unknown): void {
    if (this.#isClosed || this.#external?.raw !== raw) return;
    this.#external = undefined;
    void raw.close();
    this.#away(error);
    this.#options.onChanged();
  }
}

const isSame = (x: EmbedderChoice, y: EmbedderChoice): boolean => nameOf(x) === nameOf(y);
