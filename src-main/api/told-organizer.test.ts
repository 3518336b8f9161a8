/** A window that hears what changed, over a line that breaks and loses events, has what the core keeps. */
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../../src-preload/connect.ts';
import { followOrganizer } from '../../src-preload/follow-organizer.ts';
import { createWirePair } from '../../src-preload/memory-wire.ts';
import type { Wire } from '../../src-preload/wire.ts';
import { openVolatileStore, type VolatileStore } from '../adapters/store/open-volatile-store.ts';
import { newerPicture, type OrganizerPicture } from '../domain/organizer-changes.ts';
import { systemClock } from '../host/system-clock.ts';
import type { OrganizerStore } from '../ports/organizer-store.ts';
import { EventLog } from './event-log.ts';
import { tellOrganizer } from './told-organizer.ts';
import { createWireServer } from './wire-session.ts';
import { recordingHandlers } from './wire-session-fixture.ts';

const settled = () => new Promise(resolve => setImmediate(resolve));
const unknown: OrganizerPicture = { of: '?', revision: 0, timers: [], notes: [], lists: [], facts: [] };

let store: VolatileStore;
beforeEach(() => {
  store = openVolatileStore({ clock: systemClock });
});
afterEach(() => store.close());

/** `keptEvents`: how many a client that comes back can still be sent. */
function setUp(organizer: OrganizerStore, keptEvents: number) {
  const log = new EventLog({ validate: true, maxEvents: keptEvents });
  const told = tellOrganizer(organizer, (name, data) => void log.publish(name, data));
  const wholes: string[] = [];
  const core = createWireServer({
    handlers: recordingHandlers([], {
      'organizer.get': () => {
        wholes.push('asked');
        return told.picture();
      },
    }),
    log,
    language: () => 'fr',
    monotonicMs: () => 0,
  });
  const waiting = new Set<() => void>();
  let line: Wire | undefined;
  let picture = unknown;
  const failures: unknown[] = [];
  const client = connect(
    async () => {
      const [near, far] = createWirePair();
      core.serveWire(far);
      line = near;
      return near;
    },
    {
      clientId: 'window',
      backoff: () => 1,
      after: (delayMs, action) => {
        // Only what waits to connect again is ever run.
        if (delayMs === 1) waiting.add(action);
        return () => void waiting.delete(action);
      },
    },
  );
  const kept = {
    current: () => picture,
    show: (next: OrganizerPicture) => {
      picture = next;
    },
    failed: (error: unknown) => void failures.push(error),
  };
  followOrganizer(client, kept);
  const takeWhole = async (): Promise<void> =>
    kept.show(newerPicture(picture, await client.call('organizer.get', {})));
  client.onResync(() => void takeWhole().catch(kept.failed));
  return {
    ...{ told, wholes, failures, takeWhole, close: () => client.close() },
    picture: () => picture,
    cut: () => line?.close(),
    heal: async () => {
      await settled();
      for (const action of [...waiting]) {
        waiting.delete(action);
        action();
      }
      await settled();
    },
  };
}

type Step =
  | { readonly do: 'tell' | 'cut' | 'heal' | 'wait' }
  | {
      readonly do: 'note' | 'item' | 'timer' | 'fact' | 'edit' | 'move' | 'rang' | 'dismiss' | 'delete';
      readonly id: string;
      readonly number: number;
    };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('tell', 'cut', 'heal', 'wait') }) },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constantFrom('note', 'item', 'timer', 'fact', 'edit', 'move', 'rang', 'dismiss', 'delete'),
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        number: fc.integer({ min: 1, max: 9 }),
      }),
    },
  ) as fc.Arbitrary<Step>,
  { maxLength: 40 },
);

/** What is not there cannot be edited, moved or put away, and that is no fault here. */
async function change(organizer: OrganizerStore, step: Extract<Step, { id: string }>): Promise<void> {
  const { id, number } = step;
  const has = async (things: Promise<readonly { readonly id: string }[]>): Promise<boolean> =>
    (await things).some(one => one.id === id);
  if (step.do === 'note') await organizer.addNote({ id, text: `note ${number}`, createdAtMs: number });
  if (step.do === 'item')
    await organizer.addListItems([
      { id, list: number < 5 ? 'shopping' : 'todo', text: `item ${number}`, createdAtMs: number },
    ]);
  if (step.do === 'timer')
    await organizer.addTimer({ id, kind: 'timer', label: `${number}`, setAtMs: 0, dueAtMs: number });
  if (step.do === 'fact')
    await organizer.addFact({ id, text: `fact ${number}`, language: 'fr', createdAtMs: number });
  if (step.do === 'edit' && (await has(organizer.listNotes())))
    await organizer.editNote(id, `anew ${number}`);
  if (step.do === 'move' && (await has(organizer.listTimers()))) await organizer.moveTimer(id, number);
  if (step.do === 'rang' && (await has(organizer.listTimers()))) await organizer.markRang(id, number);
  if (step.do === 'dismiss' && (await has(organizer.listTimers()))) await organizer.dismissTimer(id, number);
  if (step.do === 'delete') {
    await organizer.deleteNote(id);
    await organizer.deleteListItem(id);
    if (number > 5) await organizer.deleteFact(id);
  }
}

test('whatever changes, and wherever the line breaks, the window has the whole in the end', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 6 }), async (row, keptEvents) => {
      const own = openVolatileStore({ clock: systemClock });
      const stage = setUp(own.organizer, keptEvents);
      try {
        await stage.takeWhole();
        for (const step of row) {
          if ('id' in step) await change(own.organizer, step);
          else if (step.do === 'tell') await stage.told.tell();
          else if (step.do === 'cut') stage.cut();
          else if (step.do === 'heal') await stage.heal();
          else await settled();
        }
        stage.cut();
        await stage.heal();
        await stage.told.tell();
        await settled();
        expect(stage.picture()).toEqual(await stage.told.picture());
        expect(stage.failures).toEqual([]);
      } finally {
        stage.close();
        own.close();
      }
    }),
    { numRuns: 60 },
  );
});

test('what changed is told, not the whole, and a line that was only late asks for nothing', async () => {
  const { organizer } = store;
  for (let at = 0; at < 200; at += 1)
    await organizer.addNote({ id: `n${at}`, text: `note ${at}`, createdAtMs: at });
  const stage = setUp(organizer, 100);
  await stage.takeWhole();
  expect(stage.wholes).toHaveLength(1);
  await organizer.addNote({ id: 'new', text: 'une de plus', createdAtMs: 999 });
  await stage.told.tell();
  await settled();
  expect(stage.picture().notes).toHaveLength(201);
  stage.cut();
  await settled();
  await organizer.deleteNote('n7');
  await stage.told.tell();
  await organizer.editNote('n8', 'autrement');
  await stage.told.tell();
  await stage.heal();
  expect(stage.picture()).toEqual(await stage.told.picture());
  expect(stage.picture().notes.find(({ id }) => id === 'n8')?.text).toBe('autrement');
  expect(stage.wholes).toHaveLength(1);
  stage.close();
});

test('nothing is told where nothing changed', async () => {
  const names: string[] = [];
  const told = tellOrganizer(store.organizer, name => void names.push(name));
  await store.organizer.addNote({ id: 'n', text: 'x', createdAtMs: 1 });
  await told.tell();
  await told.tell();
  await told.picture();
  expect(names).toEqual(['organizer.changed']);
});
