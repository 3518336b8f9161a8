/** Keys are asked of the system, given back, and the old one stays where a new one is not given. */
import { describe, expect, it } from 'vitest';
import { defaultGlobalKeys } from '../../domain/global-key.ts';
import { KeyBindings } from './key-bindings.ts';

const [j, shiftJ, k] = ['CommandOrControl+Alt+J', 'CommandOrControl+Alt+Shift+J', 'CommandOrControl+Alt+K'];
const keyK = { chord: 'Ctrl+Alt+K', code: 'KeyK' };

function stage(...ofOthers: readonly string[]) {
  const registered = new Map<string, () => void>();
  const pressed: string[] = [];
  const bindings = new KeyBindings(
    {
      register: (accelerator, action) => {
        if (ofOthers.includes(accelerator) || registered.has(accelerator)) return false;
        registered.set(accelerator, action);
        return true;
      },
      unregister: accelerator => void registered.delete(accelerator),
      setSuspended: () => undefined,
    },
    name => pressed.push(name),
  );
  return {
    bindings,
    pressed,
    press: (one: string) => registered.get(one)?.(),
    now: () => [...registered.keys()],
  };
}

describe('keys asked of the system', () => {
  it('reach what they stand for', () => {
    const { bindings, press, pressed, now } = stage();
    bindings.use(defaultGlobalKeys);
    expect(now()).toEqual([j, shiftJ]);
    press(shiftJ);
    press(j);
    expect(pressed).toEqual(['quick', 'talk']);
  });

  it('that another program has are told, the others work', () => {
    const { bindings, now } = stage(j);
    bindings.use(defaultGlobalKeys);
    expect([bindings.taken, now()]).toEqual([['talk'], [shiftJ]]);
  });

  it('give way only to what was given', () => {
    const { bindings, now } = stage(k);
    bindings.use(defaultGlobalKeys);
    expect(bindings.take('talk', keyK)).toBe(false);
    expect([now(), bindings.taken]).toEqual([[j, shiftJ], []]);
    expect(bindings.take('talk', { chord: 'F9', code: 'F9' })).toBe(true);
    expect(now().toSorted()).toEqual([shiftJ, 'F9'].toSorted());
  });

  it('are given back, and may change places', () => {
    const { bindings, now, press, pressed } = stage();
    bindings.use(defaultGlobalKeys);
    bindings.use({ talk: defaultGlobalKeys.quick, quick: defaultGlobalKeys.talk });
    press(j);
    expect(pressed).toEqual(['quick']);
    bindings.use({ quick: keyK });
    expect([now(), bindings.isBound('talk')]).toEqual([[k], false]);
  });
});
