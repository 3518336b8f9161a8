/** One memory as an argument: what is claimed, the sentence it comes from, its history, its strength, its uses, what to do. */
import { useEffect, useRef, useState } from 'react';
import type { Explanation, Fact } from '../../store/contract-types.ts';
import { number } from '../format.ts';
import { Icon } from '../icons.tsx';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { AffectSquare } from './affect-square.tsx';
import { History, Sources, Span, Uses, Values } from './card-parts.tsx';
import { EditFact } from './edit-fact.tsx';
import { ForgetCard } from './forget-card.tsx';
import { MergeFacts } from './merge-form.tsx';
import { ScoreParts } from './score-parts.tsx';
import { short } from './short.ts';
import { StrengthCurve } from './strength-curve.tsx';

interface Props {
  readonly why: {
    readonly id: string;
    readonly explanation?: Explanation;
    readonly values?: readonly Fact[];
  };
  /** It lies above the rest, and takes the focus. */
  readonly isSheet: boolean;
}

export function MemoryCard({ why: { id, explanation, values = [] }, isSheet }: Props) {
  const t = useWords();
  const hasFailed = useWindow(state => state.memory.error !== undefined);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isSheet && explanation !== undefined) title.current?.focus();
  }, [isSheet, explanation]);
  if (explanation === undefined) return hasFailed ? null : <p aria-live="polite">{t('memoryLoading')}</p>;
  const { fact, text } = explanation;
  return (
    <article className="memory-card" aria-labelledby={`card-${id}`} data-testid="memory-why">
      <h2 id={`card-${id}`} ref={title} tabIndex={-1} className="plain card-title" dir="auto">
        {explanation.claim ?? text}
      </h2>
      {fact !== undefined && <Holds fact={fact} recalls={explanation.recalls} />}
      <Sources explanation={explanation} />
      {fact !== undefined && <Values fact={fact} values={values} />}
      <History explanation={explanation} />
      <div className="card-life">
        <StrengthCurve explanation={explanation} />
        {explanation.affect !== undefined && <AffectSquare affect={explanation.affect} />}
      </div>
      <Score id={id} />
      <Uses explanation={explanation} />
      <Deeds
        explanation={explanation}
        others={values.filter(one => one.id !== fact?.id)}
        onDone={() => title.current?.focus()}
      />
    </article>
  );
}

function Holds({ fact, recalls }: { fact: Fact; recalls: number }) {
  const t = useWords();
  const language = useLanguage();
  const confidence = number(Math.round(fact.confidence * 100) / 100, language);
  return (
    <p className="faint card-holds">
      <Span fact={fact} />. {t('memoryRoom.confidence', { confidence })}{' '}
      {t('memoryRoom.used', { count: recalls })}
    </p>
  );
}

/** How near it was to the words that found it. */
function Score({ id }: { id: string }) {
  const found = useWindow(state => state.memory.search.memories.find(one => one.id === id));
  return found === undefined ? null : <ScoreParts memory={found} />;
}

interface DeedsProps {
  readonly explanation: Explanation;
  readonly others: readonly Fact[];
  /** The button that had the focus is gone. */
  readonly onDone: () => void;
}

function Deeds({ explanation, others, onDone }: DeedsProps) {
  const t = useWords();
  const { previewForget } = useActions();
  const [deed, setDeed] = useState<'edit' | 'merge'>();
  const forgetting = useWindow(state => state.memory.forgetting);
  const { id, fact, claim, text } = explanation;
  const said = short(claim ?? text);
  const done = (): void => {
    setDeed(undefined);
    onDone();
  };
  if (forgetting !== undefined && forgetting.about === id) return <ForgetCard forgetting={forgetting} />;
  if (deed === 'edit' && fact !== undefined) return <EditFact fact={fact} onDone={done} />;
  if (deed === 'merge' && fact !== undefined) return <MergeFacts fact={fact} others={others} onDone={done} />;
  return (
    <div className="memory-buttons">
      {fact !== undefined && (
        <button
          type="button"
          className="button"
          aria-label={t('memoryEditOf', { text: said })}
          onClick={() => setDeed('edit')}
        >
          <Icon name="edit" /> {t('memoryEdit')}
        </button>
      )}
      {others.length > 0 && (
        <button
          type="button"
          className="button"
          aria-label={t('memoryRoom.mergeOf', { text: said })}
          onClick={() => setDeed('merge')}
        >
          <Icon name="graph" /> {t('memoryRoom.merge')}
        </button>
      )}
      <button
        type="button"
        className="button"
        aria-label={t('memoryForgetOf', { text: said })}
        onClick={() => void previewForget(id)}
      >
        <Icon name="bin" /> {t('memoryForget')}
      </button>
    </div>
  );
}
