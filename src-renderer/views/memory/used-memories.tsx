/** Under an answer: the memories that it was given with, each with its sentence, its day and its score. */
import { memo, useEffect, useRef, useState } from 'react';
import type { Message, RecalledMemory } from '../../store/contract-types.ts';
import { fullTime, shortTime } from '../format.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { nearMemories } from './near-memories.ts';
import { ScoreParts, useScoreText } from './score-parts.tsx';
import { short } from './short.ts';
import { UsedPassage } from './used-passage.tsx';

/** A list of all that was at hand would be longer than the answer. */
const shownAtMost = 3;

interface Props {
  readonly message: Pick<Message, 'id' | 'createdAtMs'>;
}

/** The words of an answer grow at each frame; what it was given with stays. */
const isSame = ({ message: a }: Props, { message: b }: Props): boolean =>
  a.id === b.id && a.createdAtMs === b.createdAtMs;

export const UsedMemories = memo(({ message }: Props) => {
  const t = useWords();
  const { loadRecalled } = useActions();
  const recollection = useWindow(state => state.memory.recalled.get(message.id));
  const [isWhole, setWhole] = useState(false);
  const best = nearMemories(recollection?.memories ?? []).slice(0, shownAtMost);
  const atFirst = best.length;
  const list = useRef<HTMLUListElement>(null);
  // The button that was pressed is gone: the focus goes on where it stood.
  useEffect(() => {
    if (isWhole) list.current?.querySelectorAll('summary')[atFirst]?.focus();
  }, [isWhole, atFirst]);
  useEffect(() => loadRecalled(message.id), [loadRecalled, message.id]);
  if (recollection === undefined || recollection.memories.length === 0) return null;
  const { memories } = recollection;
  const shown = isWhole ? memories : best;
  return (
    <ul ref={list} className="used-memories" aria-label={t('usedMemories')} data-testid="used-memories">
      <li className="used-memories-label" aria-hidden="true">
        {t('turn.howIKnow')}
      </li>
      {shown.map(memory =>
        memory.kind === 'passage' ? (
          <UsedPassage key={memory.id} memory={memory} />
        ) : (
          <UsedMemory key={memory.id} memory={memory} nowMs={message.createdAtMs} />
        ),
      )}
      {shown.length < memories.length && (
        <li>
          <button
            type="button"
            className="link-button"
            onClick={() => setWhole(true)}
            data-testid="more-memories"
          >
            {t('turn.moreMemories', { count: memories.length - shown.length })}
          </button>
        </li>
      )}
    </ul>
  );
}, isSame);

/** `nowMs`: when the answer was given; the day is told as it was then. */
function UsedMemory({ memory, nowMs }: { memory: RecalledMemory; nowMs: number }) {
  const t = useWords();
  const language = useLanguage();
  const scoreText = useScoreText();
  const { goTo, explainMemory } = useActions();
  const { id, text, atMs, score } = memory;
  const why = (): void => {
    goTo('memory');
    void explainMemory(id);
  };
  return (
    <li>
      <details className="chip" data-testid="used-memory">
        <summary>
          <span className="unseen">{t('usedMemory')}</span>
          <span className="chip-text" dir="auto">
            {short(text)}
          </span>
          <span className="mono faint">
            {shortTime(atMs, nowMs, language)} · {scoreText(score)}
          </span>
        </summary>
        <div className="chip-body">
          <p className="plain" dir="auto">
            {text}
          </p>
          <p className="faint">{fullTime(atMs, language)}</p>
          <ScoreParts memory={memory} />
          <button
            type="button"
            className="button"
            aria-label={t('memoryWhyOf', { text: short(text) })}
            onClick={why}
          >
            {t('memoryWhy')}
          </button>
        </div>
      </details>
    </li>
  );
}
