/** What a client may ask of timers, notes, lists and remembered facts. */
import type { EventData, Sent } from '../../src-preload/contract.ts';
import { JarvisError } from '../domain/errors.ts';
import type { OrganizerStore } from '../ports/organizer-store.ts';
import type { Handlers } from './handlers-type.ts';
import type { Services } from './services.ts';

type Names =
  | 'organizer.get'
  | 'timer.dismiss'
  | 'timer.cancel'
  | 'note.delete'
  | 'listItem.delete'
  | 'fact.delete';

export function organizerHandlers(services: Services): Pick<Handlers, Names> {
  const store = () => services.current().organizer;
  const changed = async (): Promise<Record<string, never>> => {
    services.current().timersChanged();
    services.publish('organizer.changed', await readOrganizer(store()));
    return {};
  };
  const deleting =
    (remove: (id: string) => Promise<boolean>) =>
    async ({ id }: { id: string }) => {
      if (!(await remove(id))) throw new JarvisError('input.not-found', { what: id });
      return changed();
    };
  return {
    'organizer.get': () => readOrganizer(store()),
    'timer.dismiss': async ({ id }) => {
      await store().dismissTimer(id, services.clock.nowMs());
      return changed();
    },
    'timer.cancel': deleting(id => store().deleteTimer(id)),
    'note.delete': deleting(id => store().deleteNote(id)),
    'listItem.delete': deleting(id => store().deleteListItem(id)),
    'fact.delete': deleting(id => store().deleteFact(id)),
  };
}

/** Everything the skills keep, as the window shows it. */
export async function readOrganizer(store: OrganizerStore): Promise<Sent<EventData<'organizer.changed'>>> {
  const names = await store.listNames();
  const lists = await Promise.all(names.map(async list => ({ list, items: await store.listItems(list) })));
  return {
    timers: await store.listTimers(),
    notes: await store.listNotes(),
    lists,
    facts: await store.findFacts(''),
  };
}
