/** Holding, letting go, changing one's mind and every failure: the microphone closes and the core is told. */
import { describe, expect, it } from 'vitest';
import type { CapturedFrame } from './frame-maker.ts';
import { type CaptureListener, type Microphone, MicrophoneError } from './microphone.ts';
import { createPushToTalk, type TalkState } from './push-to-talk.ts';

const settle = () => new Promise<void>(resolve => setImmediate(resolve));
const frame = (sequence: number): CapturedFrame => ({ sequence, samples: new Int16Array(320), level: 0.25 });

function stage(faults: { open?: Error; begin?: Error; end?: Error } = {}) {
  const said: string[] = [];
  const states: TalkState[] = [];
  const errors: unknown[] = [];
  let nowMs = 0;
  let listener: CaptureListener | undefined;
  let opened = (): void => undefined;
  let limit: (() => void) | undefined;
  let open = 0;
  const microphone: Microphone = {
    async start(given) {
      await new Promise<void>(resolve => {
        opened = resolve;
      });
      if (faults.open) throw faults.open;
      listener = given;
      open += 1;
      return {
        level: () => 0.25,
        async stop() {
          given.onFrame(frame(2));
          open -= 1;
          return { lastSequence: 2 };
        },
      };
    },
    async close() {},
  };
  const talk = createPushToTalk({
    microphone,
    line: {
      async begin(id) {
        said.push(`begin ${id}`);
        if (faults.begin) throw faults.begin;
      },
      frame: (id, { sequence }) => said.push(`frame ${id} ${sequence}`),
      async end(id, lastSequence) {
        said.push(`end ${id} ${lastSequence}`);
        if (faults.end) throw faults.end;
      },
      async cancel(id) {
        said.push(`cancel ${id}`);
      },
    },
    newId: () => `c${states.length}`,
    onState: state => states.push(state),
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
    states,
    errors,
    openMicrophone: async () => {
      opened();
      await settle();
    },
    hear: (sequence: number) => listener?.onFrame(frame(sequence)),
    loseMicrophone: () => listener?.onLost?.(),
    reachLimit: () => limit?.(),
    wait: (ms: number) => {
      nowMs += ms;
    },
    openMicrophones: () => open,
  };
}

describe('holding the key', () => {
  it('sends what is heard, in the end too, and asks it when let go', async () => {
    const scene = stage();
    scene.talk.press();
    await scene.openMicrophone();
    scene.hear(0);
    scene.hear(1);
    expect(scene.talk.level()).toBe(0.25);
    scene.wait(1_000);
    scene.talk.release();
    await settle();
    expect(scene.said).toEqual(['begin c0', 'frame c0 0', 'frame c0 1', 'frame c0 2', 'end c0 2']);
    expect(scene.states).toEqual(['listening', 'transcribing', 'idle']);
    expect([scene.errors, scene.openMicrophones(), scene.talk.level()]).toEqual([[], 0, 0]);
  });

  it('that repeats itself begins nothing twice', async () => {
    const scene = stage();
    scene.talk.press();
    scene.talk.press();
    await scene.openMicrophone();
    scene.talk.press();
    expect(scene.said).toEqual(['begin c0']);
  });

  it('may be let go before the microphone is open', async () => {
    const scene = stage();
    scene.talk.press();
    scene.wait(300);
    scene.talk.release();
    await scene.openMicrophone();
    expect(scene.said.at(-1)).toBe('end c0 2');
    expect(scene.openMicrophones()).toBe(0);
  });

  it('for a moment only is taken for a slip', async () => {
    const scene = stage();
    scene.talk.press();
    await scene.openMicrophone();
    scene.wait(100);
    scene.talk.release();
    await settle();
    expect(scene.said).toEqual(['begin c0', 'cancel c0']);
    expect(scene.states).toEqual(['listening', 'idle']);
  });

  it('for too long ends by itself; so it does when the microphone is unplugged', async () => {
    for (const ending of ['reachLimit', 'loseMicrophone'] as const) {
      const scene = stage();
      scene.talk.press();
      await scene.openMicrophone();
      scene.wait(59_000);
      scene[ending]();
      scene.talk.release();
      await settle();
      expect(scene.said.filter(line => line.startsWith('end'))).toEqual(['end c0 2']);
    }
  });
});

describe('changing one’s mind', () => {
  it('sends no sound any more and tells the core, also before the microphone is open', async () => {
    for (const early of [true, false]) {
      const scene = stage();
      scene.talk.press();
      if (!early) await scene.openMicrophone();
      scene.wait(1_000);
      scene.talk.cancel();
      scene.talk.release();
      await scene.openMicrophone();
      expect(scene.said).toEqual(['begin c0', 'cancel c0']);
      expect(scene.states).toEqual(['listening', 'idle']);
      expect(scene.openMicrophones()).toBe(0);
    }
  });

  it('lets one begin again at once', async () => {
    const scene = stage();
    scene.talk.press();
    await scene.openMicrophone();
    scene.talk.cancel();
    scene.talk.press();
    await scene.openMicrophone();
    scene.wait(1_000);
    scene.talk.release();
    await settle();
    expect(scene.said).toContain('end c2 2');
    expect(scene.states.at(-1)).toBe('idle');
  });
});

describe('failures', () => {
  it('of the microphone are told, and nothing stays begun', async () => {
    const fault = new MicrophoneError('refused');
    const scene = stage({ open: fault });
    scene.talk.press();
    await scene.openMicrophone();
    expect([scene.errors, scene.states, scene.said.at(-1)]).toEqual([
      [fault],
      ['listening', 'idle'],
      'cancel c0',
    ]);
    scene.talk.press();
    expect(scene.said.at(-1)).toBe('begin c2');
  });

  it('of the core are told, and the microphone is closed', async () => {
    const fault = new Error('no recogniser');
    const scene = stage({ begin: fault });
    scene.talk.press();
    await scene.openMicrophone();
    expect([scene.errors, scene.states.at(-1), scene.openMicrophones()]).toEqual([[fault], 'idle', 0]);
  });

  it('of the recognition are told, and one may try again', async () => {
    const fault = new Error('nothing heard');
    const scene = stage({ end: fault });
    scene.talk.press();
    await scene.openMicrophone();
    scene.wait(1_000);
    scene.talk.release();
    await settle();
    expect([scene.errors, scene.states]).toEqual([[fault], ['listening', 'transcribing', 'idle']]);
    scene.talk.press();
    expect(scene.states.at(-1)).toBe('listening');
  });
});
