/** The quick window follows what another window hears, and goes when that is over. */
import { expect, test } from 'vitest';
import { message, openWindow, settled } from './fake-core.ts';

async function following(isUsed = false) {
  const window = await openWindow();
  window.core.answer('shell.hideQuick', () => ({}));
  window.core.answer('voice.drop', () => ({}));
  window.actions.followCapture('main-1', () => isUsed);
  return window;
}
const state = (captureId: string, now: 'hearing' | 'speaking' | 'armed') => ({ captureId, state: now });

test('its words and its state are shown, those of another are not', async () => {
  const { core, store } = await following();
  core.emit('voice.caption', { captureId: 'other', text: 'no', isFinal: false });
  core.emit('voice.state', state('other', 'speaking'));
  expect(store.getState().voice).toMatchObject({ state: 'listening', caption: '' });
  core.emit('voice.caption', { captureId: 'main-1', text: 'what time', isFinal: false });
  core.emit('voice.state', state('main-1', 'hearing'));
  expect(store.getState().voice).toMatchObject({ state: 'hearing', caption: 'what time' });
});

test('the conversation of what was said is opened', async () => {
  const { core } = await following();
  const opened: string[] = [];
  core.answer('conversation.open', ({ id }) => {
    opened.push(id);
    throw new Error('not asked further');
  });
  const said = message('u1', null, { conversationId: 'spoken', origin: 'spoken' });
  core.emit('turn.accepted', { turnId: 't1', message: said });
  await settled();
  expect(opened).toEqual(['spoken']);
});

test.each([
  [false, 1],
  [true, 0],
])('once it waits for the name again the window goes, unless it is used (%s)', async (isUsed, hidden) => {
  const { core, store, around } = await following(isUsed);
  core.emit('voice.state', state('main-1', 'speaking'));
  core.emit('voice.state', state('main-1', 'armed'));
  expect(store.getState().voice.state).toBe('idle');
  await around.pass(9_000);
  expect(core.count('shell.hideQuick')).toBe(0);
  await around.pass(2_000);
  expect(core.count('shell.hideQuick')).toBe(hidden);
});

test('what was not meant is dropped, and followed no longer', async () => {
  const { core, store, actions } = await following();
  expect(actions.unfollow()).toBe(true);
  expect(core.count('voice.drop')).toBe(1);
  core.emit('voice.state', state('main-1', 'hearing'));
  expect(store.getState().voice.state).toBe('idle');
  expect(actions.unfollow()).toBe(false);
});
