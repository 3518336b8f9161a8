/** Walking from turn to turn, reading aloud, pins, forks and pictures, as the window's state sees them. */
import { expect, test } from 'vitest';
import { message, openWindow, refusal, settled } from './fake-core.ts';

const three = [
  message('u1', null, { text: 'one' }),
  message('a1', 'u1', { role: 'assistant', text: 'un' }),
  message('u2', 'a1', { text: 'two' }),
];
const file = (type = 'image/png', size = 8) => ({ name: 'view.png', type, size }) as File;

test('walks from the last turn up, and stops at the first and the last', async () => {
  const { store, actions } = await openWindow(three);
  const wanted = (step: 1 | -1) => {
    actions.walkTurns(step);
    const { messageId } = store.getState().turnWanted ?? {};
    actions.turnFocused(messageId);
    return messageId;
  };
  expect([wanted(-1), wanted(-1), wanted(-1), wanted(-1)]).toEqual(['u2', 'a1', 'u1', 'u1']);
  expect([wanted(1), wanted(1), wanted(1)]).toEqual(['a1', 'u2', 'u2']);
  actions.turnFocused(undefined);
  expect(store.getState()).not.toHaveProperty('turnAt');
});

test('a reading lasts until the core tells its end, or refuses it', async () => {
  const { core, store, actions } = await openWindow(three);
  core.answer('voice.read', () => ({}));
  await actions.readAloud('a1', 4);
  const reading = store.getState().reading;
  expect(reading?.messageId).toBe('a1');
  expect(core.calls.at(-1)).toMatchObject({ name: 'voice.read', input: { messageId: 'a1', from: 4 } });
  core.emit('voice.speaking', { turnId: 'another', state: 'ended' });
  expect(store.getState().reading).toEqual(reading);
  core.emit('voice.speaking', { turnId: reading?.id ?? '', state: 'ended' });
  expect(store.getState()).not.toHaveProperty('reading');
  core.answer('voice.read', () => {
    throw refusal('input.not-found');
  });
  await actions.readAloud('a1');
  expect(store.getState()).not.toHaveProperty('reading');
  expect(store.getState().toasts).toHaveLength(1);
});

test('what is measured of an answer comes to it, shown or not', async () => {
  const { core, store } = await openWindow(three);
  const timeline = { zero: 'asked', firstWordMs: 80 } as const;
  const timed = { turnId: 't', conversationId: 'c1', timeline };
  core.emit('turn.timed', { ...timed, answerId: 'a1' });
  core.emit('turn.timed', { ...timed, answerId: 'unknown' });
  expect(store.getState().open.messages.get('a1')?.timeline).toEqual(timeline);
  expect(store.getState().open.order).toEqual(['u1', 'a1', 'u2']);
});

test('pictures wait with the conversation they were given to, and go once, with its next words', async () => {
  const { core, store, actions } = await openWindow(three);
  core.answer('turn.ask', ({ turnId }) => ({ turnId, queued: false }));
  await actions.addImages([file(), file('image/webp')]);
  expect(store.getState().attachments.get('c1')).toHaveLength(2);
  actions.removeImage(store.getState().attachments.get('c1')?.[0]?.id ?? '');
  actions.send('what is this?');
  await settled();
  const asked = () => core.calls.filter(({ name }) => name === 'turn.ask').at(-1)?.input;
  expect(asked()).toMatchObject({ text: 'what is this?', images: [{ base64: expect.any(String) }] });
  expect(store.getState().attachments.size).toBe(0);
  actions.send('and now?');
  await settled();
  expect(asked()).not.toHaveProperty('images');
});

test('no more than four pictures wait, and none that cannot be read', async () => {
  const { around, store, actions } = await openWindow(three);
  await actions.addImages([file(), file(), file(), file(), file()]);
  expect(store.getState().attachments.get('c1')).toHaveLength(4);
  expect(store.getState().toasts.at(-1)?.text).toEqual({ kind: 'too-many-images' });
  for (const { id } of store.getState().attachments.get('c1') ?? []) actions.removeImage(id);
  around.readImage = async () => {
    throw new Error('no picture');
  };
  await actions.addImages([file()]);
  expect(store.getState().attachments.size).toBe(0);
  expect(store.getState().toasts.at(-1)?.text).toEqual({ kind: 'not-an-image', name: 'view.png' });
});
