/** An answer: its Markdown as it grows, who gave it, what became of it, and what can be done with it. */
import { Markdown } from '../../markdown/markdown.tsx';
import type { Message } from '../../store/contract-types.ts';
import { CopyButton } from '../copy-button.tsx';
import { IconButton } from '../icon-button.tsx';
import { UsedMemories } from '../memory/used-memories.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { BranchWalker } from './branch-walker.tsx';
import { Remark } from './remark.tsx';

export function AssistantMessage({ message }: { message: Message }) {
  const t = useWords();
  const isGrowing = message.status === 'streaming';
  return (
    <article className="message-body" aria-label={t('jarvis')} aria-busy={isGrowing}>
      <Markdown text={message.text} growing={isGrowing} />
      {isGrowing && message.text === '' && <p className="thinking">{t('thinking')}</p>}
      <Outcome message={message} />
      <Notices message={message} />
      {message.recalled !== undefined && message.recalled.length > 0 && <UsedMemories message={message} />}
      {!isGrowing && <Foot message={message} />}
    </article>
  );
}

function Outcome({ message }: { message: Message }) {
  const t = useWords();
  const { continueAnswer, regenerate } = useActions();
  const goOn = (): void => void continueAnswer(message.id);
  const again = (): void => {
    if (message.parentId !== null) void regenerate(message.parentId);
  };
  const { status, error, text, parentId } = message;
  // Nobody says nothing: the words that were answered are gone, and the answer with them.
  const isForgotten = useWindow(state => parentId !== null && state.open.messages.get(parentId)?.text === '');
  // Nothing was written yet: there is nothing to go on from.
  const goOnOrAgain =
    text === '' ? { action: t('retry'), onAction: again } : { action: t('continue'), onAction: goOn };
  if (status === 'interrupted') return <Remark text={t('interrupted')} {...goOnOrAgain} />;
  if (status === 'stopped') return <Remark text={t('stopped')} {...goOnOrAgain} />;
  if (status === 'failed') {
    return <Remark tone="error" text={error?.message ?? t('failed')} detail={error?.hint} {...goOnOrAgain} />;
  }
  if (status === 'complete' && text === '' && isForgotten) return <Remark text={t('forgottenMessage')} />;
  if (status === 'complete' && text === '') {
    return <Remark text={t('emptyAnswer')} action={t('retry')} onAction={again} />;
  }
  return null;
}

function Notices({ message }: { message: Message }) {
  const t = useWords();
  const { continueAnswer } = useActions();
  const texts = {
    'history-trimmed': t('noticeHistoryTrimmed'),
    'prompt-trimmed': t('noticePromptTrimmed'),
    'answer-cut': t('noticeAnswerCut'),
    'stream-ended-early': t('noticeStreamEndedEarly'),
  };
  return message.notices?.map(notice => {
    const goesOn =
      message.status === 'complete' && (notice === 'answer-cut' || notice === 'stream-ended-early');
    const action = goesOn ? { action: t('continue'), onAction: () => void continueAnswer(message.id) } : {};
    return <Remark key={notice} text={texts[notice]} {...action} />;
  });
}

function Foot({ message }: { message: Message }) {
  const t = useWords();
  const { regenerate } = useActions();
  const isBusy = useWindow(state => state.running.has(message.conversationId));
  const { parentId } = message;
  return (
    <div className="actions">
      <BranchWalker message={message} />
      <CopyButton text={message.text} label={t('copyMessage')} />
      {parentId !== null && !isBusy && (
        <IconButton
          icon="again"
          label={t('regenerate')}
          onClick={() => void regenerate(parentId)}
          data-testid="regenerate"
        />
      )}
      <AnsweredBy message={message} />
    </div>
  );
}

function AnsweredBy({ message: { answeredBy, usage } }: { message: Message }) {
  const t = useWords();
  if (answeredBy === undefined) return null;
  const tokens = usage?.answerTokens === undefined ? undefined : t('tokens', { count: usage.answerTokens });
  const text = {
    skill: () => t('answeredBySkill'),
    model: () =>
      answeredBy.kind === 'model'
        ? t('answeredByModel', { model: answeredBy.model, backend: answeredBy.backendLabel })
        : '',
    'built-in': () => t('answeredByBuiltIn'),
  }[answeredBy.kind]();
  return (
    <span className="answered-by" title={tokens} data-testid="answered-by">
      {text}
    </span>
  );
}
