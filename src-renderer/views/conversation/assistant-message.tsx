/** An answer: its Markdown as it grows, what became of it, what it was given with, and what can be done with it. */
import { Markdown } from '../../markdown/markdown.tsx';
import type { Message } from '../../store/contract-types.ts';
import { UsedMemories } from '../memory/used-memories.tsx';
import { useWords } from '../window-context.tsx';
import { AnswerFoot } from './answer-foot.tsx';
import { cutMark, isCutBySpeech, Notices, Outcome } from './answer-outcome.tsx';

export function AssistantMessage({ message }: { message: Message }) {
  const t = useWords();
  const isGrowing = message.status === 'streaming';
  return (
    <article
      className="message-body"
      aria-label={t('jarvis')}
      aria-busy={isGrowing}
      {...(isCutBySpeech(message) && cutMark(t('turn.cut')))}
    >
      <Markdown text={message.text} growing={isGrowing} />
      {isGrowing && message.text === '' && <p className="thinking">{t('thinking')}</p>}
      <Outcome message={message} />
      <Notices message={message} />
      {message.recalled !== undefined && message.recalled.length > 0 && <UsedMemories message={message} />}
      {!isGrowing && <AnswerFoot message={message} />}
    </article>
  );
}
