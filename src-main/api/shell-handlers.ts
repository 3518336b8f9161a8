/** What a window may ask of the desktop program; unknown where a web host shows it. */
import { JarvisError } from '../domain/errors.ts';
import type { Handlers } from './handlers-type.ts';
import type { Services } from './services.ts';
import type { ShellServices } from './shell-services.ts';

type Names = Extract<keyof Handlers, `shell.${string}`>;

export function shellHandlers(services: Services): Pick<Handlers, Names> {
  const shell = (name: Names): ShellServices => {
    const found = services.shell();
    if (found === undefined) throw new JarvisError('input.unknown-command', { name });
    return found;
  };
  return {
    'shell.arrive': async ({ window }) => ({ orders: shell('shell.arrive').arrive(window) }),
    'shell.hideQuick': async () => {
      shell('shell.hideQuick').hideQuick();
      return {};
    },
    'shell.fitQuick': async ({ heightPx }) => {
      shell('shell.fitQuick').fitQuick(heightPx);
      return {};
    },
    'shell.openMain': async place => {
      shell('shell.openMain').openMain(place);
      return {};
    },
    'shell.tellDevices': async ({ microphones }) => {
      shell('shell.tellDevices').tellDevices(microphones);
      return {};
    },
    'shell.startAtLogin': async ({ on }) => shell('shell.startAtLogin').startAtLogin(on),
    'shell.setKey': async ({ name, key }) => shell('shell.setKey').setKey(name, key ?? undefined),
    'shell.recordKey': async ({ window, isOn }) => {
      shell('shell.recordKey').recordKey(window, isOn);
      return {};
    },
    'shell.startNormally': async () => {
      shell('shell.startNormally').startNormally();
      return {};
    },
  };
}
