/** The key hook: sees every key of the machine in a process of its own, and tells of the watched ones alone. */
import type { UiohookKey, UiohookKeyboardEvent, uIOhook } from 'uiohook-napi';
import { RequestFailure, runProgram } from '../frames.ts';
import { hasDisplay } from './display.ts';
import { type KeyInput, KeyMatcher } from './key-matcher.ts';
import { readWatched } from './requests.ts';

interface HookLibrary {
  readonly uIOhook: typeof uIOhook;
  readonly UiohookKey: typeof UiohookKey;
}
type HookEvent = Pick<UiohookKeyboardEvent, 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'> & {
  readonly type: number;
  readonly keycode?: number;
};

const [pressed, released] = [4, 5];
/** How often a held key is looked at. */
const checkEveryMs = 500;

/** One hook for the whole life of the process: a library that is stopped and started again loses events. */
let hook: Promise<HookLibrary> | undefined;
let onInput = (_input: KeyInput): void => undefined;

async function startHook(): Promise<HookLibrary> {
  if (process.platform === 'linux' && !hasDisplay()) throw new RequestFailure('host.keys-no-display');
  const library = (await import('uiohook-napi')) as HookLibrary & { readonly default?: HookLibrary };
  const { uIOhook, UiohookKey } = library.default ?? library;
  uIOhook.on('input', event => onInput(inputOf(event as HookEvent)));
  try {
    uIOhook.start();
  } catch (error) {
    throw failureOf(error);
  }
  return { uIOhook, UiohookKey };
}

function failureOf(error: unknown): RequestFailure {
  const code = String((error as { code?: unknown }).code);
  if (code === 'UIOHOOK_ERROR_AXAPI_DISABLED') return new RequestFailure('host.keys-no-permission');
  if (code === 'UIOHOOK_ERROR_X_OPEN_DISPLAY') return new RequestFailure('host.keys-no-display');
  return new RequestFailure('host.keys-failed', { detail: code.slice(0, 60) }, error);
}

const inputOf = ({ type, keycode, ctrlKey, altKey, shiftKey, metaKey }: HookEvent): KeyInput => ({
  ...{ ctrl: ctrlKey, alt: altKey, shift: shiftKey, meta: metaKey },
  ...(keycode !== undefined &&
    (type === pressed || type === released) && { key: { keycode, isDown: type === pressed } }),
});

await runProgram({
  /** Runs until it is cancelled; another one takes its place. Tells `ready` once it sees keys. */
  watch: async ({ params }, { signal, emit }) => {
    hook ??= startHook();
    const { UiohookKey } = await hook.catch((error: unknown) => {
      hook = undefined;
      throw error;
    });
    const matcher = new KeyMatcher({
      watched: readWatched(params, UiohookKey),
      report: report => void emit(report),
      nowMs: () => performance.now(),
    });
    const take = (input: KeyInput): void => matcher.take(input);
    onInput = take;
    const timer = setInterval(() => matcher.check(), checkEveryMs);
    await emit({ state: 'ready' });
    await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }));
    clearInterval(timer);
    if (onInput === take) onInput = () => undefined;
    return {};
  },
});
