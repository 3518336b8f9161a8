/** What a client may ask of language models and speech models. */
import type { EventData } from '../../src-preload/contract.ts';
import type { ModelsSnapshot } from '../domain/model.ts';
import type { Handlers } from './handlers-type.ts';
import type { Services } from './services.ts';

type Names = Extract<keyof Handlers, `model.${string}`>;

export function modelHandlers({ models }: Services): Pick<Handlers, Names> {
  return {
    'model.list': async ({ refresh }) => wireModels(refresh ? await models.refresh() : models.snapshot()),
    'model.use': async choice => wireModels(await models.use(choice)),
    'model.addServer': async server => wireModels(await models.addServer(server)),
    'model.addFile': ({ path }) => models.addPath(path),
    'model.remove': async ({ backendId, model }) => wireModels(await models.remove(backendId, model)),
    'model.order': async ({ backendIds }) => wireModels(await models.order(backendIds)),
  };
}

/** A snapshot as the wire carries it (its arrays are not read-only). */
export function wireModels(snapshot: ModelsSnapshot): EventData<'models.changed'> {
  return {
    ...snapshot,
    backends: snapshot.backends.map(backend => ({
      ...backend,
      models: backend.models.map(model => ({ ...model, capabilities: [...model.capabilities] })),
    })),
  };
}
