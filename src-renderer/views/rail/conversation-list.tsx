/** All conversations, newest first, under the day they were last touched. */
import { type ReactNode, useCallback, useState } from 'react';
import type { Conversation } from '../../store/contract-types.ts';
import { byDay, pinned, unpinned } from '../../store/conversation-list.ts';
import { useNow } from '../use-now.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { ConversationItem } from './conversation-item.tsx';
import { RowMenu, type RowMenuPlace } from './row-menu.tsx';

const minuteMs = 60_000;

export function ConversationList() {
  const t = useWords();
  const { loadMoreConversations } = useActions();
  const conversations = useWindow(state => state.conversations);
  const hasMore = useWindow(state => state.hasMoreConversations);
  const now = useNow(minuteMs);
  const { menu, onMenu, closeMenu } = useRowMenu();
  const row = (conversation: Conversation) => (
    <ConversationItem
      key={conversation.id}
      conversation={conversation}
      nowMs={now}
      isMenuOpen={menu?.isOpen === true && menu.id === conversation.id}
      onMenu={onMenu}
    />
  );
  if (conversations.length === 0) return <p className="rail-note">{t('noConversations')}</p>;
  return (
    <nav aria-label={t('conversations')}>
      <Pinned row={row} />
      {byDay(unpinned(conversations), now).map(group => (
        <section key={group.day}>
          <h2 className="rail-day">{t(group.day)}</h2>
          <ul>{group.conversations.map(row)}</ul>
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
      <RowMenu place={menu} isOpen={menu?.isOpen === true} onClose={() => closeMenu(menu?.id)} />
    </nav>
  );
}

type OpenedMenu = RowMenuPlace & { readonly isOpen: boolean };

/** The menu at the row it was last asked for; asked for there again, it closes. */
function useRowMenu() {
  const [menu, setMenu] = useState<OpenedMenu>();
  const onMenu = useCallback(
    (place: RowMenuPlace) =>
      setMenu(before => ({ ...place, isOpen: !(before?.isOpen === true && before.id === place.id) })),
    [],
  );
  // Another row's may have been asked for by the same press.
  const closeMenu = (id: string | undefined): void =>
    setMenu(before => (before !== undefined && before.id === id ? { ...before, isOpen: false } : before));
  return { menu, onMenu, closeMenu };
}

function Pinned({ row }: { row: (conversation: Conversation) => ReactNode }) {
  const t = useWords();
  const conversations = pinned(useWindow(state => state.conversations));
  if (conversations.length === 0) return null;
  return (
    <section data-testid="pinned">
      <h2 className="rail-day">{t('rail.pinned')}</h2>
      <ul>{conversations.map(row)}</ul>
    </section>
  );
}
