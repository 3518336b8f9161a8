/** Timers, notes, lists and facts as the windows have them: each change is told once, as what changed. */
import { OneByOne } from '../conversation/one-by-one.ts';
import { newId } from '../domain/id.ts';
import {
  changeBetween,
  type Organizer,
  type OrganizerPicture,
  type ToldChange,
} from '../domain/organizer-changes.ts';
import type { OrganizerStore } from '../ports/organizer-store.ts';

export interface ToldOrganizer {
  /** What is kept now. Whoever has an older picture was told what changed before this resolves. */
  picture(): Promise<OrganizerPicture>;
  /** Looks for what changed, and tells it. */
  tell(): Promise<OrganizerPicture>;
}

/**
 * What changed is found by comparing with what was told last, so that no way of changing it can forget to tell; a person
 * keeps little enough to be read whole.
 */
export function tellOrganizer(
  store: OrganizerStore,
  publish: (name: 'organizer.changed', told: ToldChange) => void,
): ToldOrganizer {
  const looks = new OneByOne();
  let told: OrganizerPicture = { of: newId(), revision: 0, timers: [], notes: [], lists: [], facts: [] };
  let isHad = false;
  async function look(isAsked: boolean): Promise<OrganizerPicture> {
    const now = await readOrganizer(store);
    // The first picture is nobody's change.
    const change = isAsked && !isHad ? undefined : changeBetween(told, now);
    isHad ||= isAsked;
    const { of, revision } = told;
    told = { ...now, of, revision: change === undefined ? revision : revision + 1 };
    if (change !== undefined) publish('organizer.changed', { of, revision: told.revision, ...change });
    return told;
  }
  return {
    picture: () => looks.run('look', () => look(true)),
    tell: () => looks.run('look', () => look(false)),
  };
}

/** Everything the skills keep. */
export async function readOrganizer(store: OrganizerStore): Promise<Organizer> {
  const names = await store.listNames();
  const lists = await Promise.all(names.map(async list => ({ list, items: await store.listItems(list) })));
  const seen = new Set<string>();
  return {
    timers: eachOnce(await store.listTimers()),
    notes: eachOnce(await store.listNotes()),
    lists: lists
      .map(({ list, items }) => ({ list, items: eachOnce(items, seen) }))
      .filter(({ items }) => items.length > 0),
    facts: eachOnce(await store.findFacts('')),
  };
}

/** In private mode the same may lie in both stores. */
const eachOnce = <T extends { readonly id: string }>(things: readonly T[], seen = new Set<string>()) =>
  things.filter(({ id }) => !seen.has(id) && seen.add(id));
