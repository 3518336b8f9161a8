/** Holding, locking, clicking, letting go, changing one's mind and every failure: what the core is told and the eye sees. */
import { describe, expect, it } from 'vitest';
import type { CaptureRequest } from './core-line.ts';
import { MicrophoneError } from './microphone-error.ts';
import { createPushToTalk, type TalkView } from './push-to-talk.ts';

const settle = () => new Promise<void>(resolve => setImmediate(resolve));

function stage({
  mode = 'hold' as 'hold' | 'turn',
  faults = {} as { open?: Error; end?: Error },
  isSlow = false,
} = {}) {
  const said: string[] = [];
  const views: TalkView[] = [];
  const errors: unknown[] = [];
  let nowMs = 10_000;
  let ids = 0;
  let request: CaptureRequest | undefined;
  let opened = (): void => undefined;
  let limit: (() => void) | undefined;
  const talk = createPushToTalk({
    line: {
      async open(given) {
        request = given;
        said.push(`open ${given.captureId} ${given.mode}`);
        if (isSlow)
          await new Promise<void>(resolve => {
            opened = resolve;
          });
        if (faults.open) throw faults.open;
        return {
          isWaiting: () => undefined,
          deliver: async () => 0,
          async end() {
            said.push(`end ${given.captureId}`);
            if (faults.end) throw faults.end;
          },
          async drop() {
            said.push(`drop ${given.captureId}`);
          },
        };
      },
    },
    mode: () => mode,
    newId: () => `c${++ids}`,
    onView: view => views.push(view),
    onError: error => errors.push(error),
    nowMs: () => nowMs,
    after: (_delayMs, action) => {
      limit = action;
      return () => {
        limit = undefined;
      };
    },
  });
  return {
    talk,
    said,
    errors,
    states: () => views.map(({ state }) => state).filter((state, i, all) => state !== all[i - 1]),
    view: () => views.at(-1),
    openMicrophone: async () => {
      opened();
      await settle();
    },
    loseMicrophone: (error: Error) => request?.onLost(error),
    reachLimit: () => limit?.(),
    wait: async (ms: number) => {
      nowMs += ms;
      await settle();
    },
  };
}

describe('holding the key', () => {
  it('asks what was said when it is let go', async () => {
    const { talk, said, states, wait } = stage();
    talk.press();
    talk.press();
    await wait(1_000);
    talk.told('hearing');
    talk.release();
    await settle();
    expect(said).toEqual(['open c1 hold', 'end c1']);
    expect(states()).toEqual(['listening', 'hearing', 'recognising', 'idle']);
  });

  it('may be let go before the microphone is open', async () => {
    const { talk, said, openMicrophone, wait } = stage({ isSlow: true });
    talk.press();
    await wait(300);
    talk.release();
    await openMicrophone();
    expect(said).toEqual(['open c1 hold', 'end c1']);
  });

  it('for a moment only is taken for a slip', async () => {
    const { talk, said, states, wait } = stage();
    talk.press();
    await wait(100);
    talk.release();
    await settle();
    expect([said, states()]).toEqual([
      ['open c1 hold', 'drop c1'],
      ['listening', 'idle'],
    ]);
  });

  it('for too long ends by itself', async () => {
    const { talk, said, reachLimit, wait } = stage();
    talk.press();
    await wait(59_000);
    reachLimit();
    talk.release();
    await settle();
    expect(said).toEqual(['open c1 hold', 'end c1']);
  });

  it('asks what was said before the microphone was lost, and tells why', async () => {
    const { talk, said, errors, loseMicrophone, wait } = stage();
    talk.press();
    await wait(1_000);
    const fault = new MicrophoneError('absent');
    loseMicrophone(fault);
    await settle();
    expect([said, errors]).toEqual([['open c1 hold', 'end c1'], [fault]]);
  });
});

describe('two taps', () => {
  async function locked() {
    const scene = stage();
    for (const _tap of [1, 2]) {
      scene.talk.press();
      await scene.wait(100);
      scene.talk.release();
      await scene.wait(150);
    }
    return scene;
  }

  it('lock it, and the next press asks', async () => {
    const { talk, said, view } = await locked();
    expect(view()).toEqual({ state: 'listening', isLocked: true });
    talk.lose();
    talk.press();
    talk.release();
    await settle();
    expect(said).toEqual(['open c1 hold', 'drop c1', 'open c2 hold', 'end c2']);
    expect(view()).toEqual({ state: 'idle', isLocked: false });
  });

  it('lock it until Escape drops it', async () => {
    const { talk, said } = await locked();
    talk.cancel();
    await settle();
    expect(said.at(-1)).toBe('drop c2');
  });

  it('far apart are two slips', async () => {
    const scene = stage();
    for (const _tap of [1, 2]) {
      scene.talk.press();
      await scene.wait(100);
      scene.talk.release();
      await scene.wait(600);
    }
    expect(scene.said).toEqual(['open c1 hold', 'drop c1', 'open c2 hold', 'drop c2']);
  });
});

describe('clicking', () => {
  it('listens until the core has heard the end of the sentence', async () => {
    const { talk, said, states, wait } = stage({ mode: 'turn' });
    talk.press();
    talk.release();
    await wait(50);
    for (const state of ['listening', 'hearing', 'recognising', 'thinking', 'off'] as const) talk.told(state);
    await settle();
    expect(said).toEqual(['open c1 turn', 'drop c1']);
    expect(states()).toEqual(['listening', 'hearing', 'recognising', 'thinking', 'idle']);
  });

  it('again ends the sentence', async () => {
    const { talk, said, wait } = stage({ mode: 'turn' });
    talk.press();
    await wait(1_000);
    talk.told('hearing');
    talk.press();
    await settle();
    expect(said).toEqual(['open c1 turn', 'end c1']);
  });

  it('into the answer begins a new sentence', async () => {
    const { talk, said, wait } = stage({ mode: 'turn' });
    talk.press();
    await wait(1_000);
    talk.told('speaking');
    talk.press();
    await settle();
    expect(said).toEqual(['open c1 turn', 'drop c1', 'open c2 turn']);
  });
});

describe('changing one’s mind', () => {
  it('drops what was said, also before the microphone is open', async () => {
    for (const isSlow of [true, false]) {
      const { talk, said, states, openMicrophone, wait } = stage({ isSlow });
      talk.press();
      await wait(1_000);
      talk.cancel();
      talk.release();
      await openMicrophone();
      expect([said, states()]).toEqual([
        ['open c1 hold', 'drop c1'],
        ['listening', 'idle'],
      ]);
    }
  });

  it('lets one begin again at once', async () => {
    const { talk, said, wait } = stage();
    talk.press();
    await settle();
    talk.cancel();
    talk.press();
    await wait(1_000);
    talk.release();
    await settle();
    expect(said).toEqual(['open c1 hold', 'drop c1', 'open c2 hold', 'end c2']);
  });
});

describe('failures', () => {
  it('of the microphone or the core are told, and one may try again', async () => {
    const open = new MicrophoneError('refused');
    const { talk, errors, states, said } = stage({ faults: { open } });
    talk.press();
    await settle();
    expect([errors, states()]).toEqual([[open], ['listening', 'idle']]);
    talk.press();
    await settle();
    expect(said).toEqual(['open c1 hold', 'open c2 hold']);
  });

  it('of the recognition are told', async () => {
    const end = new Error('nothing heard');
    const { talk, errors, states, wait } = stage({ faults: { end } });
    talk.press();
    await wait(1_000);
    talk.release();
    await settle();
    expect([errors, states()]).toEqual([[end], ['listening', 'recognising', 'idle']]);
    expect(talk.isActive()).toBe(false);
  });
});
