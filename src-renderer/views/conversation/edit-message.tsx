/** The user's words, to be changed and sent again. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { maxTurnLength } from '../../../src-preload/contract.ts';
import type { Message } from '../../store/contract-types.ts';
import { textDirection } from '../text-direction.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';

/** Where the changed words are kept: the field goes when another window takes the message off the branch. */
const editDraftId = (messageId: string): string => `edit:${messageId}`;

export function EditMessage({ message }: { message: Message }) {
  const t = useWords();
  const { submitEdit, stopEditing, setDraft } = useActions();
  const draftId = editDraftId(message.id);
  const kept = useWindow(state => state.drafts.get(draftId));
  const [text, setText] = useState(kept ?? message.text);
  const change = (changed: string): void => {
    setText(changed);
    setDraft(draftId, changed === message.text ? '' : changed);
  };
  const submit = (): void => {
    if (submitEdit(message.id, text)) setDraft(draftId, '');
  };
  const cancel = (): void => {
    setDraft(draftId, '');
    stopEditing();
  };
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(message.text.length, message.text.length);
  }, [message.text]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      cancel();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    }
  };
  const isSendable = text.trim() !== '' && text.length <= maxTurnLength;
  return (
    <div className="message-body edit">
      <textarea
        ref={field}
        value={text}
        dir={textDirection(text)}
        aria-label={t('editLabel')}
        onChange={event => change(event.target.value)}
        onKeyDown={onKeyDown}
        data-testid="edit-field"
      />
      <div className="edit-actions">
        <span className="faint grow">{t('editHint')}</span>
        <button type="button" className="button" onClick={cancel}>
          {t('cancel')}
        </button>
        <button type="button" className="button filled" disabled={!isSendable} onClick={submit}>
          {t('send')}
        </button>
      </div>
    </div>
  );
}
