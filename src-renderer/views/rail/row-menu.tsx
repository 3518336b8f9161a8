/** The menu of the rail's rows: one for the whole list, opened at the row it was asked for. */
import type { Conversation } from '../../store/contract-types.ts';
import { MenuAt, MenuItem, MenuLine } from '../menu.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

export interface RowMenuPlace {
  readonly id: string;
  /** Where it opens, and what has the focus again when it closes. */
  readonly button: HTMLElement;
  readonly rename: () => void;
}

interface Props {
  /** Absent: it was not asked for yet. */
  readonly place: RowMenuPlace | undefined;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function RowMenu({ place, isOpen, onClose }: Props) {
  const t = useWords();
  const conversation = useWindow(state => state.conversations.find(one => one.id === place?.id));
  return (
    <MenuAt
      anchor={place?.button}
      label={t('conversationActions', { title: conversation?.title || t('untitled') })}
      isOpen={isOpen && conversation !== undefined}
      onClose={onClose}
    >
      {conversation !== undefined && place !== undefined && (
        <Lines conversation={conversation} rename={place.rename} />
      )}
    </MenuAt>
  );
}

function Lines({ conversation, rename }: { conversation: Conversation; rename: () => void }) {
  const t = useWords();
  const { deleteConversation, exportConversations, pin } = useActions();
  const { id, pinnedAtMs } = conversation;
  const isPinned = pinnedAtMs !== undefined;
  return (
    <>
      <MenuItem onSelect={() => void pin(id, !isPinned)}>{t(isPinned ? 'rail.unpin' : 'rail.pin')}</MenuItem>
      <MenuItem onSelect={rename}>{t('rename')}</MenuItem>
      <MenuItem onSelect={() => void exportConversations([id], 'markdown')}>{t('exportMarkdown')}</MenuItem>
      <MenuItem onSelect={() => void exportConversations([id], 'json')}>{t('exportJson')}</MenuItem>
      <MenuLine />
      <MenuItem onSelect={() => void deleteConversation(id)}>{t('delete')}</MenuItem>
    </>
  );
}
