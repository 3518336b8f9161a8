/** What a client may ask of new versions of the program. */
import type { Handlers } from './handlers-type.ts';
import type { Services } from './services.ts';

type Names = Extract<keyof Handlers, `update.${string}`>;

export function updateHandlers({ updates }: Pick<Services, 'updates'>): Pick<Handlers, Names> {
  return {
    'update.get': async () => updates.status(),
    'update.check': () => updates.check(),
    'update.download': () => updates.download(),
    'update.install': () => updates.install(),
    'update.skip': ({ version }) => updates.skip(version),
    'update.acknowledge': async () => updates.acknowledge(),
    'update.set': async settings => updates.set(settings),
  };
}
