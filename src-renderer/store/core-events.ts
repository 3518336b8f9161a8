/** Everything else the core reports, brought into the state: conversations, models, organizer, profiles. */

import { followOrganizer } from '../../src-preload/follow-organizer.ts';
import type { Context } from './context.ts';
import { withConversation } from './conversation-list.ts';
import { reportOf } from './error-report.ts';
import type { Opening } from './opening.ts';
import { emptyConversation } from './state.ts';
import { showToast } from './toasts.ts';

export interface CoreEventSteps {
  takeSnapshot(): Promise<void>;
  /** Only those that are kept on this machine. */
  recallDrafts(): void;
}

export function bindCoreEvents(context: Context, opening: Opening, steps: CoreEventSteps): void {
  const { client, store } = context;
  client.onState(connection => store.setState({ connection }));
  client.onResync(() => void steps.takeSnapshot());

  client.on('conversation.changed', conversation =>
    store.setState(state => ({ conversations: withConversation(state.conversations, conversation) })),
  );
  client.on('conversation.deleted', ({ id }) =>
    store.setState(state => ({
      conversations: state.conversations.filter(one => one.id !== id),
      ...(state.open.id === id ? { open: emptyConversation(context.around.newId()) } : {}),
    })),
  );
  client.on('conversation.reloaded', ({ id }) => {
    if (store.getState().open.id === id) void opening.reopen();
  });
  client.on('models.changed', models => store.setState({ models }));
  followOrganizer(client, {
    current: () => store.getState().organizer,
    show: organizer => store.setState({ organizer }),
    failed: error => showToast(context, { kind: 'error', error: reportOf(error, store.getState().language) }),
  });
  // Before the change of which it is a part is told: it stays in its place, which the change builds upon.
  client.on('timer.rang', rung =>
    store.setState(({ organizer }) => ({
      organizer: {
        ...organizer,
        timers: organizer.timers.map(one => (one.id === rung.id ? rung : one)),
      },
    })),
  );
  client.on('preferences.changed', preferences => store.setState({ preferences }));
  client.on('profile.changed', ({ profile, profiles }) => {
    // Another person: everything changes, and at once.
    if (store.getState().profile?.id !== profile.id) void steps.takeSnapshot();
    else store.setState({ profile, profiles, language: profile.language });
  });
  client.on('memory.privateChanged', async ({ on }) => {
    // Another room: nothing of the one that is left may stay in sight.
    await steps.takeSnapshot();
    store.setState(({ memory }) => ({ memory: { ...memory, isPrivate: on } }));
    steps.recallDrafts();
  });
  client.on('speech.changed', speech => store.setState({ speech }));
  client.on('model.progress', ({ name, doneBytes, totalBytes }) =>
    store.setState(({ uploads }) => ({
      uploads: uploads.map(one => (one.name === name ? { ...one, doneBytes, totalBytes } : one)),
    })),
  );
  client.on('audio.progress', ({ id, share }) =>
    store.setState(({ transcriptions }) => ({
      transcriptions: transcriptions.map(one => (one.id === id ? { ...one, share } : one)),
    })),
  );
  client.on('import.progress', ({ importId, messages, totalMessages }) =>
    store.setState(({ imports }) => ({
      imports: imports.map(one => (one.id === importId ? { ...one, messages, totalMessages } : one)),
    })),
  );
  client.on('app.failed', error => showToast(context, { kind: 'error', error }));
  client.on('app.stopping', () => store.setState({ stopping: true }));
}
