/** What became of an answer, and of the prompt that it was given to, in words with the button that mends it. */
import type { CSSProperties } from 'react';
import type { Message } from '../../store/contract-types.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { Remark } from './remark.tsx';

/** The person spoke, and the answer ends where its sound was cut. */
export const isCutBySpeech = ({ notices, text }: Message): boolean =>
  text !== '' && notices?.includes('cut-by-speech') === true;

/** The mark at the end of the last line, which the style sheet draws there. */
export const cutMark = (words: string) => ({
  'data-cut': true,
  style: { '--cut-words': JSON.stringify(words) } as CSSProperties,
});

export function Outcome({ message }: { message: Message }) {
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
  // The mark in its line says it already, and the person who cut it knows it.
  if (status === 'stopped' && isCutBySpeech(message)) return null;
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

export function Notices({ message }: { message: Message }) {
  const t = useWords();
  const { continueAnswer } = useActions();
  const texts = {
    'history-trimmed': t('noticeHistoryTrimmed'),
    'prompt-trimmed': t('noticePromptTrimmed'),
    'answer-cut': t('noticeAnswerCut'),
    'stream-ended-early': t('noticeStreamEndedEarly'),
  };
  return message.notices?.map(notice => {
    if (notice === 'cut-by-speech') return null;
    const goesOn =
      message.status === 'complete' && (notice === 'answer-cut' || notice === 'stream-ended-early');
    const action = goesOn ? { action: t('continue'), onAction: () => void continueAnswer(message.id) } : {};
    return <Remark key={notice} text={texts[notice]} {...action} />;
  });
}
