/** Reads an answer aloud, from the paragraph that is selected in it where one is; and ends that. */
import { useRef } from 'react';
import type { Message } from '../../store/contract-types.ts';
import { useTalk } from '../dock/talk.ts';
import { IconButton } from '../icon-button.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { selectedParagraph } from './paragraph-place.ts';

export function ReadButton({ message }: { message: Message }) {
  const t = useWords();
  const talk = useTalk();
  const { readAloud } = useActions();
  const isReading = useWindow(({ reading }) => reading?.messageId === message.id);
  /** A click on the button takes the selection away in some browsers: it is looked at before. */
  const from = useRef(0);
  if (isReading) {
    return (
      <IconButton
        icon="stop"
        label={t('turn.stopReading')}
        className="is-on"
        onClick={() => talk?.hush()}
        data-testid="stop-reading"
      />
    );
  }
  return (
    <IconButton
      icon="speak"
      label={t('turn.read')}
      title={t('turn.readHint')}
      onPointerDown={() => {
        from.current = selectedParagraph(message);
      }}
      onClick={() => {
        void readAloud(message.id, from.current);
        from.current = 0;
      }}
      data-testid="read-aloud"
    />
  );
}
