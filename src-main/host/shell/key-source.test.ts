/** Hold where key-up is seen, begin and end where it is not, a command where there is nothing. */
import { describe, expect, it } from 'vitest';
import { canHook, keyReach } from './key-source.ts';

const x11 = { DISPLAY: ':0', XDG_SESSION_TYPE: 'x11' };
const wayland = { DISPLAY: ':0', XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' };
const sight = { platform: 'linux', env: x11, hook: 'watching', canRegister: true } as const;

describe('keys for every program', () => {
  it.each(['linux', 'darwin', 'win32'])('can be held on %s', platform =>
    expect(keyReach({ ...sight, platform })).toEqual({ source: 'hook', canHold: true }),
  );

  it('begin and end through the portal on Wayland, whatever X11 is beside it', () => {
    for (const env of [wayland, { DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0' }])
      expect(keyReach({ ...sight, env })).toEqual({ source: 'portal', canHold: false, why: 'wayland' });
    expect(canHook('linux', { ...x11, WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  });

  it('are a command where the desktop has no portal', () =>
    expect(keyReach({ ...sight, env: wayland, canRegister: false })).toEqual({
      ...{ source: 'command', canHold: false, why: 'no-portal' },
    }));

  it('begin and end where the hook cannot see, and say why', () => {
    expect(keyReach({ ...sight, platform: 'darwin', hook: 'no-permission' })).toEqual({
      ...{ source: 'shortcut', canHold: false, why: 'no-permission' },
    });
    expect(keyReach({ ...sight, hook: 'failed', canRegister: false })).toEqual({
      ...{ source: 'command', canHold: false, why: 'failed' },
    });
  });
});
