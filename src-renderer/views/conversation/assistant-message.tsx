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
  const words = useWords();
  const isGrowing = message.status === 'streaming';
  return (
    <article className="message-body" aria-label={words.jarvis} aria-busy={isGrowing}>
      <Markdown text={message.text} growing={isGrowing} />
      {isGrowing && message.text === '' && <p className="thinking">{words.thinking}</p>}
      <Outcome message={message} />
      <Notices message={message} />
      {message.recalled !== undefined && message.recalled.length > 0 && <UsedMemories message={message} />}
      {!isGrowing && <Foot message={message} />}
    </article>
  );
}

function Outcome({ message }: { message: Message }) {
  const words = useWords();
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
    text === '' ? { action: words.retry, onAction: again } : { action: words.continue, onAction: goOn };
  if (status === 'interrupted') return <Remark text={words.interrupted} {...goOnOrAgain} />;
  if (status === 'stopped') return <Remark text={words.stopped} {...goOnOrAgain} />;
  if (status === 'failed') {
    return (
      <Remark tone="error" text={error?.message ?? words.failed} detail={error?.hint} {...goOnOrAgain} />
    );
  }
  if (status === 'complete' && text === '' && isForgotten) return <Remark text={words.forgottenMessage} />;
  if (status === 'complete' && text === '') {
    return <Remark text={words.emptyAnswer} action={words.retry} onAction={again} />;
  }
  return null;
}

function Notices({ message }: { message: Message }) {
  const words = useWords();
  const { continueAnswer } = useActions();
  const texts = {
    'history-trimmed': words.noticeHistoryTrimmed,
    'prompt-trimmed': words.noticePromptTrimmed,
    'answer-cut': words.noticeAnswerCut,
    'stream-ended-early': words.noticeStreamEndedEarly,
  };
  return message.notices?.map(notice => {
    const goesOn =
      message.status === 'complete' && (notice === 'answer-cut' || notice === 'stream-ended-early');
    const action = goesOn ? { action: words.continue, onAction: () => void continueAnswer(message.id) } : {};
    return <Remark key={notice} text={texts[notice]} {...action} />;
  });
}

function Foot({ message }: { message: Message }) {
  const words = useWords();
  const { regenerate } = useActions();
  const isBusy = useWindow(state => state.running.has(message.conversationId));
  const { parentId } = message;
  return (
    <div className="actions">
      <BranchWalker message={message} />
      <CopyButton text={message.text} label={words.copyMessage} />
      {parentId !== null && !isBusy && (
        <IconButton
          icon="again"
          label={words.regenerate}
          onClick={() => void regenerate(parentId)}
          data-testid="regenerate"
        />
      )}
      <AnsweredBy message={message} />
    </div>
  );
}

function AnsweredBy({ message: { answeredBy, usage } }: { message: Message }) {
  const words = useWords();
  if (answeredBy === undefined) return null;
  const tokens = usage?.answerTokens === undefined ? undefined : words.tokens(usage.answerTokens);
  const text = {
    skill: () => words.answeredBySkill,
    model: () =>
      answeredBy.kind === 'model' ? words.answeredByModel(answeredBy.model, answeredBy.backendLabel) : '',
    'built-in': () => words.answeredByBuiltIn,
  }[answeredBy.kind]();
  return (
    <span className="answered-by" title={tokens} data-testid="answered-by">
      {text}
    </span>
  );
}
