/** The left side: search, a new conversation, and all conversations by day. */
import { IconButton } from '../icon-button.tsx';
import { Icon } from '../icons.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { ConversationList } from './conversation-list.tsx';
import { SearchField } from './search-field.tsx';
import { SearchResults } from './search-results.tsx';

export function Rail() {
  const t = useWords();
  const { newConversation, toggleRail } = useActions();
  const isSearching = useWindow(state => state.search.state !== 'idle');
  const isOpen = useWindow(state => state.railOpen);
  return (
    <>
      <aside className="rail" data-open={isOpen} aria-label={t('conversations')}>
        <div className="rail-top">
          <SearchField />
          <IconButton icon="close" label={t('hideRail')} className="narrow-only" onClick={toggleRail} />
        </div>
        <button type="button" className="rail-new" onClick={newConversation} data-testid="new-conversation">
          <Icon name="add" />
          {t('newConversation')}
        </button>
        <div className="rail-scroll">{isSearching ? <SearchResults /> : <ConversationList />}</div>
      </aside>
      {isOpen && <button type="button" className="scrim" aria-label={t('hideRail')} onClick={toggleRail} />}
    </>
  );
}
