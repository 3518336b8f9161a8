/** What is done by hand in the room of what is under way, and what runs, however it is told of. */
import { describe, expect, it } from 'vitest';
import type { Catalogue } from './contract-types.ts';
import { openWindow, refusal } from './fake-core.ts';
import { finishedBetween, runningWorks } from './running-works.ts';

const next = { of: 'organizer', revision: 1 };
const note = { id: 'n1', text: 'le code est 12', createdAtMs: 5 };
const model = (state: Catalogue['models'][number]['state'], doneBytes = 0): Catalogue => ({
  models: [
    {
      ...{ id: 'ears', name: 'Ears', purpose: 'recognition', engine: 'whisper', licence: 'MIT', state },
      ...{ languages: ['fr'], memoryMb: 1, about: { fr: '', en: '' }, totalBytes: 10, doneBytes },
      ...{ isExact: true, isVerified: true, isRecommended: true, isInUse: false, damaged: [] },
    },
  ],
  ready: { ids: ['ears'], downloadBytes: 10, secondsLeft: 1, isSpeedMeasured: false },
  machine: { memoryBytes: 1, cores: 1, freeDiskBytes: 1, languages: ['fr'] },
});

describe('what was deleted', () => {
  it('is brought back by undo, with its own id and time', async () => {
    const { core, store, actions } = await openWindow();
    core.emit('organizer.changed', { ...next, notes: { gone: [], put: [{ at: 0, thing: note }] } });
    core.answer('note.delete', () => ({}));
    core.answer('note.add', () => ({}));
    expect(await actions.deleteNote('n1')).toBe(true);
    const [toast] = store.getState().toasts;
    expect(toast?.text).toEqual({ kind: 'removed', what: 'note', name: note.text });
    await actions.bringBack(toast?.id ?? '');
    expect(core.calls.at(-1)).toEqual({ name: 'note.add', input: note });
    expect(store.getState().toasts).toEqual([]);
  });

  it('is not said to be gone when it was refused', async () => {
    const { core, store, actions } = await openWindow();
    core.emit('organizer.changed', { ...next, notes: { gone: [], put: [{ at: 0, thing: note }] } });
    core.answer('note.delete', () => {
      throw refusal('input.not-found');
    });
    expect(await actions.deleteNote('n1')).toBe(false);
    expect(store.getState().toasts.map(({ text }) => text.kind)).toEqual(['error']);
  });

  it('a timer counts on from where it was', async () => {
    const { core, store, actions, around } = await openWindow();
    const due = around.nowMs() + 90_000;
    const timer = { id: 't1', kind: 'timer' as const, label: 'thé', setAtMs: 0, dueAtMs: due };
    core.emit('organizer.changed', { ...next, timers: { gone: [], put: [{ at: 0, thing: timer }] } });
    core.answer('timer.cancel', () => ({}));
    core.answer('timer.add', () => ({}));
    await actions.cancelTimer('t1');
    await actions.bringBack(store.getState().toasts[0]?.id ?? '');
    expect(core.calls.at(-1)).toEqual({
      name: 'timer.add',
      input: { id: 't1', label: 'thé', forMs: 90_000 },
    });
  });
});

describe('what runs in the background', () => {
  it('is one list, with what can be ordered of each', async () => {
    const { core, store, actions } = await openWindow();
    expect(runningWorks(store.getState())).toEqual([]);
    core.emit('catalogue.changed', model('downloading', 4));
    core.emit('knowledge.changed', {
      ...{ waiting: 3, indexed: 1, failed: 0, passages: 9, isPaused: true, isLooking: false },
    });
    core.answer('work.list', () => ({
      isConsolidating: true,
      embedding: { model: 'onnx', done: 5, total: 20 },
    }));
    await actions.loadWorks();
    expect(runningWorks(store.getState())).toMatchObject([
      {
        kind: 'download',
        name: 'Ears',
        state: 'running',
        orders: ['pause', 'cancel'],
        progress: { done: 4 },
      },
      { kind: 'documents', state: 'paused', orders: ['resume'], progress: { done: 1, total: 4 } },
      { kind: 'embedding', orders: [], progress: { done: 5, total: 20 } },
      { kind: 'consolidation', orders: ['cancel'] },
    ]);
  });

  it('is kept as finished when it ended well, and not when it was given up', async () => {
    const { core, store } = await openWindow();
    core.emit('catalogue.changed', model('downloading'));
    core.emit('catalogue.changed', model('absent'));
    expect(store.getState().now.finished).toEqual([]);
    core.emit('catalogue.changed', model('downloading'));
    core.emit('catalogue.changed', model('installed'));
    expect(store.getState().now.finished).toMatchObject([{ kind: 'download', name: 'Ears' }]);
    const now = store.getState();
    expect(finishedBetween(now, now)).toEqual([]);
  });
});
