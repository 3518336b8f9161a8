/** One conversation in the rail: opens it; renamed in place; its menu exports and deletes it. */
import { memo, useState } from 'react';
import type { Conversation } from '../../store/contract-types.ts';
import { shortTime } from '../format.ts';
import { IconButton } from '../icon-button.tsx';
import { Icon } from '../icons.tsx';
import { Menu, MenuItem, MenuLine } from '../menu.tsx';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { RenameField } from './rename-field.tsx';

interface Props {
  readonly conversation: Conversation;
  readonly nowMs: number;
}

export const ConversationItem = memo(({ conversation, nowMs }: Props) => {
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
      <ConversationMenu conversation={conversation} onRename={() => setRenaming(true)} />
    </li>
  );
});

function ConversationMenu({ conversation, onRename }: { conversation: Conversation; onRename: () => void }) {
  const t = useWords();
  const { deleteConversation, exportConversations, pin } = useActions();
  const { id, title } = conversation;
  const isPinned = conversation.pinnedAtMs !== undefined;
  return (
    <Menu
      button={<IconButton icon="more" label={t('conversationActions', { title: title || t('untitled') })} />}
    >
      <MenuItem onSelect={() => void pin(id, !isPinned)}>{t(isPinned ? 'rail.unpin' : 'rail.pin')}</MenuItem>
      <MenuItem onSelect={onRename}>{t('rename')}</MenuItem>
      <MenuItem onSelect={() => void exportConversations([id], 'markdown')}>{t('exportMarkdown')}</MenuItem>
      <MenuItem onSelect={() => void exportConversations([id], 'json')}>{t('exportJson')}</MenuItem>
      <MenuLine />
      <MenuItem onSelect={() => void deleteConversation(id)}>{t('delete')}</MenuItem>
    </Menu>
  );
}
