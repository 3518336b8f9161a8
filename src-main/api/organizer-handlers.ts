/** What a client may ask of timers, notes, lists and remembered facts. */
import { JarvisError } from '../domain/errors.ts';
import type { Handlers } from './handlers-type.ts';
import type { Services } from './services.ts';

type Names = Extract<
  keyof Handlers,
  `${'organizer' | 'timer' | 'reminder' | 'note' | 'listItem' | 'fact' | 'work'}.${string}`
>;

export function organizerHandlers(services: Services): Pick<Handlers, Names> {
  const store = () => services.current().organizer;
  const changed = async (): Promise<Record<string, never>> => {
    services.current().timersChanged();
    await services.current().toldOrganizer.tell();
    return {};
  };
  const deleting =
    (remove: (id: string) => Promise<boolean>) =>
    async ({ id }: { id: string }) => {
      if (!(await remove(id))) throw new JarvisError('input.not-found', { what: id });
      return changed();
    };
  return {
    'organizer.get': () => services.current().toldOrganizer.picture(),
    'timer.add': async ({ id, label, forMs }) => {
      const setAtMs = services.clock.nowMs();
      await store().addTimer({ id, kind: 'timer', label, setAtMs, dueAtMs: setAtMs + forMs });
      return changed();
    },
    'reminder.add': async ({ id, label, dueAtMs }) => {
      const setAtMs = services.clock.nowMs();
      await store().addTimer({ id, kind: 'reminder', label, setAtMs, dueAtMs });
      return changed();
    },
    'timer.extend': async ({ id, byMs }) => {
      const timer = (await store().listTimers()).find(one => one.id === id);
      if (timer === undefined) throw new JarvisError('input.not-found', { what: id });
      const fromMs = timer.rangAtMs === undefined ? timer.dueAtMs : services.clock.nowMs();
      await store().moveTimer(id, fromMs + byMs);
      return changed();
    },
    'note.add': async ({ id, text, createdAtMs = services.clock.nowMs() }) => {
      await store().addNote({ id, text: spoken(text), createdAtMs });
      return changed();
    },
    'note.edit': async ({ id, text }) => {
      await store().editNote(id, spoken(text));
      return changed();
    },
    'listItem.add': async ({ id, list, text, createdAtMs = services.clock.nowMs() }) => {
      await store().addListItems([{ id, list: spoken(list), text: spoken(text), createdAtMs }]);
      return changed();
    },
    'work.list': () => services.current().works(),
    'work.stopConsolidating': async () => {
      services.current().stopConsolidating();
      return {};
    },
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

/** Throws `input.empty` where there is nothing but blanks. */
function spoken(text: string): string {
  const words = text.trim();
  if (words === '') throw new JarvisError('input.empty');
  return words;
}
