/** The user's words, to be changed and sent again. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { maxTurnLength } from '../../../src-preload/contract.ts';
import type { Message } from '../../store/contract-types.ts';
import { useActions, useWords } from '../window-context.tsx';

export function EditMessage({ message }: { message: Message }) {
  const words = useWords();
  const { submitEdit, stopEditing } = useActions();
  const [text, setText] = useState(message.text);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(message.text.length, message.text.length);
  }, [message.text]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      stopEditing();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submitEdit(message.id, text);
    }
  };
  const isSendable = text.trim() !== '' && text.length <= maxTurnLength;
  return (
    <div className="message-body edit">
      <textarea
        ref={field}
        value={text}
        dir="auto"
        aria-label={words.editLabel}
        onChange={event => setText(event.target.value)}
        onKeyDown={onKeyDown}
        data-testid="edit-field"
      />
      <div className="edit-actions">
        <span className="faint grow">{words.editHint}</span>
        <button type="button" className="button" onClick={stopEditing}>
          {words.cancel}
        </button>
        <button
          type="button"
          className="button filled"
          disabled={!isSendable}
          onClick={() => submitEdit(message.id, text)}
        >
          {words.send}
        </button>
      </div>
    </div>
  );
}
