/** Timers, notes and lists in private mode: all that there are, and what is new in memory alone. */
import type { OrganizerStore } from '../ports/organizer-store.ts';

/** Adds to `volatile`; reads and removes in both, so that a timer set before can still be cancelled. */
export function privateOrganizer(kept: OrganizerStore, volatile: OrganizerStore): OrganizerStore {
  const both = async <T>(read: (store: OrganizerStore) => Promise<readonly T[]>): Promise<readonly T[]> => [
    ...(await read(volatile)),
    ...(await read(kept)),
  ];
  const either = async (remove: (store: OrganizerStore) => Promise<boolean>): Promise<boolean> =>
    (await remove(volatile)) || remove(kept);
  const ownerOf = async (id: string): Promise<OrganizerStore> =>
    (await volatile.listTimers()).some(timer => timer.id === id) ? volatile : kept;
  return {
    addTimer: timer => volatile.addTimer(timer),
    listTimers: async () => {
      const timers = await both(store => store.listTimers());
      return timers.toSorted((a, b) => a.dueAtMs - b.dueAtMs);
    },
    markRang: async (id, atMs) => (await ownerOf(id)).markRang(id, atMs),
    dismissTimer: async (id, atMs) => (await ownerOf(id)).dismissTimer(id, atMs),
    moveTimer: async (id, dueAtMs) => (await ownerOf(id)).moveTimer(id, dueAtMs),
    deleteTimer: id => either(store => store.deleteTimer(id)),
    addNote: note => volatile.addNote(note),
    listNotes: () => both(store => store.listNotes()),
    editNote: async (id, text) => {
      const isNew = (await volatile.listNotes()).some(note => note.id === id);
      await (isNew ? volatile : kept).editNote(id, text);
    },
    deleteNote: id => either(store => store.deleteNote(id)),
    addListItems: items => volatile.addListItems(items),
    listItems: async list => {
      const items = await both(store => store.listItems(list));
      return items.toSorted((a, b) => a.createdAtMs - b.createdAtMs);
    },
    listNames: async () => [...new Set(await both(store => store.listNames()))],
    deleteListItem: id => either(store => store.deleteListItem(id)),
    addFact: fact => volatile.addFact(fact),
    findFacts: about => both(store => store.findFacts(about)),
    deleteFact: id => either(store => store.deleteFact(id)),
  };
}
