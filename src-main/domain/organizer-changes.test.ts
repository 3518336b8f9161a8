/** What is told of a change leads from one picture to the next, whatever changed, and is no larger than it has to be. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ListItem } from './organizer.ts';
import {
  afterChange,
  changeBetween,
  newerPicture,
  type Organizer,
  type OrganizerPicture,
  type ToldChange,
} from './organizer-changes.ts';

const nothing: Organizer = { timers: [], notes: [], lists: [], facts: [] };
const pictureOf = (organizer: Organizer, revision = 0): OrganizerPicture => ({
  ...organizer,
  of: 'o',
  revision,
});
const listsOf = (items: readonly ListItem[]): Organizer['lists'] =>
  [...Map.groupBy(items, ({ list }) => list)].map(([list, own]) => ({ list, items: own }));

/** Few ids and texts: what matters is that the same one comes back elsewhere, or changed. */
const id = fc.integer({ min: 0, max: 11 }).map(number => `i${number}`);
const text = fc.constantFrom('lait', 'pain', '');
const atMs = fc.integer({ min: 0, max: 3 });
const each = <T extends { readonly id: string }>(thing: fc.Arbitrary<T>) =>
  fc.uniqueArray(thing, { selector: one => one.id, maxLength: 10 });
const organizer: fc.Arbitrary<Organizer> = fc.record({
  timers: each(
    fc.record(
      {
        id,
        kind: fc.constantFrom('timer' as const, 'reminder' as const),
        label: text,
        setAtMs: atMs,
        dueAtMs: atMs,
        rangAtMs: atMs,
      },
      { requiredKeys: ['id', 'kind', 'label', 'setAtMs', 'dueAtMs'] },
    ),
  ),
  notes: each(fc.record({ id, text, createdAtMs: atMs })),
  lists: each(
    fc.record({ id, list: fc.constantFrom('shopping', 'todo', 'idées'), text, createdAtMs: atMs }),
  ).map(listsOf),
  facts: each(
    fc.record({ id, text, language: fc.constantFrom('fr' as const, 'en' as const), createdAtMs: atMs }),
  ),
});

/** As it arrives. */
const travelled = (told: ToldChange): ToldChange => JSON.parse(JSON.stringify(told)) as ToldChange;

function toldOf(pictures: readonly Organizer[]): readonly ToldChange[] {
  let revision = 0;
  return pictures.flatMap((picture, at) => {
    const change = changeBetween(pictures[at - 1] ?? nothing, picture);
    return change === undefined ? [] : [travelled({ of: 'o', revision: ++revision, ...change })];
  });
}

describe('what is told of a change', () => {
  test('gives the same as the whole, after any row of changes', () => {
    fc.assert(
      fc.property(fc.array(organizer, { minLength: 1, maxLength: 6 }), pictures => {
        let picture = pictureOf(nothing);
        for (const told of toldOf(pictures)) {
          const next = afterChange(picture, told);
          expect(next).not.toBe('stale');
          picture = next as OrganizerPicture;
        }
        const { of: _of, revision: _revision, ...followed } = picture;
        expect(followed).toEqual(pictures.at(-1));
      }),
    );
  });

  test('told twice changes nothing more, and what is missing in between is noticed', () => {
    fc.assert(
      fc.property(fc.array(organizer, { minLength: 2, maxLength: 5 }), fc.nat(), (pictures, which) => {
        const all = toldOf(pictures);
        fc.pre(all.length > 1);
        const left = which % (all.length - 1);
        let picture = pictureOf(nothing);
        for (const told of all.slice(0, left)) picture = afterChange(picture, told) as OrganizerPicture;
        const [lost, next] = all.slice(left) as [ToldChange, ToldChange];
        expect(afterChange(picture, next)).toBe('stale');
        picture = afterChange(picture, lost) as OrganizerPicture;
        for (const told of all.slice(0, left + 1)) expect(afterChange(picture, told)).toBe(picture);
      }),
    );
  });

  test('names one thing where one thing changed, however many there are', () => {
    const note = (number: number) => ({ id: `n${number}`, text: `note ${number}`, createdAtMs: number });
    const notes = Array.from({ length: 1000 }, (_, at) => note(at));
    const size = (after: readonly ReturnType<typeof note>[]): number =>
      JSON.stringify(changeBetween({ ...nothing, notes }, { ...nothing, notes: after })).length;
    const [first] = notes;
    expect(size([note(5000), ...notes])).toBeLessThan(150);
    expect(size(notes.slice(1))).toBeLessThan(150);
    expect(size(notes.map(one => (one === notes[500] ? { ...one, text: 'autre' } : one)))).toBeLessThan(150);
    // One that moved past all others is told, not all others.
    expect(size([...notes.slice(1), first ?? note(0)])).toBeLessThan(150);
    expect(changeBetween({ ...nothing, notes }, { ...nothing, notes: [...notes] })).toBeUndefined();
  });

  test('of another organizer is not followed', () => {
    const told = { of: 'other', revision: 1, notes: { gone: [], put: [] } };
    expect(afterChange(pictureOf(nothing), told)).toBe('stale');
  });
});

test('a whole that is older than what is had is not taken, one of another organizer is', () => {
  const had = pictureOf(nothing, 4);
  expect(newerPicture(had, pictureOf(nothing, 3))).toBe(had);
  const newer = pictureOf(nothing, 5);
  expect(newerPicture(had, newer)).toBe(newer);
  const other = { ...pictureOf(nothing, 1), of: 'other' };
  expect(newerPicture(had, other)).toBe(other);
});
