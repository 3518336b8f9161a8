/** What the user said: as plain text, to be copied, or edited and sent again on a new branch. */
import { PlainText } from '../../markdown/plain-text.tsx';
import type { Message } from '../../store/contract-types.ts';
import { CopyButton } from '../copy-button.tsx';
import { IconButton } from '../icon-button.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { BranchWalker } from './branch-walker.tsx';
import { EditMessage } from './edit-message.tsx';
import { MessageImages } from './message-images.tsx';
import { Remark } from './remark.tsx';

export function UserMessage({ message }: { message: Message }) {
  const t = useWords();
  const { edit, regenerate } = useActions();
  const isEditing = useWindow(state => state.editing === message.id);
  if (isEditing) return <EditMessage message={message} />;
  const origin = { typed: undefined, spoken: t('spokenOrigin'), 'command-line': t('commandLineOrigin') }[
    message.origin ?? 'typed'
  ];
  return (
    <article className="message-body" aria-label={t('you')}>
      <p className="plain said" dir="auto">
        {message.text === '' ? (
          <span className="faint">{t('forgottenMessage')}</span>
        ) : (
          <PlainText text={message.text} />
        )}
        {origin !== undefined && <span className="origin">{origin}</span>}
      </p>
      <MessageImages message={message} />
      {message.status === 'unanswered' && (
        <Remark text={t('unanswered')} action={t('answer')} onAction={() => void regenerate(message.id)} />
      )}
      <div className="actions">
        <BranchWalker message={message} />
        <CopyButton text={message.text} label={t('copyMessage')} />
        <IconButton icon="edit" label={t('edit')} onClick={() => edit(message.id)} data-testid="edit" />
      </div>
    </article>
  );
}
