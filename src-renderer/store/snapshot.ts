/** The whole picture at the start, after a change of profile, and when the core says that ours is stale. */
import { newerPicture } from '../../src-main/domain/organizer-changes.ts';
import type { Context } from './context.ts';
import { reportOf } from './error-report.ts';
import { emptyKnowledgeView } from './knowledge-view.ts';
import { emptyMemoryView } from './memory-view.ts';
import { emptyNowView } from './now-view.ts';
import type { Opening } from './opening.ts';
import { emptyConversation } from './state.ts';
import { showToast } from './toasts.ts';

/** Under which the open conversation of a profile is kept. */
export const openKey = (profileId: string): string => `jarvis.open.${profileId}`;
/** The core's first page is at least this long when there are more conversations than fit on it. */
const firstPage = 20;

export async function takeSnapshot(context: Context, opening: Opening): Promise<void> {
  const { client, store, around } = context;
  const before = store.getState();
  try {
    const { running, conversations, memory, organizer, welcome, ...rest } = await client.call(
      'app.snapshot',
      {},
    );
    const isSame = before.ready && before.profile?.id === rest.profile.id;
    const isSameRoom = isSame && before.memory.isPrivate === memory.isPrivate;
    store.setState({
      ...rest,
      organizer: newerPicture(store.getState().organizer, organizer),
      ready: true,
      stopping: false,
      language: rest.profile.language,
      knowledge: isSame ? before.knowledge : emptyKnowledgeView,
      memory: { ...(isSame ? before.memory : emptyMemoryView), ...memory },
      // What ended may name what belongs to another person.
      now: isSame ? before.now : emptyNowView,
      conversations,
      hasMoreConversations: conversations.length >= firstPage,
      running: new Map(running.map(turn => [turn.conversationId, turn])),
    });
    if (isSameRoom) return await opening.reopen();
    store.setState({
      search: { query: '', state: 'idle', hits: [] },
      outbox: [],
      attachments: new Map(),
      toasts: [],
    });
    if (welcome && around.isQuick !== true) store.setState({ place: { room: 'welcome' } });
    const last = memory.isPrivate || around.isQuick ? undefined : around.recall(openKey(rest.profile.id));
    if (last !== undefined) await opening.open(last);
    else store.setState({ open: emptyConversation(around.newId()) });
  } catch (error) {
    const report = reportOf(error, before.language);
    if (before.ready) showToast(context, { kind: 'error', error: report });
    else store.setState({ startError: report });
  }
}

/** Keeps in mind which conversation is open, so that a reload comes back to it. */
export function rememberOpen(context: Context): void {
  if (context.around.isQuick) return;
  context.store.subscribe((state, before) => {
    if (state.profile === undefined || state.open.id === before.open.id) return;
    // Of private mode nothing is kept, not even an id.
    if (state.memory.isPrivate || before.memory.isPrivate) return;
    if (state.ready && before.ready) context.around.keep(openKey(state.profile.id), state.open.id);
  });
}
