/** The keys of every program as one thing: held where the hook sees, begun and ended where it does not, and never half set. */
import { describe, expect, it } from 'vitest';
import { defaultGlobalKeys, type GlobalKeyName, type KeyCombination } from '../../domain/global-key.ts';
import type { GlobalKeysListener } from '../../ports/global-keys.ts';
import { KeyService } from './key-service.ts';

const [j, shiftJ, k] = ['CommandOrControl+Alt+J', 'CommandOrControl+Alt+Shift+J', 'CommandOrControl+Alt+K'];
const keyK = { chord: 'Ctrl+Alt+K', code: 'KeyK' };
const commands = { talk: 'jarvis --talk', quick: 'jarvis --toggle' };

function stage({ env = { XDG_SESSION_TYPE: 'x11' }, ofOthers = [] as readonly string[] } = {}) {
  const registered = new Map<string, () => void>();
  const done: string[] = [];
  let isSuspended = false;
  const watched: Readonly<Partial<Record<GlobalKeyName, KeyCombination>>>[] = [];
  let hook: GlobalKeysListener | undefined;
  let nowMs = 10_000;
  const late: (() => void)[] = [];
  const clock = {
    monotonicMs: () => nowMs,
    after: (_delayMs: number, action: () => void) => {
      late.push(action);
      return () => undefined;
    },
  };
  let tries = 0;
  let changes = 0;
  const service = new KeyService({
    ...{ env, platform: 'linux', commands, clock },
    shortcuts: {
      register: (accelerator, action) => {
        if (ofOthers.includes(accelerator) || ofOthers.includes('all') || registered.has(accelerator))
          return false;
        // As Electron says of it.
        if (isSuspended) return false;
        registered.set(accelerator, action);
        return true;
      },
      unregister: accelerator => void registered.delete(accelerator),
      setSuspended: suspended => {
        isSuspended = suspended;
      },
    },
    openHook: listener => {
      hook = listener;
      return {
        watch: wanted => watched.push(wanted),
        again: () => tries++,
        close: async () => undefined,
      };
    },
    onTalk: what => done.push(what),
    onQuick: () => done.push('quick'),
    onChange: () => changes++,
  });
  service.use(defaultGlobalKeys);
  return {
    ...{ service, done, watched },
    hook: () => hook,
    press: (accelerator: string) => registered.get(accelerator)?.(),
    isSuspended: () => isSuspended,
    registered: () => [...registered.keys()],
    wait: (ms: number) => {
      nowMs += ms;
      for (const action of late.splice(0)) action();
    },
    tries: () => tries,
    changes: () => changes,
  };
}

describe('where the hook sees', () => {
  it('the talk key is held, and the shortcut beside it does nothing more', () => {
    const { service, hook, press, done, watched } = stage();
    hook()?.onState('watching');
    press(j);
    hook()?.onKey('talk', 'down');
    hook()?.onKey('talk', 'up');
    press(shiftJ);
    expect(done).toEqual(['press', 'release', 'quick']);
    expect(watched.at(-1)).toEqual({
      talk: { code: 'KeyJ', ctrl: true, alt: true, shift: false, meta: false },
    });
    expect(service.status()).toEqual({ source: 'hook', canHold: true, taken: [], commands });
  });

  it('a shortcut that the hook does not see is a tap all the same', () => {
    const { hook, press, done, wait } = stage();
    hook()?.onState('watching');
    press(j);
    expect(done).toEqual([]);
    wait(300);
    expect(done).toEqual(['tap']);
    wait(1000);
    hook()?.onKey('talk', 'down');
    press(j);
    hook()?.onKey('talk', 'up');
    wait(300);
    expect(done).toEqual(['tap', 'press', 'release']);
  });

  it('a shortcut that is held is one press', () => {
    const { press, done, wait } = stage();
    for (let repeat = 0; repeat < 5; repeat++) {
      press(shiftJ);
      wait(500);
    }
    expect(done).toEqual(['quick']);
    wait(600);
    press(shiftJ);
    expect(done).toEqual(['quick', 'quick']);
  });

  it('a key that another program has is not looked at', () => {
    const { service, watched } = stage({ ofOthers: [j] });
    expect([service.status().taken, watched.at(-1)]).toEqual([['talk'], {}]);
  });

  it('its death and new life are no news, its end is', () => {
    const { service, hook, changes } = stage();
    const before = changes();
    hook()?.onState('watching');
    hook()?.onState('starting');
    hook()?.onState('watching');
    expect(changes()).toBe(before);
    hook()?.onState('failed');
    expect(changes()).toBe(before + 1);
    expect(service.status()).toMatchObject({ source: 'shortcut', canHold: false, why: 'failed' });
  });
});

describe('where it does not', () => {
  it('a press of the shortcut is a tap, and waking is another chance', () => {
    const { service, hook, press, done, tries } = stage();
    hook()?.onState('no-display');
    press(j);
    expect(done).toEqual(['tap']);
    service.again();
    expect(tries()).toBe(1);
  });

  it('on Wayland there is no hook, and without a portal there is a command', () => {
    const wayland = { XDG_SESSION_TYPE: 'wayland' };
    const portal = stage({ env: wayland });
    portal.press(j);
    expect([portal.hook(), portal.done]).toEqual([undefined, ['tap']]);
    expect(portal.service.status()).toMatchObject({ source: 'portal', why: 'wayland' });
    const none = stage({ env: wayland, ofOthers: ['all'] });
    expect(none.service.status()).toEqual({
      ...{ source: 'command', canHold: false, why: 'no-portal', taken: [], commands },
    });
    none.service.tap();
    expect(none.done).toEqual(['tap']);
  });
});

describe('another key', () => {
  it('that the system gives takes the place of the old one', () => {
    const { service, registered, watched } = stage();
    service.take('talk', keyK);
    service.use({ ...defaultGlobalKeys, talk: keyK });
    expect(registered().toSorted()).toEqual([shiftJ, k].toSorted());
    expect(watched.at(-1)).toMatchObject({ talk: { code: 'KeyK' } });
  });

  it('that will not do is refused, and the old one stays', () => {
    const { service, registered } = stage({ ofOthers: [k] });
    const taking = (chord: string) => () => service.take('talk', { chord, code: 'KeyK' });
    expect(taking('Ctrl+Alt+K')).toThrow(expect.objectContaining({ code: 'host.key-taken' }));
    for (const chord of ['K', 'Alt+Tab', 'Ctrl+Alt+Shift+J', 'Meta+K'])
      expect(taking(chord)).toThrow(expect.objectContaining({ code: 'host.key-unfit' }));
    expect(registered()).toEqual([j, shiftJ]);
  });

  it('that could not be kept is given back', () => {
    const { service, registered } = stage();
    service.take('talk', keyK);
    service.giveBack();
    expect(registered().toSorted()).toEqual([j, shiftJ].toSorted());
  });
});

describe('while a key is recorded', () => {
  it('the one that is in use is only a key, for the shortcut and for the hook', () => {
    const { service, hook, press, done, wait, isSuspended } = stage();
    hook()?.onState('watching');
    service.suspend(true);
    expect(isSuspended()).toBe(true);
    // One that was under way as the system let them go.
    press(j);
    press(shiftJ);
    hook()?.onKey('talk', 'down');
    hook()?.onKey('talk', 'up');
    wait(300);
    expect(done).toEqual([]);
    service.suspend(false);
    expect(isSuspended()).toBe(false);
    hook()?.onKey('talk', 'down');
    hook()?.onKey('talk', 'up');
    wait(1000);
    press(shiftJ);
    expect(done).toEqual(['press', 'release', 'quick']);
  });

  it('one that was pressed just before it, and that no hook has seen yet, does nothing', () => {
    const { service, hook, press, done, wait } = stage();
    hook()?.onState('watching');
    press(j);
    service.suspend(true);
    wait(300);
    expect(done).toEqual([]);
  });

  it('what is held is let go, and nothing follows when the hand leaves it', () => {
    const { service, hook, done } = stage();
    hook()?.onState('watching');
    hook()?.onKey('talk', 'down');
    service.suspend(true);
    hook()?.onKey('talk', 'up');
    expect(done).toEqual(['press', 'lose']);
  });

  it('the recorded one is given all the same, and does nothing before it ends', () => {
    const { service, registered, press, done, isSuspended } = stage();
    service.suspend(true);
    service.take('talk', keyK);
    service.use({ ...defaultGlobalKeys, talk: keyK });
    expect(registered().toSorted()).toEqual([shiftJ, k].toSorted());
    expect(isSuspended()).toBe(true);
    press(k);
    expect(done).toEqual([]);
    service.suspend(false);
    press(k);
    expect(done).toEqual(['tap']);
  });

  it('one that another program has is refused as ever, and they stay suspended', () => {
    const { service, registered, isSuspended } = stage({ ofOthers: [k] });
    service.suspend(true);
    expect(() => service.take('talk', keyK)).toThrow(expect.objectContaining({ code: 'host.key-taken' }));
    expect([registered(), isSuspended()]).toEqual([[j, shiftJ], true]);
  });
});

it('closed, it has given everything back', async () => {
  const { service, registered } = stage();
  await service.close();
  expect(registered()).toEqual([]);
});
