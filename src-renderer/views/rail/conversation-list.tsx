/** All conversations, newest first, under the day they were last touched. */
import { byDay, pinned, unpinned } from '../../store/conversation-list.ts';
import { useNow } from '../use-now.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { ConversationItem } from './conversation-item.tsx';

const minuteMs = 60_000;

export function ConversationList() {
  const t = useWords();
  const { loadMoreConversations } = useActions();
  const conversations = useWindow(state => state.conversations);
  const hasMore = useWindow(state => state.hasMoreConversations);
  const now = useNow(minuteMs);
  if (conversations.length === 0) return <p className="rail-note">{t('noConversations')}</p>;
  return (
    <nav aria-label={t('conversations')}>
      <Pinned nowMs={now} />
      {byDay(unpinned(conversations), now).map(group => (
        <section key={group.day}>
          <h2 className="rail-day">{t(group.day)}</h2>
          <ul>
            {group.conversations.map(conversation => (
              <ConversationItem key={conversation.id} conversation={conversation} nowMs={now} />
            ))}
          </ul>
        </section>
      ))}
      {hasMore && (
        <button
          type="button"
          className="rail-more"
          onClick={() => void loadMoreConversations()}
          data-testid="more-conversations"
        >
          {t('loadMore')}
        </button>
      )}
    </nav>
  );
}

function Pinned({ nowMs }: { nowMs: number }) {
  const t = useWords();
  const conversations = pinned(useWindow(state => state.conversations));
  if (conversations.length === 0) return null;
  return (
    <section data-testid="pinned">
      <h2 className="rail-day">{t('rail.pinned')}</h2>
      <ul>
        {conversations.map(conversation => (
          <ConversationItem key={conversation.id} conversation={conversation} nowMs={nowMs} />
        ))}
      </ul>
    </section>
  );
}
