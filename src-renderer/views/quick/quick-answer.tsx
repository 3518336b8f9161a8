/** The last answer of the quick window as it grows, under the words that it answers. */
import { useEffect, useRef } from 'react';
import { Markdown } from '../../markdown/markdown.tsx';
import { scrolledByKeys } from '../../markdown/scrolled-by-keys.ts';
import type { Message } from '../../store/contract-types.ts';
import type { WindowState } from '../../store/state.ts';
import { Notices, Outcome } from '../conversation/answer-outcome.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

const lastOf =
  (role: Message['role']) =>
  ({ open }: WindowState): Message | undefined => {
    const id = open.order.findLast(one => open.messages.get(one)?.role === role);
    return id === undefined ? undefined : open.messages.get(id);
  };

export function QuickAnswer() {
  const t = useWords();
  const { reopen } = useActions();
  const question = useWindow(lastOf('user'));
  const answer = useWindow(lastOf('assistant'));
  const state = useWindow(({ open }) => open.state);
  if (state === 'failed')
    return (
      <div className="quick-answer" role="alert">
        <p>{t('openFailed')}</p>
        <button type="button" className="button" onClick={() => void reopen()}>
          {t('retry')}
        </button>
      </div>
    );
  if (question === undefined) return null;
  return (
    <section className="quick-answer" aria-label={t('messages')}>
      <p className="quick-question plain" dir="auto" data-testid="quick-question">
        {question.text}
      </p>
      {answer !== undefined && answer.createdAtMs >= question.createdAtMs && <Answer message={answer} />}
    </section>
  );
}

function Answer({ message }: { message: Message }) {
  const t = useWords();
  const { openMain } = useActions();
  const frame = useRef<HTMLElement>(null);
  const { id, text, status, answeredBy } = message;
  const isGrowing = status === 'streaming';
  useEffect(() => {
    // The end of what grows is what one reads; once it is whole one reads where one likes.
    if (isGrowing && text !== '') frame.current?.scrollIntoView({ block: 'end' });
  }, [isGrowing, text]);
  return (
    <article
      ref={frame}
      className="message-body quick-words"
      aria-label={t('jarvis')}
      aria-busy={isGrowing}
      {...scrolledByKeys}
      data-message={id}
      data-status={status}
      data-testid="quick-answer"
    >
      <Markdown text={text} growing={isGrowing} />
      {isGrowing && text === '' && <p className="thinking">{t('thinking')}</p>}
      <Outcome message={message} />
      <Notices message={message} />
      {answeredBy?.kind === 'built-in' && (
        <button
          type="button"
          className="button"
          onClick={() => void openMain({ room: 'system', part: 'models' })}
          data-testid="quick-models"
        >
          {t('modelsMenu')}
        </button>
      )}
    </article>
  );
}
