/** What the hook is asked: which keys to watch. */
import type { UiohookKey } from 'uiohook-napi';
import { RequestFailure } from '../frames.ts';
import { hookCodeOf } from './key-codes.ts';
import type { WatchedKey } from './key-matcher.ts';

/** Keys that the hook does not know are left out. */
export function readWatched(params: unknown, keys: typeof UiohookKey): readonly WatchedKey[] {
  const { watched } = (params ?? {}) as { watched?: unknown };
  if (!Array.isArray(watched)) throw new RequestFailure('host.unexpected', { detail: 'watched' });
  return watched.flatMap((one: unknown): WatchedKey[] => {
    const { name, code, ctrl, alt, shift, meta } = (one ?? {}) as Record<string, unknown>;
    if (typeof name !== 'string' || typeof code !== 'string')
      throw new RequestFailure('host.unexpected', { detail: 'watched' });
    const keycode = hookCodeOf(code, keys);
    const held = { ctrl: ctrl === true, alt: alt === true, shift: shift === true, meta: meta === true };
    return keycode === undefined ? [] : [{ name, keycode, ...held }];
  });
}
