/** What is added, put off and edited by hand lies in the same store as what was said. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../domain/id.ts';
import { SessionFixture } from '../host/session-fixture.ts';
import { systemClock } from '../host/system-clock.ts';
import { organizerHandlers } from './organizer-handlers.ts';
import type { Services } from './services.ts';

let fixture: SessionFixture;
let handlers: ReturnType<typeof organizerHandlers>;
const context = { clientId: 'w', commandId: 'c', sendFrame: () => true, bufferedBytes: () => 0 };
const told = () => fixture.told.filter(({ name }) => name === 'organizer.changed').length;

beforeEach(async () => {
  fixture = new SessionFixture();
  const session = await fixture.open();
  handlers = organizerHandlers({
    clock: systemClock,
    current: () => session,
  } as unknown as Services);
});
afterEach(() => fixture.remove());

const kept = () => handlers['organizer.get']({}, context);

describe('the organizer', () => {
  it('takes timers, reminders, notes and list items by hand, each once', async () => {
    const id = newId();
    await handlers['timer.add']({ id, label: 'pâtes', forMs: 60_000 }, context);
    await handlers['timer.add']({ id, label: 'pâtes', forMs: 60_000 }, context);
    await handlers['reminder.add']({ id: newId(), label: 'Zoé', dueAtMs: Date.now() + 90_000 }, context);
    await handlers['note.add']({ id: newId(), text: ' le code est 12 ' }, context);
    await handlers['listItem.add']({ id: newId(), list: 'shopping', text: 'lait' }, context);
    const { timers, notes, lists } = await kept();
    expect(timers.map(({ kind, label }) => [kind, label])).toEqual([
      ['timer', 'pâtes'],
      ['reminder', 'Zoé'],
    ]);
    expect(notes.map(({ text }) => text)).toEqual(['le code est 12']);
    expect(lists.map(({ list, items }) => [list, items.map(({ text }) => text)])).toEqual([
      ['shopping', ['lait']],
    ]);
    // Added again it is no change.
    expect(told()).toBe(4);
  });

  it('puts a timer off by so much, and one that has rung from now on', async () => {
    const id = newId();
    await handlers['timer.add']({ id, label: '', forMs: 60_000 }, context);
    const [before] = (await kept()).timers;
    await handlers['timer.extend']({ id, byMs: 60_000 }, context);
    expect((await kept()).timers[0]?.dueAtMs).toBe((before?.dueAtMs ?? 0) + 60_000);
    await fixture.session.organizer.markRang(id, Date.now());
    await handlers['timer.extend']({ id, byMs: 300_000 }, context);
    const [after] = (await kept()).timers;
    expect(after?.rangAtMs).toBeUndefined();
    expect(Math.abs((after?.dueAtMs ?? 0) - Date.now() - 300_000)).toBeLessThan(5000);
  });

  it('brings back what was deleted, where it stood', async () => {
    const [one, two] = [newId(), newId()];
    await handlers['listItem.add']({ id: one, list: 'todo', text: 'un', createdAtMs: 1 }, context);
    await handlers['listItem.add']({ id: two, list: 'todo', text: 'deux', createdAtMs: 2 }, context);
    await handlers['listItem.delete']({ id: one }, context);
    await handlers['listItem.add']({ id: one, list: 'todo', text: 'un', createdAtMs: 1 }, context);
    expect((await kept()).lists[0]?.items.map(({ text }) => text)).toEqual(['un', 'deux']);
  });

  it('refuses blanks and what is not there', async () => {
    await expect(handlers['note.add']({ id: newId(), text: '  ' }, context)).rejects.toMatchObject({
      code: 'input.empty',
    });
    for (const refused of [
      handlers['note.edit']({ id: newId(), text: 'x' }, context),
      handlers['timer.extend']({ id: newId(), byMs: 60_000 }, context),
    ])
      await expect(refused).rejects.toMatchObject({ code: 'input.not-found' });
  });
});
