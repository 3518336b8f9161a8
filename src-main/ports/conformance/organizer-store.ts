/** The one suite that every adapter of the organizer-store port passes. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../domain/id.ts';
import type { ListItem, Note, RememberedFact, Timer } from '../../domain/organizer.ts';
import type { OrganizerStore } from '../organizer-store.ts';

export interface OrganizerStoreSubject {
  readonly store: OrganizerStore;
  /** Closes it and opens the same data again. */
  readonly reopen: () => Promise<OrganizerStore>;
  readonly remove: () => Promise<void>;
}

export function describeOrganizerStore(name: string, open: () => Promise<OrganizerStoreSubject>): void {
  describe(`organizer store: ${name}`, () => {
    let subject: OrganizerStoreSubject;
    let store: OrganizerStore;
    beforeEach(async () => {
      subject = await open();
      store = subject.store;
    });
    afterEach(() => subject.remove());

    const timer = (label: string, dueAtMs: number): Timer => ({
      id: newId(),
      kind: 'timer',
      label,
      setAtMs: 1,
      dueAtMs,
    });
    const fact = (text: string, createdAtMs: number): RememberedFact => ({
      id: newId(),
      text,
      language: 'fr',
      createdAtMs,
    });

    test('timers come next due first, and survive', async () => {
      const late = { ...timer('œufs\0', 300), kind: 'reminder' as const };
      const soon = timer('pâtes', 100);
      await store.addTimer(late);
      await store.addTimer(soon);
      await store.addTimer({ ...soon, label: 'again' });
      store = await subject.reopen();
      expect(await store.listTimers()).toEqual([soon, late]);
    });

    test('a timer that is put off rings again, one that is away does not', async () => {
      const one = timer('one', 1);
      await store.addTimer(one);
      await store.markRang(one.id, 10);
      await store.moveTimer(one.id, 500);
      expect(await store.listTimers()).toEqual([{ ...one, dueAtMs: 500 }]);
      await store.dismissTimer(one.id, 30);
      await expect(store.moveTimer(one.id, 600)).rejects.toMatchObject({ code: 'input.not-found' });
    });

    test('a note is written anew, and keeps its time', async () => {
      const note = { id: newId(), text: 'code 12', createdAtMs: 1 };
      await store.addNote(note);
      await store.editNote(note.id, 'code 34');
      store = await subject.reopen();
      expect(await store.listNotes()).toEqual([{ ...note, text: 'code 34' }]);
      await expect(store.editNote(newId(), 'x')).rejects.toMatchObject({ code: 'input.not-found' });
    });

    test('a timer rings once, is put away, or is cancelled', async () => {
      const [one, two] = [timer('one', 1), timer('two', 2)];
      await store.addTimer(one);
      await store.addTimer(two);
      await store.markRang(one.id, 10);
      await store.markRang(one.id, 20);
      expect(await store.listTimers()).toEqual([{ ...one, rangAtMs: 10 }, two]);
      await store.dismissTimer(one.id, 30);
      expect(await store.listTimers()).toEqual([two]);
      expect(await store.deleteTimer(two.id)).toBe(true);
      expect(await store.deleteTimer(two.id)).toBe(false);
      expect(await store.listTimers()).toEqual([]);
      await expect(store.markRang(newId(), 1)).rejects.toMatchObject({ code: 'input.not-found' });
      await expect(store.dismissTimer(newId(), 1)).rejects.toMatchObject({ code: 'input.not-found' });
    });

    test('notes come newest first', async () => {
      const notes: Note[] = [1, 3, 2].map(createdAtMs => ({
        id: newId(),
        text: `n${createdAtMs} 😀`,
        createdAtMs,
      }));
      for (const note of notes) await store.addNote(note);
      store = await subject.reopen();
      expect((await store.listNotes()).map(note => note.createdAtMs)).toEqual([3, 2, 1]);
      expect((await store.listNotes())[0]).toEqual(notes[1]);
      expect(await store.deleteNote(notes[0]?.id ?? '')).toBe(true);
      expect(await store.deleteNote(newId())).toBe(false);
      expect(await store.listNotes()).toHaveLength(2);
    });

    test('list items come oldest first, and a list is there while it has items', async () => {
      const item = (list: string, text: string): ListItem => ({ id: newId(), list, text, createdAtMs: 5 });
      const items = [item('shopping', 'lait'), item('shopping', 'pain'), item('Noël', 'sapin')];
      await store.addListItems(items);
      expect(await store.listNames()).toEqual(['shopping', 'Noël']);
      expect((await store.listItems('shopping')).map(one => one.text)).toEqual(['lait', 'pain']);
      expect(await store.listItems('Noël')).toEqual([items[2]]);
      expect(await store.deleteListItem(items[2]?.id ?? '')).toBe(true);
      expect(await store.listNames()).toEqual(['shopping']);
      expect(await store.listItems('nothing')).toEqual([]);
    });

    test('facts are found by their words, whatever the accents', async () => {
      const keys = { ...fact('Mes clés sont dans l’entrée', 1), sourceMessageId: newId() };
      const both = fact('La clé de l’entrée est rouge', 2);
      const dog = fact('Mon chien s’appelle Œdipe', 3);
      for (const one of [keys, both, dog]) await store.addFact(one);
      store = await subject.reopen();
      expect(await store.findFacts('')).toEqual([dog, both, keys]);
      expect(await store.findFacts('OEDIPE')).toEqual([dog]);
      expect((await store.findFacts('rouge entree')).map(one => one.id)).toEqual([both.id, keys.id]);
      expect(await store.findFacts('voiture')).toEqual([]);
      expect(await store.deleteFact(dog.id)).toBe(true);
      expect(await store.deleteFact(dog.id)).toBe(false);
      expect(await store.findFacts('')).toEqual([both, keys]);
    });
  });
}
