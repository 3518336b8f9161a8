/** What the window knows of new versions, whoever ordered something. */
import { expect, it } from 'vitest';
import type { UpdateStatus } from './contract-types.ts';
import { openWindow, refusal } from './fake-core.ts';

const status: UpdateStatus = {
  version: '1.0.0',
  settings: { mode: 'off', channel: 'stable', atNight: true, onMetered: false },
  step: 'idle',
  isConfigured: true,
};

it('shows what was found, and what happens elsewhere', async () => {
  const { core, store, actions } = await openWindow();
  core.answer('update.check', () => ({ ...status, nothing: 'same' }));
  await actions.checkForUpdate();
  expect(store.getState().system.updates).toMatchObject({ step: 'idle', nothing: 'same' });
  core.emit('update.changed', { ...status, step: 'downloading', doneBytes: 5 });
  expect(store.getState().system.updates).toMatchObject({ step: 'downloading', doneBytes: 5 });
});

it('says in the room why an order could not be carried out, and keeps what it knew', async () => {
  const { core, store, actions } = await openWindow();
  core.emit('update.changed', status);
  core.answer('update.install', () => {
    throw refusal('update.busy');
  });
  await actions.installUpdate();
  expect(store.getState().system).toMatchObject({ updates: status, error: { code: 'update.busy' } });
});

it('tells the core once that the person read how the program went back', async () => {
  const { core, store, actions } = await openWindow();
  core.answer('update.acknowledge', () => status);
  store.setState({ warnings: ['secrets-in-file', 'update-went-back'] });
  actions.dismissWarning('secrets-in-file');
  actions.dismissWarning('update-went-back');
  expect(store.getState().warnings).toEqual([]);
  expect(core.calls.filter(({ name }) => name === 'update.acknowledge')).toHaveLength(1);
});
