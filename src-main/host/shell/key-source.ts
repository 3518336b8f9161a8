/** From where keys for every program come on this machine, and what they can do there. */
import type { KeyLimit, KeySource } from '../../domain/global-key.ts';
import type { HoldFault } from '../../ports/global-keys.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** There a program sees the keys of its own windows alone, whatever X11 answers beside it. */
export const isWayland = ({ XDG_SESSION_TYPE, WAYLAND_DISPLAY }: Env): boolean =>
  XDG_SESSION_TYPE === 'wayland' || (XDG_SESSION_TYPE !== 'x11' && Boolean(WAYLAND_DISPLAY));

/** Whether a hook can be tried at all. */
export const canHook = (platform: string, env: Env): boolean => platform !== 'linux' || !isWayland(env);

export interface KeySight {
  readonly platform: string;
  readonly env: Env;
  /** What the hook said last. */
  readonly hook: 'starting' | 'watching' | HoldFault;
  /** The system took a shortcut, or none was asked of it. */
  readonly canRegister: boolean;
}

export interface KeyReach {
  readonly source: KeySource;
  readonly canHold: boolean;
  readonly why?: KeyLimit;
}

export function keyReach({ platform, env, hook, canRegister }: KeySight): KeyReach {
  if (!canHook(platform, env))
    return canRegister
      ? { source: 'portal', canHold: false, why: 'wayland' }
      : { source: 'command', canHold: false, why: 'no-portal' };
  if (hook === 'starting' || hook === 'watching') return { source: 'hook', canHold: true };
  return { source: canRegister ? 'shortcut' : 'command', canHold: false, why: hook };
}
