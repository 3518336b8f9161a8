/** A picture of the organizer, what changed between two of them, and how whoever has the first comes to the second. */
import type { ListItem, Note, RememberedFact, Timer } from './organizer.ts';

/** Everything the skills keep, in the order in which it is shown. */
export interface Organizer {
  readonly timers: readonly Timer[];
  readonly notes: readonly Note[];
  /** Only those with items. */
  readonly lists: readonly { readonly list: string; readonly items: readonly ListItem[] }[];
  readonly facts: readonly RememberedFact[];
}

/** `of`: whose pictures follow each other; `revision`: grows by one with each change that is told of it. */
export interface OrganizerPicture extends Organizer {
  readonly of: string;
  readonly revision: number;
}

/** First what is `gone` or `put` elsewhere goes; then each is put `at` its place, the lowest first. */
export interface SequenceChange<T> {
  readonly gone: readonly string[];
  readonly put: readonly { readonly at: number; readonly thing: T }[];
}

/** What did not change is absent. */
export interface OrganizerChange {
  readonly timers?: SequenceChange<Timer>;
  readonly notes?: SequenceChange<Note>;
  /** Of all lists, one after the other. */
  readonly items?: SequenceChange<ListItem>;
  readonly facts?: SequenceChange<RememberedFact>;
}

/** The change that leads to `revision` of `of`, from the one before. */
export type ToldChange = OrganizerChange & Pick<OrganizerPicture, 'of' | 'revision'>;

interface Thing {
  readonly id: string;
}

/** Undefined where nothing changed. */
export function changeBetween(before: Organizer, after: Organizer): OrganizerChange | undefined {
  const timers = sequenceChange(before.timers, after.timers);
  const notes = sequenceChange(before.notes, after.notes);
  const items = sequenceChange(itemsOf(before), itemsOf(after));
  const facts = sequenceChange(before.facts, after.facts);
  const change = {
    ...(timers && { timers }),
    ...(notes && { notes }),
    ...(items && { items }),
    ...(facts && { facts }),
  };
  return Object.keys(change).length === 0 ? undefined : change;
}

/** @returns `stale` when a change between the two is missing, or they are not of the same: the whole is to be asked for. */
export function afterChange(picture: OrganizerPicture, told: ToldChange): OrganizerPicture | 'stale' {
  if (told.of !== picture.of || told.revision > picture.revision + 1) return 'stale';
  if (told.revision <= picture.revision) return picture;
  return {
    of: picture.of,
    revision: told.revision,
    timers: changed(picture.timers, told.timers),
    notes: changed(picture.notes, told.notes),
    lists: told.items === undefined ? picture.lists : inLists(changed(itemsOf(picture), told.items)),
    facts: changed(picture.facts, told.facts),
  };
}

/** A whole that was read before the last change that is known here is older than what is had. */
export const newerPicture = (had: OrganizerPicture, read: OrganizerPicture): OrganizerPicture =>
  had.of === read.of && had.revision > read.revision ? had : read;

const itemsOf = ({ lists }: Organizer): readonly ListItem[] => lists.flatMap(({ items }) => items);

function inLists(items: readonly ListItem[]): Organizer['lists'] {
  const lists = Map.groupBy(items, ({ list }) => list);
  return [...lists].map(([list, own]) => ({ list, items: own }));
}

function sequenceChange<T extends Thing>(
  before: readonly T[],
  after: readonly T[],
): SequenceChange<T> | undefined {
  const places = new Map(before.map(({ id }, at) => [id, at]));
  const unchanged = after.map(thing => {
    const at = places.get(thing.id);
    return at !== undefined && isSame(before[at], thing) ? at : -1;
  });
  const staying = longestRise(unchanged);
  const put = after.flatMap((thing, at) => (staying.has(at) ? [] : [{ at, thing }]));
  const there = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !there.has(id)).map(({ id }) => id);
  return put.length + gone.length === 0 ? undefined : { gone, put };
}

/** As they travel: absent and undefined are one. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Those that may stay where they are: the places of as many values as can be that rise one after the other; what is
 * below 0 is left out. n log n steps (Fredman, Discrete Mathematics 11, 1975).
 */
function longestRise(values: readonly number[]): ReadonlySet<number> {
  /** For each length, the place where a rise of that length ends lowest. */
  const ends: number[] = [];
  const before = new Map<number, number>();
  const valueAt = (place: number | undefined): number => (place === undefined ? -1 : (values[place] ?? -1));
  values.forEach((value, place) => {
    if (value < 0) return;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (valueAt(ends[middle]) < value) low = middle + 1;
      else high = middle;
    }
    const last = ends[low - 1];
    if (last !== undefined) before.set(place, last);
    ends[low] = place;
  });
  const rise = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = before.get(place)) rise.add(place);
  return rise;
}

function changed<T extends Thing>(things: readonly T[], change: SequenceChange<T> | undefined): readonly T[] {
  if (change === undefined) return things;
  const away = new Set([...change.gone, ...change.put.map(({ thing }) => thing.id)]);
  const staying = things.filter(({ id }) => !away.has(id));
  const next: T[] = [];
  let taken = 0;
  for (const { at, thing } of change.put) {
    const upTo = taken + Math.max(0, at - next.length);
    next.push(...staying.slice(taken, upTo), thing);
    taken = Math.min(upTo, staying.length);
  }
  return [...next, ...staying.slice(taken)];
}
