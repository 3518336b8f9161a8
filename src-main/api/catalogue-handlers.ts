/** What a client may ask of the models that can be downloaded. */
import type { Handlers } from './handlers-type.ts';
import type { Services } from './services.ts';

type Names = Extract<keyof Handlers, `catalogue.${string}`>;

export function catalogueHandlers({ catalogue }: Pick<Services, 'catalogue'>): Pick<Handlers, Names> {
  return {
    'catalogue.get': () => catalogue.snapshot(),
    'catalogue.download': ({ ids }) => catalogue.get(ids),
    'catalogue.getReady': () => catalogue.getReady(),
    'catalogue.pause': ({ id }) => catalogue.pause(id),
    'catalogue.resume': ({ id }) => catalogue.resume(id),
    'catalogue.cancel': ({ id }) => catalogue.cancel(id),
    'catalogue.delete': ({ id }) => catalogue.delete(id),
    'catalogue.use': ({ id }) => catalogue.use(id),
    'catalogue.verify': ({ ids }) => catalogue.verify(ids),
    'catalogue.import': ({ path }) => catalogue.import(path),
  };
}
