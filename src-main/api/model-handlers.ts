/** What a client may ask of language models and speech models. */
import type { Handlers } from './handlers-type.ts';
import type { Services } from './services.ts';

type Names = Extract<keyof Handlers, `model.${string}`>;

export function modelHandlers({ models }: Services): Pick<Handlers, Names> {
  return {
    'model.list': async ({ refresh }) => (refresh ? models.refresh() : models.snapshot()),
    'model.use': choice => models.use(choice),
    'model.addServer': server => models.addServer(server),
    'model.addFile': ({ path }) => models.addPath(path),
    'model.remove': ({ backendId, model }) => models.remove(backendId, model),
    'model.order': ({ backendIds }) => models.order(backendIds),
  };
}
