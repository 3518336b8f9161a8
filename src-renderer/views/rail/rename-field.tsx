/** Renames a conversation in place: Enter or leaving keeps the title, Escape does not. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Conversation } from '../../store/contract-types.ts';
import { useActions, useWords } from '../window-context.tsx';

export function RenameField({ conversation, onEnd }: { conversation: Conversation; onEnd: () => void }) {
  const t = useWords();
  const { rename } = useActions();
  const [title, setTitle] = useState(conversation.title);
  const field = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  useEffect(() => {
    // The menu gives the focus back to its button after this is drawn: take it once that is done.
    const timeout = setTimeout(() => {
      if (document.activeElement !== field.current) field.current?.select();
    }, 50);
    field.current?.select();
    return () => clearTimeout(timeout);
  }, []);
  const end = (keep: boolean): void => {
    if (ended.current) return;
    ended.current = true;
    if (keep && title.trim() !== '' && title !== conversation.title) void rename(conversation.id, title);
    onEnd();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Enter') end(true);
    if (event.key === 'Escape') end(false);
  };
  return (
    <input
      ref={field}
      className="rename"
      value={title}
      maxLength={200}
      aria-label={t('renameLabel')}
      onChange={event => setTitle(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => end(true)}
      data-testid="rename"
    />
  );
}
