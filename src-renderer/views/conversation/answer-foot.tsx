/** What can be done with an answer, who gave it, and, unfolded, how long it took. */
import { useState } from 'react';
import type { Message } from '../../store/contract-types.ts';
import { CopyButton } from '../copy-button.tsx';
import { IconButton } from '../icon-button.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { isCutBySpeech } from './answer-outcome.tsx';
import { BranchWalker } from './branch-walker.tsx';
import { ReadButton } from './read-button.tsx';
import { TurnTimes } from './turn-times.tsx';

export function AnswerFoot({ message }: { message: Message }) {
  const t = useWords();
  const { regenerate, fork, continueAnswer } = useActions();
  const isBusy = useWindow(state => state.running.has(message.conversationId));
  const [showsTimes, setShowsTimes] = useState(false);
  const { parentId, timeline, text } = message;
  return (
    <>
      <div className="actions">
        <BranchWalker message={message} />
        <CopyButton text={text} label={t('copyMessage')} />
        {text !== '' && <ReadButton message={message} />}
        {isCutBySpeech(message) && !isBusy && (
          <IconButton icon="forward" label={t('continue')} onClick={() => void continueAnswer(message.id)} />
        )}
        {parentId !== null && !isBusy && (
          <IconButton
            icon="again"
            label={t('regenerate')}
            onClick={() => void regenerate(parentId)}
            data-testid="regenerate"
          />
        )}
        <IconButton
          icon="fork"
          label={t('turn.fork')}
          onClick={() => void fork(message.id)}
          data-testid="fork"
        />
        {timeline !== undefined && (
          <IconButton
            icon="clock"
            label={t('turn.showTimes')}
            aria-expanded={showsTimes}
            onClick={() => setShowsTimes(!showsTimes)}
            data-testid="show-times"
          />
        )}
        <AnsweredBy message={message} />
      </div>
      {showsTimes && timeline !== undefined && <TurnTimes timeline={timeline} />}
    </>
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
