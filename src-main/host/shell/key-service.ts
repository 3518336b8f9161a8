/** Keys for every program put together: what is asked of the system, what the hook sees, what the person chose. */

import { JarvisError } from '../../domain/errors.ts';
import {
  combinationOf,
  type GlobalKey,
  type GlobalKeyName,
  globalKeyNames,
  type KeyFault,
  type KeysStatus,
  keyFault,
} from '../../domain/global-key.ts';
import type { Bilingual } from '../../domain/language.ts';
import type { Clock } from '../../ports/clock.ts';
import type { GlobalKeys, GlobalKeysListener, HoldFault } from '../../ports/global-keys.ts';
import { KeyBindings, type Shortcuts, type WantedKeys } from './key-bindings.ts';
import { canHook, keyReach } from './key-source.ts';
import { TalkKey, type TalkOrder } from './talk-key.ts';

export interface KeyServiceOptions {
  readonly shortcuts: Shortcuts;
  /** Called once, where a hook can be tried. */
  readonly openHook: (listener: GlobalKeysListener) => GlobalKeys;
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Pick<Clock, 'after' | 'monotonicMs'>;
  readonly commands: KeysStatus['commands'];
  readonly onTalk: (what: TalkOrder) => void;
  readonly onQuick: () => void;
  /** The status is another. */
  readonly onChange: () => void;
}

/** A shortcut that is held is told again and again: what follows so soon is the same press. */
const repeatMs = 600;
/** So long the hook may take to tell of what the shortcut told. */
const hookLateMs = 300;

const whyUnfit: Readonly<Record<KeyFault, Bilingual>> = {
  'no-modifier': {
    fr: 'sans Ctrl ni Alt, elle serait prise à ce que l’on écrit',
    en: 'without Ctrl or Alt it would be taken from what people type',
  },
  unknown: { fr: 'aucun système ne sait la surveiller', en: 'no system can watch it' },
  system: { fr: 'le système s’en sert déjà', en: 'the system uses it already' },
  other: { fr: 'Jarvis s’en sert déjà pour autre chose', en: 'Jarvis uses it already for something else' },
};

export class KeyService {
  readonly #options: KeyServiceOptions;
  readonly #bindings: KeyBindings;
  readonly #talk: TalkKey;
  readonly #hook: GlobalKeys | undefined;
  #hookState: 'starting' | 'watching' | HoldFault = 'starting';
  readonly #pressedAtMs = new Map<GlobalKeyName, number>();
  #seenAtMs = Number.NEGATIVE_INFINITY;
  #wanted: WantedKeys = {};
  #isSuspended = false;

  constructor(options: KeyServiceOptions) {
    const { shortcuts, platform, env, clock, onTalk } = options;
    this.#options = options;
    this.#talk = new TalkKey({ clock, order: onTalk });
    this.#bindings = new KeyBindings(shortcuts, name => this.#pressed(name));
    this.#hook = canHook(platform, env)
      ? options.openHook({
          onKey: (name, phase) => {
            if (name !== 'talk' || (this.#isSuspended && phase === 'down')) return;
            this.#seenAtMs = clock.monotonicMs();
            this.#talk.saw(phase);
          },
          onState: state => this.#hookIs(state),
        })
      : undefined;
  }

  /** What the person has chosen, from now on. */
  use(wanted: WantedKeys): void {
    const isSame = globalKeyNames.every(name => isSameKey(this.#wanted[name], wanted[name]));
    if (isSame && this.#bindings.taken.length === 0) return;
    this.#wanted = wanted;
    this.#bindings.use(wanted);
    this.#watch();
    this.#options.onChange();
  }

  /** Whether the system gives this key; nothing changes where it does not. Throws `host.key-taken`, `host.key-unfit`. */
  take(name: GlobalKeyName, key: GlobalKey): void {
    const { platform } = this.#options;
    const others = globalKeyNames.flatMap(one => (one === name ? [] : (this.#wanted[one]?.chord ?? [])));
    const fault = keyFault(key, platform, others);
    if (fault !== undefined)
      throw new JarvisError('host.key-unfit', { chord: key.chord, why: whyUnfit[fault] });
    // Where no key is given at all, as on a desktop without a portal, it can still be chosen for another day.
    if (!this.#bindings.take(name, key) && this.status().source !== 'command')
      throw new JarvisError('host.key-taken', { chord: key.chord });
  }

  /** What was taken, and could not be kept, is given back. */
  giveBack(): void {
    this.#bindings.use(this.#wanted);
  }

  status(): KeysStatus {
    const { platform, env, commands } = this.#options;
    const asked = globalKeyNames.filter(name => this.#wanted[name] !== undefined);
    const canRegister = asked.length === 0 || asked.some(name => this.#bindings.isBound(name));
    const reach = keyReach({ platform, env, hook: this.#hookState, canRegister });
    return { ...reach, taken: reach.source === 'command' ? [] : [...this.#bindings.taken], commands };
  }

  /** Not while the screen is locked or the machine sleeps. */
  allow(isAllowed: boolean): void {
    this.#talk.allow(isAllowed);
  }

  /** While a key is being recorded it is only a key, whatever it does otherwise: what is held is let go. */
  suspend(isSuspended: boolean): void {
    this.#isSuspended = isSuspended;
    if (isSuspended) this.#talk.lose();
    this.#bindings.suspend(isSuspended);
  }

  /** What could not be had before may be there now. */
  again(): void {
    if (this.#bindings.taken.length > 0) this.use(this.#wanted);
    if (this.#hookState !== 'watching' && this.#hookState !== 'starting') this.#hook?.again();
  }

  /** As if the talk key had been pressed, for a desktop that gives no keys. */
  tap(): void {
    this.#talk.tapped();
  }

  async close(): Promise<void> {
    this.suspend(false);
    this.#bindings.use({});
    await this.#hook?.close();
  }

  #pressed(name: GlobalKeyName): void {
    const nowMs = this.#options.clock.monotonicMs();
    const isRepeat = nowMs - (this.#pressedAtMs.get(name) ?? Number.NEGATIVE_INFINITY) < repeatMs;
    this.#pressedAtMs.set(name, nowMs);
    if (isRepeat) return;
    if (name === 'quick') this.#options.onQuick();
    else if (this.#hook === undefined || this.#hookState !== 'watching') this.#talk.tapped();
    else this.#options.clock.after(hookLateMs, () => this.#unseen(nowMs));
  }

  /** The hook sees the same press, and its end; where it did not, one press begins and another ends. */
  #unseen(pressedAtMs: number): void {
    if (!this.#isSuspended && !this.#talk.isDown && this.#seenAtMs < pressedAtMs - hookLateMs)
      this.#talk.tapped();
  }

  /** Only what the system gave: a key of another program stays that program's. */
  #watch(): void {
    const { talk } = this.#wanted;
    const isOurs = talk !== undefined && this.#bindings.isBound('talk');
    this.#hook?.watch(isOurs ? { talk: combinationOf(talk, this.#options.platform) } : {});
  }

  #hookIs(state: 'starting' | 'watching' | HoldFault): void {
    if (this.#hookState === state) return;
    const before = this.#hookState;
    this.#hookState = state;
    // Between one life and the next the source is the same.
    const isQuiet = (one: string): boolean => one === 'starting' || one === 'watching';
    if (!isQuiet(before) || !isQuiet(state)) this.#options.onChange();
  }
}

const isSameKey = (a: GlobalKey | undefined, b: GlobalKey | undefined): boolean =>
  a?.chord === b?.chord && a?.code === b?.code;
