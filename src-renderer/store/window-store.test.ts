/** The window around the conversation: pictures, drafts, search, deletion and its undo, models, preferences. */
import { expect, test } from 'vitest';
import type { SearchHit } from './contract-types.ts';
import { conversation, message, openWindow, profile, refusal, settled } from './fake-core.ts';
import { createWindowStore } from './window-store.ts';

const hit = (conversationId: string, messageId: string): SearchHit => ({
  conversationId,
  conversationTitle: '',
  messageId,
  role: 'user',
  createdAtMs: 0,
  snippet: '',
  marks: [],
});

test('the language is the browser’s until the profile has come', async () => {
  const { store, core, around } = await openWindow();
  expect(store.getState().language).toBe('fr');
  expect(createWindowStore(core, around).store.getState().language).toBe('en');
});

test('the conversation that was open comes back after a reload', async () => {
  const { core, around, actions } = await openWindow();
  core.answer('conversation.open', ({ id }) => ({
    conversation: conversation(id),
    messages: [message('u1', null, { text: `in ${id}` })],
    hasEarlier: false,
    queued: [],
  }));
  await actions.openConversation('c2');
  const again = createWindowStore(core, around);
  await again.actions.start();
  expect(again.store.getState().open.messages.get('u1')?.text).toBe('in c2');
});

test('a conversation that is no longer there is a fresh one', async () => {
  const { core, around } = await openWindow();
  core.answer('conversation.open', () => {
    throw refusal('input.not-found');
  });
  const again = createWindowStore(core, around);
  await again.actions.start();
  expect(again.store.getState().open).toMatchObject({ id: 'c1', state: 'fresh' });
});

test('a new picture is taken when events were lost; what is being read stays in place', async () => {
  const { core, store } = await openWindow([message('u1', null)]);
  core.answer('conversation.open', () => ({
    conversation: conversation('c1'),
    messages: [message('u1', null), message('a1', 'u1', { text: 'new' })],
    hasEarlier: false,
    queued: [],
  }));
  core.loseEvents();
  expect(store.getState().open.order).toEqual(['u1']);
  await settled();
  expect(store.getState().open.order).toEqual(['u1', 'a1']);
});

test('a failed first picture says why, and can be tried again', async () => {
  const { core, around } = await openWindow();
  core.answer('app.snapshot', () => {
    throw refusal('store.locked');
  });
  const again = createWindowStore(core, around);
  await again.actions.start();
  expect(again.store.getState()).toMatchObject({ ready: false, startError: { code: 'store.locked' } });
});

test('the core hears of the first key press of a message, and of none of its words', async () => {
  const { core, actions } = await openWindow();
  for (const text of ['h', 'he', 'hello', '']) actions.setDraft('c1', text);
  actions.setDraft('c1', 'again');
  expect(core.calls.filter(({ name }) => name === 'turn.soon').map(({ input }) => input)).toEqual([
    { conversationId: 'c1' },
    { conversationId: 'c1' },
  ]);
});

test('drafts are kept for each conversation and across reloads, and go when they are sent', async () => {
  const { core, around, actions, store } = await openWindow();
  actions.setDraft('c1', 'half a thou');
  actions.setDraft('c1', 'half a thought');
  actions.setDraft('c2', 'other');
  await around.pass(1000);
  const again = createWindowStore(core, around);
  expect(again.store.getState().drafts.get('c1')).toBe('half a thought');
  core.answer('turn.ask', ({ turnId }) => ({ turnId, queued: false }));
  actions.send('half a thought');
  await around.pass(1000);
  expect([...store.getState().drafts.keys()]).toEqual(['c2']);
  expect(around.kept.has('jarvis.draft.c1')).toBe(false);
});

test('a draft of private mode is kept nowhere, though private mode ends right after it was written', async () => {
  const { around, actions, store } = await openWindow();
  const setPrivate = (isPrivate: boolean): void =>
    store.setState(({ memory }) => ({ memory: { ...memory, isPrivate } }));
  setPrivate(true);
  actions.setDraft('c1', 'a secret');
  await around.pass(50);
  setPrivate(false);
  await around.pass(1000);
  expect(around.kept.has('jarvis.draft.c1')).toBe(false);
});

test('the search asks once one pauses, and an old answer does not cover a newer one', async () => {
  const { core, around, actions, store } = await openWindow();
  const waiting: ((hits: SearchHit[]) => void)[] = [];
  core.answer('conversation.search', async () => ({
    hits: await new Promise(resolve => waiting.push(resolve)),
  }));
  actions.search('g');
  actions.search('gâ');
  await around.pass(200);
  actions.search('gâteau');
  await around.pass(200);
  expect(core.count('conversation.search')).toBe(2);
  waiting[1]?.([hit('c1', 'new')]);
  waiting[0]?.([hit('c1', 'old')]);
  await settled();
  expect(store.getState().search).toMatchObject({ state: 'done', hits: [{ messageId: 'new' }] });
  actions.search('');
  expect(store.getState().search.state).toBe('idle');
});

test('a hit far back is loaded page by page and lit', async () => {
  const { core, actions, store } = await openWindow();
  const all = Array.from({ length: 1300 }, (_, at) => message(`m${at}`, at === 0 ? null : `m${at - 1}`));
  core.answer('conversation.open', ({ limit, beforeId }) => {
    const end = beforeId === undefined ? all.length : all.findIndex(one => one.id === beforeId);
    const from = Math.max(0, end - limit);
    return {
      conversation: conversation('c2'),
      messages: all.slice(from, end),
      hasEarlier: from > 0,
      queued: [],
    };
  });
  await actions.jumpTo(hit('c2', 'm10'));
  expect(store.getState().highlight?.messageId).toBe('m10');
  expect(store.getState().open.order.slice(0, 2)).toEqual(['m0', 'm1']);
  expect(store.getState().open.order).toHaveLength(1300);
});

test('a hit on another branch chooses that branch', async () => {
  const { core, actions, store } = await openWindow([message('u1', null)]);
  core.answer('conversation.selectBranch', ({ messageId }) => {
    core.answer('conversation.open', () => ({
      conversation: conversation('c1'),
      messages: [message(messageId, null)],
      hasEarlier: false,
      queued: [],
    }));
    return {};
  });
  await actions.jumpTo(hit('c1', 'u2'));
  expect(store.getState().open.order).toEqual(['u2']);
  expect(store.getState().highlight?.messageId).toBe('u2');
});

test('a deleted conversation leaves the rail and the window, and comes back by undo', async () => {
  const { core, actions, store } = await openWindow([message('u1', null)]);
  core.answer('conversation.delete', ({ id }) => {
    core.emit('conversation.deleted', { id });
    return {};
  });
  core.answer('conversation.restore', ({ id }) => {
    core.emit('conversation.changed', conversation(id));
    return conversation(id);
  });
  await actions.deleteConversation('c1');
  expect(store.getState().conversations).toEqual([]);
  expect(store.getState().open).toMatchObject({ state: 'fresh' });
  const toast = store.getState().toasts[0];
  expect(toast?.text).toEqual({ kind: 'deleted', title: 'Title of c1' });
  await actions.restore(toast?.restores ?? '');
  expect(store.getState().conversations.map(one => one.id)).toEqual(['c1']);
  expect(store.getState().open).toMatchObject({ id: 'c1', state: 'ready' });
});

test('what a command is refused with is shown, and goes by itself', async () => {
  const { core, around, actions, store } = await openWindow();
  core.answer('conversation.rename', () => {
    throw refusal('store.disk-full');
  });
  await actions.rename('c1', 'x');
  expect(store.getState().toasts[0]?.text).toMatchObject({
    kind: 'error',
    error: { code: 'store.disk-full' },
  });
  await around.pass(60_000);
  expect(store.getState().toasts).toEqual([]);
});

test('a preference that the core refuses is taken back', async () => {
  const { core, actions, store } = await openWindow();
  core.answer('preferences.set', () => {
    throw refusal('store.disk-full');
  });
  const setting = actions.setPreferences({ theme: 'light' });
  expect(store.getState().preferences.theme).toBe('light');
  await setting;
  expect(store.getState().preferences.theme).toBe('system');
});

test('another profile brings another picture; a new name does not', async () => {
  const { core, around, store } = await openWindow();
  core.emit('profile.changed', { profile: { ...profile, name: 'Léa B.' }, profiles: [profile] });
  expect(core.count('app.snapshot')).toBe(1);
  expect(store.getState().profile?.name).toBe('Léa B.');
  const other = { ...profile, id: 'p2', language: 'en' } as const;
  const picture = await core.call('app.snapshot', {});
  core.answer('app.snapshot', () => ({ ...picture, profile: other, conversations: [] }));
  core.emit('profile.changed', { profile: other, profiles: [profile] });
  await settled();
  expect(store.getState()).toMatchObject({ language: 'en', profile: other, open: { state: 'fresh' } });
  expect(store.getState().open.id).not.toBe('c1');
  expect(around.kept.get('jarvis.open.p2')).toBe(store.getState().open.id);
});

test('a file that is no model is refused before it is sent; an upload shows its progress and can be cancelled', async () => {
  const { around, actions, store } = await openWindow();
  await actions.uploadModel(new File(['x'], 'photo.png'));
  expect(store.getState().toasts.at(-1)?.text).toEqual({ kind: 'not-a-model', name: 'photo.png' });
  let cancel: (error: Error) => void = () => undefined;
  around.uploadModel = (_file, onProgress) => {
    onProgress(1, 4);
    return {
      done: new Promise((_resolve, reject) => {
        cancel = reject;
      }),
      cancel: () => cancel(new Error('cut')),
    };
  };
  const uploading = actions.uploadModel(new File(['GGUF'], 'small.gguf'));
  const [upload] = store.getState().uploads;
  expect(upload).toMatchObject({ name: 'small.gguf', doneBytes: 1, totalBytes: 4 });
  actions.cancelUpload(upload?.id ?? '');
  await uploading;
  expect(store.getState().uploads).toEqual([]);
  expect(store.getState().toasts).toHaveLength(1);
});

test('an import that is too large is not even read', async () => {
  const { actions, store } = await openWindow();
  let read = false;
  const text = async () => {
    read = true;
    return '';
  };
  const huge = { name: 'all.json', size: 1e9, text };
  await actions.importFile(huge);
  expect(read).toBe(false);
  expect(store.getState().toasts[0]?.text).toEqual({ kind: 'too-large' });
});

test('an import shows how far it is, and can be cancelled', async () => {
  const { core, actions, store } = await openWindow();
  let cancel: (error: Error) => void = () => undefined;
  core.answer('conversation.importPiece', () => ({}));
  core.answer(
    'conversation.import',
    () =>
      new Promise((_resolve, reject) => {
        cancel = reject;
      }),
  );
  core.answer('conversation.cancelImport', () => {
    cancel(refusal('import.cancelled'));
    return {};
  });
  const importing = actions.importFile(new File(['x'.repeat(600_000)], 'all.json'));
  await settled();
  const [one] = store.getState().imports;
  const importId = one?.id ?? '';
  const sent = core.calls
    .filter(({ name }) => name.startsWith('conversation.import'))
    .map(call => call.input);
  expect(sent.map(input => (input as { text: string }).text).join('')).toBe('x'.repeat(600_000));
  expect(sent.every(input => (input as { importId: string }).importId === importId)).toBe(true);
  core.emit('import.progress', { importId, messages: 1, totalMessages: 4 });
  core.emit('import.progress', { importId: 'of another window', messages: 3, totalMessages: 4 });
  expect(store.getState().imports).toEqual([
    { id: importId, name: 'all.json', messages: 1, totalMessages: 4 },
  ]);
  await actions.cancelImport(importId);
  await importing;
  expect(store.getState().imports).toEqual([]);
  expect(store.getState().toasts.map(({ text }) => text)).toMatchObject([
    { kind: 'error', error: { code: 'import.cancelled' } },
  ]);
});
