/** The words of the moment, under the core: what is heard, what is being said, or what is wrong. Two lines are kept for them. */
import { useEffect, useState } from 'react';
import type { OrbShape, Trouble } from '../../orb/orb-state.ts';
import type { WindowState } from '../../store/state.ts';
import type { SaidWord } from '../../voice/word-mark.ts';
import { textDirection } from '../text-direction.ts';
import { useWindow, useWords } from '../window-context.tsx';
import { type CaptionWords, lastWords, noCaption, revised, sentenceAround } from './caption-words.ts';
import { useTalk } from './talk.ts';
import { TroubleLine } from './trouble-line.tsx';
import { useCaptionRoom } from './use-caption-room.ts';

interface Props {
  readonly shape: OrbShape;
  readonly trouble: Trouble | undefined;
}

export function Caption({ shape, trouble }: Props) {
  const isSpeaking = useWindow(state => state.voice.speaking);
  return (
    <div className="caption-lines">
      {trouble !== undefined && <TroubleLine trouble={trouble} />}
      {trouble === undefined && (isSpeaking ? <BeingSaid /> : <BeingHeard shape={shape} />)}
      <FinishedWords />
    </div>
  );
}

/** Read out once they will not be revised any more. */
function FinishedWords() {
  const words = useWindow(({ voice }) => (voice.captionIsFinal ? voice.caption : ''));
  return (
    <p className="unseen" role="status">
      {words}
    </p>
  );
}

function BeingHeard({ shape }: { shape: OrbShape }) {
  const caption = useWindow(state => state.voice.caption);
  if (caption !== '') return <HeardWords />;
  if (shape === 'thinking') return <FoundMemories />;
  return shape === 'private' ? <PrivateWords /> : null;
}

function HeardWords() {
  const caption = useWindow(state => state.voice.caption);
  const isFinal = useWindow(state => state.voice.captionIsFinal);
  const room = useCaptionRoom();
  const [{ words, wasFinal }, setHeard] = useState<{ words: CaptionWords; wasFinal: boolean }>({
    words: noCaption,
    wasFinal: false,
  });
  if (words.text !== caption || wasFinal !== isFinal)
    setHeard({ words: revised(words, caption, isFinal), wasFinal: isFinal });
  const { text, settled } = words;
  const open = text.slice(settled);
  return (
    <>
      <p className="caption" dir={textDirection(text)} aria-live="off" data-testid="caption">
        {lastWords(text.slice(0, settled), Math.max(0, room - open.length))}
        {open !== '' && <span className="may-change">{lastWords(open, room)}</span>}
      </p>
      <FoundMemories />
    </>
  );
}

/** How many memories the running answer was given. */
function FoundMemories() {
  const t = useWords();
  const count = useWindow(({ running, open }) => {
    const answer = open.messages.get(running.get(open.id)?.answerId ?? '');
    return answer?.recalled?.length ?? 0;
  });
  return count === 0 ? null : <p className="caption-note">{t('dock.found', { count })}</p>;
}

function PrivateWords() {
  const t = useWords();
  return <p className="caption-note">{t('dock.private')}</p>;
}

function BeingSaid() {
  const talk = useTalk();
  const room = useCaptionRoom();
  const [said, setSaid] = useState<SaidWord>();
  useEffect(() => talk?.onWord(setSaid), [talk]);
  const text = useWindow(state => (said === undefined ? '' : textBeingSaid(state, said.turnId)));
  if (said === undefined || text === '') return null;
  const { before, word, after } = sentenceAround(text, said, room);
  return (
    // The answer itself is read out; this only shows where its voice is.
    <p className="caption" dir={textDirection(text)} aria-hidden="true" data-testid="being-said">
      {before}
      <span className="being-heard">{word}</span>
      <span className="still-to-come">{after}</span>
    </p>
  );
}

/** Of the answer that is given, or of the one that is read aloud again. */
function textBeingSaid({ open, reading }: WindowState, turnId: string): string {
  if (reading?.id === turnId) return open.messages.get(reading.messageId)?.text ?? '';
  const id = open.order.findLast(one => {
    const message = open.messages.get(one);
    return message?.role === 'assistant' && message.turnId === turnId;
  });
  return id === undefined ? '' : (open.messages.get(id)?.text ?? '');
}
