/** What can be done by hand with timers, reminders, lists and notes, and with what runs in the background. */
import { attempt } from './attempt.ts';
import type { Context } from './context.ts';
import type { KeptThing } from './kept-thing.ts';
import { finishedBetween } from './running-works.ts';
import { dismissToast, showToast } from './toasts.ts';

/** What rings is put off by so much. */
export const snoozeMs = 300_000;
const finishedAtMost = 20;

export const nowActions = (context: Context) => {
  const { client, store, around } = context;
  const id = () => around.newId();

  async function remove(kept: KeptThing | undefined, work: () => Promise<unknown>): Promise<boolean> {
    const done = await attempt(context, work);
    if (!done || kept === undefined) return done;
    const { thing } = kept;
    const name = 'text' in thing ? thing.text : thing.label;
    showToast(context, { kind: 'removed', what: kept.kind, name }, { bringsBack: kept });
    return true;
  }
  const timerOf = (wanted: string): KeptThing | undefined => {
    const thing = store.getState().organizer.timers.find(one => one.id === wanted);
    return thing && { kind: 'timer', thing };
  };
  const noteOf = (wanted: string): KeptThing | undefined => {
    const thing = store.getState().organizer.notes.find(one => one.id === wanted);
    return thing && { kind: 'note', thing };
  };
  const itemOf = (wanted: string): KeptThing | undefined => {
    const items = store.getState().organizer.lists.flatMap(list => list.items);
    const thing = items.find(one => one.id === wanted);
    return thing && { kind: 'item', thing };
  };

  async function bringBack({ kind, thing }: KeptThing): Promise<void> {
    if (kind === 'note') await client.call('note.add', thing);
    else if (kind === 'item') await client.call('listItem.add', thing);
    else if (thing.kind === 'reminder')
      await client.call('reminder.add', { id: thing.id, label: thing.label, dueAtMs: thing.dueAtMs });
    else {
      // A timer whose time has come meanwhile rings as soon as it can.
      const forMs = Math.max(1000, thing.dueAtMs - around.nowMs());
      await client.call('timer.add', { id: thing.id, label: thing.label, forMs });
    }
  }

  return {
    addTimer: (label: string, forMs: number) =>
      attempt(context, () => client.call('timer.add', { id: id(), label, forMs })),
    addReminder: (label: string, dueAtMs: number) =>
      attempt(context, () => client.call('reminder.add', { id: id(), label, dueAtMs })),
    extendTimer: (timerId: string, byMs: number) =>
      attempt(context, () => client.call('timer.extend', { id: timerId, byMs })),
    addNote: (text: string) => attempt(context, () => client.call('note.add', { id: id(), text })),
    editNote: (noteId: string, text: string) =>
      attempt(context, () => client.call('note.edit', { id: noteId, text })),
    addListItem: (list: string, text: string) =>
      attempt(context, () => client.call('listItem.add', { id: id(), list, text })),
    dismissTimer: (timerId: string) => attempt(context, () => client.call('timer.dismiss', { id: timerId })),
    cancelTimer: (timerId: string) =>
      remove(timerOf(timerId), () => client.call('timer.cancel', { id: timerId })),
    deleteNote: (noteId: string) => remove(noteOf(noteId), () => client.call('note.delete', { id: noteId })),
    deleteListItem: (itemId: string) =>
      remove(itemOf(itemId), () => client.call('listItem.delete', { id: itemId })),
    /** For good: what was to be forgotten must not come back. */
    deleteFact: (factId: string) => attempt(context, () => client.call('fact.delete', { id: factId })),
    bringBack: (toastId: string) => {
      const kept = store.getState().toasts.find(toast => toast.id === toastId)?.bringsBack;
      dismissToast(context, toastId);
      return kept === undefined ? Promise.resolve(false) : attempt(context, () => bringBack(kept));
    },
    /** Told by nobody: asked for again and again while it is looked at. */
    async loadWorks(): Promise<void> {
      try {
        const works = await client.call('work.list', {});
        store.setState(({ now }) => ({ now: { ...now, works } }));
      } catch {
        // The next question, in a moment, finds out more; without a core the window says so itself.
        store.setState(({ now: { works: _works, ...rest } }) => ({ now: rest }));
      }
    },
    stopConsolidating: () => attempt(context, () => client.call('work.stopConsolidating', {})),
  };
};

/** Keeps what ended while the window was open. */
export function watchWorks({ store, around }: Context): void {
  store.subscribe((after, before) => {
    const isSame =
      after.catalogue === before.catalogue &&
      after.knowledge === before.knowledge &&
      after.now.works === before.now.works;
    // Words stream by here: nothing else is looked at for each of them.
    if (isSame) return;
    const ended = finishedBetween(before, after);
    if (ended.length === 0) return;
    const atMs = around.nowMs();
    const finished = ended.map(({ id, kind, name }) => ({
      id,
      kind,
      atMs,
      ...(name !== undefined && { name }),
    }));
    store.setState(({ now }) => ({
      now: { ...now, finished: [...finished, ...now.finished].slice(0, finishedAtMost) },
    }));
  });
}
