/** Every back end that may answer, in order of preference, what each offers now, and which model is asked. */
import { JarvisError } from '../domain/errors.ts';
import type { BackendInfo, ModelChoice, ModelInfo, ModelsSnapshot } from '../domain/model.ts';
import type { Clock } from '../ports/clock.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import type { ModelCandidate } from './answer-turn.ts';
import { bestModel, canChat, findModel, memoryOf, windowFor } from './model-preference.ts';
import { ModelWatch } from './model-watch.ts';

export interface ModelDirectoryOptions {
  readonly clock: Clock;
  /** Memory that a model could take now, in bytes. */
  readonly freeMemoryBytes: () => number;
  /** Back-end ids, most preferred first; those not named follow in the order in which they were added. */
  readonly order?: readonly string[];
  /** What the user chose last. */
  readonly chosen?: ModelChoice;
  /** Called when the user chooses, to be kept. */
  readonly onChosen?: (choice: ModelChoice) => void;
  /** The largest window that is asked for; default 8192. */
  readonly contextTokensAtMost?: number;
}

export class ModelDirectory {
  private readonly options: ModelDirectoryOptions;
  private readonly watches = new Map<string, ModelWatch>();
  private readonly listeners = new Set<(snapshot: ModelsSnapshot) => void>();
  /** What was taken where nothing was chosen; kept, because a loaded model leaves less free memory for itself. */
  private readonly taken = new Map<string, string>();
  private order: readonly string[];
  private chosen: ModelChoice | undefined;
  private watching = false;
  private told = '';

  constructor(options: ModelDirectoryOptions) {
    this.options = options;
    this.order = options.order ?? [];
    this.chosen = options.chosen;
  }

  /** Begins to look for the back ends; returns at once. */
  start(): void {
    this.watching = true;
    for (const watch of this.watches.values()) watch.start();
  }

  /** Stops looking; what is known stays. */
  stop(): void {
    this.watching = false;
    for (const watch of this.watches.values()) watch.stop();
  }

  /** Stops looking and closes every back end. */
  async close(): Promise<void> {
    this.stop();
    await Promise.all(this.inOrder().map(({ backend }) => backend.close()));
  }

  /** Adds a back end; one with the same id is replaced and closed. */
  addBackend(backend: LanguageModel): void {
    const before = this.watches.get(backend.backendId);
    before?.stop();
    before?.backend.close().catch(() => {
      // Its requests are cut either way, and nobody waits for it any more.
    });
    const watch = new ModelWatch(backend, this.options.clock, () => {
      this.take(watch);
      this.changed();
    });
    this.watches.set(backend.backendId, watch);
    if (this.watching) watch.start();
    this.changed();
  }

  /** Removes and closes a back end. Throws `input.not-found`. */
  async removeBackend(backendId: string): Promise<void> {
    const watch = this.watchOf(backendId);
    watch.stop();
    this.watches.delete(backendId);
    this.taken.delete(backendId);
    this.changed();
    await watch.backend.close();
  }

  setOrder(backendIds: readonly string[]): void {
    this.order = backendIds;
    this.changed();
  }

  /** Keeps what the user wants asked from now on. Throws `input.not-found`, or `model.not-found` for a ready back end without it. */
  choose(choice: ModelChoice): void {
    const { backend, current } = this.watchOf(choice.backendId);
    const listed = findModel(current.models, choice.model);
    if (current.state === 'ready' && (listed === undefined || !canChat(listed)))
      throw new JarvisError('model.not-found', { backend: backend.label, model: choice.model });
    this.chosen = { backendId: choice.backendId, model: listed?.name ?? choice.model };
    this.options.onChosen?.(this.chosen);
    this.changed();
  }

  /** Asks every back end anew and returns what is known then. */
  async refresh(): Promise<ModelsSnapshot> {
    await Promise.all(this.inOrder().map(watch => watch.look()));
    return this.snapshot();
  }

  /** Resolves once no back end is `searching` any more: at the latest when each had its time to answer. */
  async firstLook(): Promise<void> {
    await Promise.all(
      this.inOrder().map(watch => (watch.current.state === 'searching' ? watch.look() : undefined)),
    );
  }

  snapshot(): ModelsSnapshot {
    const active = this.pick();
    return {
      backends: this.inOrder().map(backendInfo),
      ...(active && { active: { backendId: active.backend.backendId, model: active.model } }),
      ...(this.chosen && { chosen: this.chosen }),
    };
  }

  /** Calls back whenever the snapshot became another; the returned function ends that. */
  onChange(listener: (snapshot: ModelsSnapshot) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The back end with this id, for a health check. Throws `input.not-found`. */
  backend(backendId: string): LanguageModel {
    return this.watchOf(backendId).backend;
  }

  /** What would answer now. */
  pick(): ModelCandidate | undefined {
    return this.ready()[0];
  }

  /** What may answer, first choice first; each back end once. Also has what is known checked in the background. */
  candidates(): readonly ModelCandidate[] {
    for (const watch of this.watches.values()) watch.lookIfStale();
    return this.ready();
  }

  private ready(): readonly ModelCandidate[] {
    const chosen = this.chosenCandidate();
    const others = this.inOrder().flatMap(watch => {
      const model = this.modelOf(watch);
      return model === undefined ? [] : [this.candidate(watch, model)];
    });
    if (chosen === undefined) return others;
    return [chosen, ...others.filter(({ backend }) => backend !== chosen.backend)];
  }

  private chosenCandidate(): ModelCandidate | undefined {
    const watch = this.chosen && this.watches.get(this.chosen.backendId);
    if (this.chosen === undefined || watch === undefined) return undefined;
    const model = findModel(watch.current.models, this.chosen.model);
    return model !== undefined && canChat(model) ? this.candidate(watch, model) : undefined;
  }

  private candidate({ backend }: ModelWatch, model: ModelInfo): ModelCandidate {
    const contextTokens = windowFor(model, backend.kind, this.options.contextTokensAtMost ?? 8192);
    const sees = model.capabilities.includes('vision');
    return { backend, model: model.name, contextTokens, ...(sees && { sees }) };
  }

  /** The model of a back end that is asked without a choice. */
  private modelOf({ backend, current }: ModelWatch): ModelInfo | undefined {
    const taken = this.taken.get(backend.backendId);
    return taken === undefined ? undefined : findModel(current.models, taken);
  }

  /** Looks again which model is best. The one taken so far may be loaded: what it occupies counts as free. */
  private take({ backend, current }: ModelWatch): void {
    const before = findModel(current.models, this.taken.get(backend.backendId) ?? '');
    const freeBytes = this.options.freeMemoryBytes() + (before === undefined ? 0 : memoryOf(before));
    const model = bestModel(current.models, freeBytes);
    if (model === undefined) this.taken.delete(backend.backendId);
    else this.taken.set(backend.backendId, model.name);
  }

  private watchOf(backendId: string): ModelWatch {
    const watch = this.watches.get(backendId);
    if (watch === undefined) throw new JarvisError('input.not-found', { what: backendId });
    return watch;
  }

  private inOrder(): readonly ModelWatch[] {
    const named = this.order.flatMap(id => this.watches.get(id) ?? []);
    return [...new Set([...named, ...this.watches.values()])];
  }

  private changed(): void {
    const snapshot = this.snapshot();
    const text = JSON.stringify(snapshot);
    if (text === this.told) return;
    this.told = text;
    for (const listener of this.listeners) listener(snapshot);
  }
}

function backendInfo({ backend, current }: ModelWatch): BackendInfo {
  const { backendId: id, kind, label, address } = backend;
  return { id, kind, label, address, ...current };
}
