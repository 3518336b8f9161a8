/** The window's picture of the models follows the core, and what goes wrong stands where it was asked for. */
import { describe, expect, it } from 'vitest';
import type { Catalogue } from './contract-types.ts';
import { openWindow, refusal } from './fake-core.ts';

const picture = (state: Catalogue['models'][number]['state']): Catalogue => ({
  models: [
    {
      ...{ id: 'ears', name: 'Ears', purpose: 'recognition', engine: 'whisper', licence: 'MIT', state },
      ...{ languages: ['fr'], memoryMb: 1, about: { fr: '', en: '' }, totalBytes: 10, doneBytes: 0 },
      ...{ isExact: true, isVerified: true, isRecommended: true, isInUse: false, damaged: [] },
    },
  ],
  ready: { ids: ['ears'], downloadBytes: 10, secondsLeft: 1, isSpeedMeasured: false },
  machine: { memoryBytes: 1, cores: 1, freeDiskBytes: 1, languages: ['fr'] },
});

describe('the models', () => {
  it('are asked for when they are to be seen, never before', async () => {
    const { core, store, actions } = await openWindow();
    expect(core.calls.some(({ name }) => name.startsWith('catalogue.'))).toBe(false);
    core.answer('catalogue.get', () => picture('absent'));
    await actions.loadCatalogue();
    expect(store.getState().catalogue.picture?.models[0]?.state).toBe('absent');
  });

  it('show how far they are, and forget it when they are there', async () => {
    const { core, store, actions } = await openWindow();
    core.answer('catalogue.getReady', () => picture('downloading'));
    await actions.getReady();
    core.emit('catalogue.progress', { id: 'ears', doneBytes: 5, totalBytes: 10, secondsLeft: 3 });
    expect(store.getState().catalogue.progress.get('ears')).toMatchObject({ doneBytes: 5, secondsLeft: 3 });
    core.emit('catalogue.changed', picture('installed'));
    expect(store.getState().catalogue.progress.size).toBe(0);
    expect(store.getState().catalogue.picture?.models[0]?.state).toBe('installed');
  });

  it('tell a refusal in place, and no longer after the next order', async () => {
    const { core, store, actions } = await openWindow();
    core.answer('catalogue.delete', () => {
      throw refusal('model.not-installed');
    });
    await actions.deleteModel('ears');
    expect(store.getState().catalogue.error?.code).toBe('model.not-installed');
    expect(store.getState().toasts).toEqual([]);
    core.answer('catalogue.download', () => picture('waiting'));
    await actions.downloadModel('ears');
    expect(store.getState().catalogue.error).toBeUndefined();
  });

  it('say what an import and a check found', async () => {
    const { core, store, actions } = await openWindow();
    core.answer('catalogue.import', ({ path }) => ({
      installed: [path],
      incomplete: [{ id: 'mouth', missing: ['a.onnx'] }],
      added: ['mine'],
    }));
    await actions.importModels('/stick');
    expect(store.getState().catalogue.done).toEqual({
      kind: 'imported',
      names: ['/stick', 'mine'],
      missing: ['mouth: a.onnx'],
    });
    core.answer('catalogue.verify', () => ({
      checked: ['ears', 'mouth'],
      damaged: [{ id: 'mouth', paths: ['b'] }],
    }));
    await actions.verifyModels();
    expect(store.getState().catalogue).toMatchObject({
      isReading: false,
      done: { kind: 'verified', names: ['ears'], missing: ['mouth: b'] },
    });
  });
});
