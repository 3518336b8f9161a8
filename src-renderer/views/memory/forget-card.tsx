/** Forgetting: everything that would go, then the receipt. */
import { useEffect, useRef } from 'react';
import type { ForgetPreview } from '../../store/contract-types.ts';
import type { Forgetting } from '../../store/memory-view.ts';
import { fullTime, number } from '../format.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { factText } from './fact-text.ts';
import { Receipt } from './receipt.tsx';

/** An id says nothing to a person: then it is the one memory that is shown. */
const isId = (about: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(about);

export function ForgetCard({ forgetting }: { forgetting: Forgetting }) {
  const t = useWords();
  const { leaveForgetting } = useActions();
  const heading = useRef<HTMLHeadingElement>(null);
  const { state } = forgetting;
  useEffect(() => heading.current?.focus(), []);
  // What would go is read from its beginning.
  useEffect(() => {
    if (state !== 'looking') heading.current?.scrollIntoView({ block: 'start' });
  }, [state]);
  const isDone = state === 'done';
  return (
    <section aria-labelledby="forget-title" data-testid="forget">
      <h3 id="forget-title" ref={heading} tabIndex={-1}>
        {isDone ? t('memoryForgotten') : t('memoryForgetTitle')}
      </h3>
      {forgetting.state === 'looking' && <p aria-live="polite">{t('memoryLoading')}</p>}
      {(forgetting.state === 'shown' || forgetting.state === 'forgetting') && (
        <Preview
          preview={forgetting.preview}
          about={forgetting.about}
          isUnderWay={forgetting.state === 'forgetting'}
        />
      )}
      {isDone && (
        <div role="status" data-testid="receipt">
          <Receipt receipt={forgetting.receipt} />
        </div>
      )}
      {(isDone || forgetting.state === 'looking') && (
        <div className="modal-actions">
          <button type="button" className="button" onClick={leaveForgetting}>
            {t('memoryBack')}
          </button>
        </div>
      )}
    </section>
  );
}

interface PreviewProps {
  readonly preview: ForgetPreview;
  readonly about: string;
  readonly isUnderWay: boolean;
}

function Preview({ preview, about, isUnderWay }: PreviewProps) {
  const t = useWords();
  const { forgetShown, leaveForgetting } = useActions();
  const isOffline = useWindow(state => state.connection !== 'open');
  const { counts } = preview;
  const isEmpty = Object.values(counts).every(count => count === 0);
  const [first] = [...preview.episodes, ...preview.summaries].map(one => one.text);
  const fact = preview.facts[0];
  const named = isId(about) ? (first ?? (fact && factText(fact, t)) ?? about) : about;
  return (
    <>
      <p dir="auto">
        {isEmpty ? t('memoryForgetNothing', { about: named }) : t('memoryForgetText', { about: named })}
      </p>
      <PreviewLists preview={preview} />
      <div className="modal-actions" aria-live="polite">
        {isUnderWay && <span>{t('memoryForgetting')}</span>}
        <button type="button" className="button" disabled={isUnderWay} onClick={leaveForgetting}>
          {isEmpty ? t('memoryBack') : t('memoryForgetNo')}
        </button>
        {!isEmpty && (
          <button
            type="button"
            className="button danger"
            disabled={isUnderWay || isOffline}
            onClick={() => void forgetShown()}
            data-testid="forget-yes"
          >
            {t('memoryForgetYes')}
          </button>
        )}
      </div>
    </>
  );
}

function PreviewLists({ preview }: { preview: ForgetPreview }) {
  const t = useWords();
  const language = useLanguage();
  const dated = ({ id, atMs, text }: { id: string; atMs: number; text: string }): Line => ({
    id,
    text,
    when: fullTime(atMs, language),
  });
  const { counts, episodes, messages, facts, summaries, notes } = preview;
  return (
    <>
      <PreviewList title={t('memoryCounts.episodes')} count={counts.episodes} lines={episodes.map(dated)} />
      <PreviewList title={t('memoryCounts.messages')} count={counts.messages} lines={messages.map(dated)} />
      <PreviewList
        title={t('memoryCounts.facts')}
        count={counts.facts}
        lines={facts.map(fact => ({ id: fact.id, text: factText(fact, t) }))}
      />
      <PreviewList
        title={t('memoryCounts.summaries')}
        count={counts.summaries}
        lines={summaries.map(({ id, text }) => ({ id, text }))}
      />
      <PreviewList
        title={t('memoryCounts.notes')}
        count={counts.notes}
        lines={notes.map(({ id, text }) => ({ id, text }))}
      />
    </>
  );
}

interface Line {
  readonly id: string;
  readonly text: string;
  readonly when?: string;
}

function PreviewList({ title, count, lines }: { title: string; count: number; lines: readonly Line[] }) {
  const t = useWords();
  const language = useLanguage();
  if (count === 0) return null;
  return (
    <section aria-label={title}>
      <h4>
        {title} <span className="mono faint">{number(count, language)}</span>
      </h4>
      <ul className="memory-list">
        {lines.map(({ id, text, when }) => (
          <li key={id}>
            <span className="plain" dir="auto">
              {text}
            </span>
            {when !== undefined && <span className="faint"> {when}</span>}
          </li>
        ))}
        {count > lines.length && (
          <li className="faint">{t('memoryMore', { count: count - lines.length })}</li>
        )}
      </ul>
    </section>
  );
}
