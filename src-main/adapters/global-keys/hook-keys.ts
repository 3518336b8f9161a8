/** Keys seen by the key hook, a program of its own: it tells of the watched ones alone, and is started anew when it dies. */
import type { ErrorCode } from '../../domain/error-codes.ts';
import { JarvisError } from '../../domain/errors.ts';
import { type GlobalKeyName, globalKeyNames, type KeyCombination } from '../../domain/global-key.ts';
import type { Clock } from '../../ports/clock.ts';
import type { GlobalKeys, GlobalKeysListener, HoldFault, KeyPhase } from '../../ports/global-keys.ts';
import type { LaunchProgram } from '../../ports/program-launcher.ts';
import { createNativeProcess, launchOf, type NativeProcess } from '../process/native-process.ts';

export interface HookKeysOptions {
  readonly program: string;
  readonly launch?: LaunchProgram;
  readonly env?: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly listener: GlobalKeysListener;
  /** Why it would be of no use to start it now; undefined: it may be. Some systems end a hook that is not allowed. */
  readonly obstacle?: () => HoldFault | undefined;
  readonly onError: (error: unknown) => void;
}

/** Deaths in a row after which it is left alone; the waits between them grow. */
const mostDeaths = 4;
/** One that does not see keys by then hangs: the library may, in the moment in which a display goes. */
const startLimitMs = 10_000;
/** One that lived so long has not died in a row. */
const healthyMs = 60_000;

const faults: Readonly<Partial<Record<ErrorCode, HoldFault>>> = {
  'host.keys-no-display': 'no-display',
  'host.keys-no-permission': 'no-permission',
};

type Watched = Readonly<Partial<Record<GlobalKeyName, KeyCombination>>>;

export const createHookKeys = (options: HookKeysOptions): GlobalKeys & { pid(): number | undefined } =>
  new HookKeys(options);

class HookKeys implements GlobalKeys {
  readonly #options: HookKeysOptions;
  readonly #process: NativeProcess;
  readonly #held = new Set<GlobalKeyName>();
  #watched: Watched = {};
  #stopper = new AbortController();

  constructor(options: HookKeysOptions) {
    const { program, clock, env } = options;
    this.#options = options;
    this.#process = createNativeProcess({
      ...{ program, clock, name: 'key-hook', ...launchOf(options), ...(env && { env }) },
      diedCode: 'host.keys-failed',
      failedCode: 'host.keys-failed',
    });
  }

  watch(watched: Watched): void {
    this.#watched = watched;
    this.again();
  }

  again(): void {
    this.#stop();
    const obstacle = this.#options.obstacle?.();
    if (obstacle !== undefined) this.#options.listener.onState(obstacle);
    else if (Object.keys(this.#watched).length > 0) void this.#run(this.#watched, this.#stopper.signal);
    // A program that sees every key runs only while it is needed.
    else void this.#process.stop();
  }

  async close(): Promise<void> {
    this.#stop();
    await this.#process.stop();
  }

  pid(): number | undefined {
    return this.#process.state().pid;
  }

  #stop(): void {
    this.#stopper.abort();
    this.#stopper = new AbortController();
    this.#lose();
  }

  async #run(watched: Watched, signal: AbortSignal): Promise<void> {
    const { clock, listener, onError } = this.#options;
    let deaths = 0;
    while (!signal.aborted) {
      listener.onState('starting');
      const startedMs = clock.monotonicMs();
      const error = await this.#watchOnce(watched, signal);
      if (signal.aborted) return;
      this.#lose();
      onError(error);
      deaths = clock.monotonicMs() - startedMs > healthyMs ? 1 : deaths + 1;
      const fault = faultOf(error) ?? (deaths >= mostDeaths ? 'failed' : undefined);
      if (fault !== undefined) return listener.onState(fault);
    }
  }

  /** Ends only by the signal, or when the program fails. */
  async #watchOnce(watched: Watched, signal: AbortSignal): Promise<unknown> {
    const list = Object.entries(watched).map(([name, combination]) => ({ name, ...combination }));
    const cancelLimit = this.#options.clock.after(startLimitMs, () => void this.#process.stop());
    const onEvent = (told: unknown): void => {
      cancelLimit();
      this.#told(told);
    };
    try {
      await this.#process.request('watch', { watched: list }, { signal, onEvent });
      return new JarvisError('host.keys-failed', { detail: 'it stopped watching' });
    } catch (error) {
      return error;
    } finally {
      cancelLimit();
    }
  }

  #told(told: unknown): void {
    const { name, state } = (told ?? {}) as { name?: unknown; state?: unknown };
    const { listener } = this.#options;
    if (state === 'ready') listener.onState('watching');
    const known = globalKeyNames.find(one => one === name);
    if (known === undefined || !isPhase(state)) return;
    if (state === 'down') this.#held.add(known);
    else this.#held.delete(known);
    listener.onKey(known, state);
  }

  #lose(): void {
    for (const name of this.#held) this.#options.listener.onKey(name, 'lost');
    this.#held.clear();
  }
}

const isPhase = (state: unknown): state is KeyPhase => state === 'down' || state === 'up' || state === 'lost';

const faultOf = (error: unknown): HoldFault | undefined =>
  error instanceof JarvisError ? faults[error.code] : undefined;
