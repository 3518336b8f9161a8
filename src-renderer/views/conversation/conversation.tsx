/** The middle of the window: what was said, what waits, and the field to write in. */
import { Dock } from '../dock/dock.tsx';
import { Guarded } from '../frame/guarded.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { EmptyConversation } from './empty-conversation.tsx';
import { MessageList } from './message-list.tsx';
import { useTurnFocus } from './use-turn-focus.ts';

export function ConversationView() {
  const t = useWords();
  const turnFocus = useTurnFocus();
  const { reopen } = useActions();
  const state = useWindow(({ open }) => open.state);
  const error = useWindow(({ open }) => open.error);
  const id = useWindow(({ open }) => open.id);
  const title = useWindow(({ open, conversations }) => conversations.find(one => one.id === open.id)?.title);
  const isWriting = useWindow(({ open, outbox }) => outbox.some(one => one.conversationId === open.id));
  return (
    <main className="conversation-view" aria-label={t('messages')} {...turnFocus}>
      <h1 className="unseen">{title ?? t('frame.room.conversation')}</h1>
      {state === 'failed' && (
        <div className="centre" role="alert">
          <p>{t('openFailed')}</p>
          <p className="faint">
            {error?.message} {error?.hint}
          </p>
          <button type="button" className="button" onClick={() => void reopen()}>
            {t('retry')}
          </button>
        </div>
      )}
      {state === 'loading' && (
        <p className="centre faint" role="status">
          {t('loadingConversation')}
        </p>
      )}
      {state === 'fresh' && !isWriting && <EmptyConversation />}
      {(state === 'ready' || (state === 'fresh' && isWriting)) && <MessageList key={id} />}
      <Guarded part="dock">
        <Dock />
      </Guarded>
    </main>
  );
}
