/** A turn as the window sees it: sent, accepted, streamed, ended; stopped, queued, refused, branched. */
import { expect, test } from 'vitest';
import { maxTurnLength } from '../../src-preload/contract.ts';
import { message, openWindow, refusal, settled } from './fake-core.ts';

const answer = (id: string, parentId: string, text = '') =>
  message(id, parentId, { role: 'assistant', status: 'streaming', text, turnId: 't1' });
const delta = (offset: number, text: string, answerId = 'a1') => ({ turnId: 't1', answerId, offset, text });

test('words are shown as on their way until the core has them on disk, then once in the conversation', async () => {
  const { core, store, actions, texts } = await openWindow();
  let acceptNow: () => void = () => undefined;
  core.answer('turn.ask', async ({ turnId }) => {
    await new Promise<void>(resolve => {
      acceptNow = resolve;
    });
    core.emit('turn.accepted', { turnId, message: message('u1', null, { text: 'hello', turnId }) });
    return { turnId, queued: false, messageId: 'u1' };
  });
  expect(actions.send('hello')).toBe(true);
  expect(store.getState().outbox.map(one => one.text)).toEqual(['hello']);
  expect(texts()).toEqual([]);
  acceptNow();
  await settled();
  expect(store.getState().outbox).toEqual([]);
  expect(texts()).toEqual(['hello']);
});

test('a refused message stays with its reason, can be sent again with the same turn, or taken back', async () => {
  const { core, store, actions } = await openWindow();
  core.answer('turn.ask', () => {
    throw refusal('input.rate');
  });
  actions.send('hello');
  await settled();
  const refused = store.getState().outbox[0];
  expect(refused?.error?.message).toBe('message of input.rate');
  await actions.resend(refused?.turnId ?? '');
  const turnIds = core.calls
    .filter(call => call.name === 'turn.ask')
    .map(call => (call.input as { turnId: string }).turnId);
  expect(turnIds).toEqual([refused?.turnId, refused?.turnId]);
  actions.takeBack(refused?.turnId ?? '');
  expect(store.getState().outbox).toEqual([]);
  expect(store.getState().drafts.get('c1')).toBe('hello');
});

test('words on their way while the profile changes never reach the other profile', async () => {
  const { core, store, actions } = await openWindow();
  core.answer('turn.ask', ({ profileId }) => {
    expect(profileId).toBe('p1');
    throw refusal('input.other-profile');
  });
  actions.send('hello');
  await settled();
  expect(store.getState().drafts.get('c1')).toBe('hello');
  expect(store.getState().toasts).toHaveLength(1);
});

test('nothing is sent when there is nothing to say or too much', async () => {
  const { core, actions } = await openWindow();
  expect(actions.send('  \n ')).toBe(false);
  expect(actions.send('x'.repeat(maxTurnLength + 1))).toBe(false);
  expect(core.count('turn.ask')).toBe(0);
});

test('pieces are shown at most once a frame, and a repeated piece once', async () => {
  const { core, around, store, texts } = await openWindow([message('u1', null)]);
  core.emit('turn.thinking', { turnId: 't1', answer: answer('a1', 'u1') });
  let changes = 0;
  store.subscribe(() => changes++);
  for (const piece of [delta(0, 'Bon'), delta(3, 'jour'), delta(3, 'jour'), delta(0, 'Bonjour')]) {
    core.emit('turn.delta', piece);
  }
  expect(around.framesAsked).toBe(1);
  expect(changes).toBe(0);
  around.drawFrame();
  expect(texts().at(-1)).toBe('Bonjour');
  expect(store.getState().running.get('c1')?.state).toBe('speaking');
});

test('the end brings what was not drawn yet and closes the turn', async () => {
  const { core, store, texts } = await openWindow([message('u1', null)]);
  core.emit('turn.thinking', { turnId: 't1', answer: answer('a1', 'u1') });
  core.emit('turn.delta', delta(0, 'Bon'));
  core.emit('turn.ended', {
    turnId: 't1',
    message: { ...answer('a1', 'u1', 'Bonjour'), status: 'complete' },
  });
  expect(texts()).toEqual(['text of u1', 'Bonjour']);
  expect(store.getState().running.size).toBe(0);
  core.emit('turn.delta', delta(7, ' encore'));
  expect(texts().at(-1)).toBe('Bonjour');
});

test('a missing piece makes the window take the conversation anew', async () => {
  const { core, around, texts } = await openWindow([message('u1', null)]);
  core.emit('turn.thinking', { turnId: 't1', answer: answer('a1', 'u1') });
  core.answer('conversation.open', () => ({
    conversation: { id: 'c1', title: '', createdAtMs: 0, updatedAtMs: 0, messageCount: 2 },
    messages: [message('u1', null), answer('a1', 'u1', 'Bonjour à')],
    hasEarlier: false,
    queued: [],
  }));
  core.emit('turn.delta', delta(7, ' à'));
  around.drawFrame();
  core.emit('turn.delta', delta(9, ' tous'));
  around.drawFrame();
  await settled();
  expect(texts().at(-1)).toBe('Bonjour à tous');
});

test('what happens while a conversation is being opened is not lost', async () => {
  const { core, actions, texts } = await openWindow();
  let answerOpening: () => void = () => undefined;
  const opened = new Promise<void>(resolve => {
    answerOpening = resolve;
  });
  core.answer('conversation.open', async () => {
    await opened;
    return {
      conversation: { id: 'c2', title: '', createdAtMs: 0, updatedAtMs: 0, messageCount: 1 },
      messages: [message('u1', null, { conversationId: 'c2' })],
      hasEarlier: false,
      queued: [],
    };
  });
  const opening = actions.openConversation('c2');
  core.emit('turn.thinking', {
    turnId: 't1',
    answer: { ...answer('a1', 'u1', 'Oui'), conversationId: 'c2' },
  });
  answerOpening();
  await opening;
  expect(texts()).toEqual(['text of u1', 'Oui']);
});

test('an edited message replaces the branch after its parent; the end of the old answer does not bring it back', async () => {
  const start = [
    message('u1', null),
    answer('a1', 'u1', 'first'),
    message('u2', 'a1'),
    answer('a2', 'u2', 'second'),
  ];
  const { core, actions, store, texts } = await openWindow(start);
  core.answer('turn.ask', ({ turnId, edits, text }) => {
    expect(edits).toBe('u2');
    core.emit('turn.accepted', { turnId, message: message('u3', 'a1', { text, siblingIds: ['u2', 'u3'] }) });
    return { turnId, queued: false };
  });
  actions.edit('u2');
  expect(actions.submitEdit('u2', 'better words')).toBe(true);
  await settled();
  expect(texts()).toEqual(['text of u1', 'first', 'better words']);
  expect(store.getState().editing).toBeUndefined();
  core.emit('turn.ended', { turnId: 't1', message: { ...answer('a2', 'u2', 'second'), status: 'stopped' } });
  expect(texts()).toEqual(['text of u1', 'first', 'better words']);
});

test('an answer that ends on a branch that was left stays away', async () => {
  const { core, texts } = await openWindow([message('u1', null), answer('a1', 'u1', 'old')]);
  core.emit('turn.ended', { turnId: 't2', message: { ...answer('a9', 'u1', 'new'), status: 'complete' } });
  expect(texts()).toEqual(['text of u1', 'old']);
});

test('a message sent during an answer waits, can be cancelled, and leaves the queue when accepted', async () => {
  const { core, actions, store } = await openWindow([message('u1', null)]);
  const turn = { conversationId: 'c1', text: 'later', origin: 'typed', queuedAtMs: 0 } as const;
  core.emit('turn.queued', { ...turn, turnId: 'q1' });
  core.emit('turn.queued', { ...turn, turnId: 'q1' });
  core.emit('turn.queued', { ...turn, turnId: 'q2' });
  expect(store.getState().open.queued.map(one => one.turnId)).toEqual(['q1', 'q2']);
  core.answer('turn.cancelQueued', ({ turnId }) => {
    core.emit('turn.unqueued', { turnId, conversationId: 'c1' });
    return { cancelled: true };
  });
  await actions.cancelQueued('q1');
  core.emit('turn.accepted', { turnId: 'q2', message: message('u2', 'u1', { turnId: 'q2' }) });
  expect(store.getState().open.queued).toEqual([]);
});

test('stop names the running turn of the open conversation only', async () => {
  const { core, actions } = await openWindow([message('u1', null)]);
  core.answer('turn.stop', () => ({}));
  expect(actions.stop()).toBe(false);
  core.emit('turn.thinking', { turnId: 't1', answer: answer('a1', 'u1') });
  expect(actions.stop()).toBe(true);
  expect(core.calls.at(-1)).toEqual({ name: 'turn.stop', input: { turnId: 't1' } });
});
