/** One conversation in the rail: opens it; renamed in place; its button opens the menu of the list. */
import { memo, useState } from 'react';
import type { Conversation } from '../../store/contract-types.ts';
import { shortTime } from '../format.ts';
import { Icon } from '../icons.tsx';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { RenameField } from './rename-field.tsx';
import type { RowMenuPlace } from './row-menu.tsx';
import { RowMenuButton } from './row-menu-button.tsx';

interface Props {
  readonly conversation: Conversation;
  readonly nowMs: number;
  readonly isMenuOpen: boolean;
  readonly onMenu: (place: RowMenuPlace) => void;
}

export const ConversationItem = memo(({ conversation, nowMs, isMenuOpen, onMenu }: Props) => {
  const t = useWords();
  const { openConversation } = useActions();
  const isOpen = useWindow(state => state.open.id === conversation.id);
  const isRunning = useWindow(state => state.running.has(conversation.id));
  const language = useLanguage();
  const [renaming, setRenaming] = useState(false);
  if (renaming) {
    return (
      <li className="conversation" data-open={isOpen}>
        <RenameField conversation={conversation} onEnd={() => setRenaming(false)} />
      </li>
    );
  }
  return (
    <li className="conversation" data-open={isOpen} data-testid="conversation-item">
      <button
        type="button"
        className="conversation-open"
        aria-current={isOpen ? 'page' : undefined}
        onClick={() => void openConversation(conversation.id)}
        onDoubleClick={() => setRenaming(true)}
      >
        {conversation.pinnedAtMs !== undefined && (
          <span className="pin-mark" role="img" aria-label={t('rail.isPinned')}>
            <Icon name="pin" />
          </span>
        )}
        <span className="conversation-title">{conversation.title || t('untitled')}</span>
        {isRunning ? (
          <span className="running" role="img" aria-label={t('writing')} />
        ) : (
          <time>{shortTime(conversation.updatedAtMs, nowMs, language)}</time>
        )}
      </button>
      <RowMenuButton
        label={t('conversationActions', { title: conversation.title || t('untitled') })}
        isOpen={isMenuOpen}
        onToggle={button => onMenu({ id: conversation.id, button, rename: () => setRenaming(true) })}
      />
    </li>
  );
});
