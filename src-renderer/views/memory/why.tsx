/** Why something is known: the sentences it came from, what happened to it, and how strong it is. */
import { useRef, useState } from 'react';
import type { Explanation } from '../../store/contract-types.ts';
import { fullTime, number } from '../format.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { EditFact } from './fact-row.tsx';
import { changeText, factText, holdsText } from './fact-text.ts';
import { OpenThere } from './open-there.tsx';
import { short } from './short.ts';
import { useFirstFocus } from './use-first-focus.ts';

interface Props {
  readonly why: { readonly id: string; readonly explanation?: Explanation };
}

export function Why({ why }: Props) {
  const t = useWords();
  const { leaveMemory } = useActions();
  const hasFailed = useWindow(state => state.memory.error !== undefined);
  const back = useRef<HTMLButtonElement>(null);
  useFirstFocus(back);
  return (
    <section aria-label={t('memoryWhy')} data-testid="memory-why">
      <button ref={back} type="button" className="button" onClick={leaveMemory}>
        {t('memoryBack')}
      </button>
      {why.explanation === undefined ? (
        !hasFailed && <p aria-live="polite">{t('memoryLoading')}</p>
      ) : (
        <Explained explanation={why.explanation} />
      )}
    </section>
  );
}

function Explained({ explanation }: { explanation: Explanation }) {
  const t = useWords();
  const language = useLanguage();
  const { previewForget } = useActions();
  const [isEditing, setEditing] = useState(false);
  const { id, text, fact, strength, recalls } = explanation;
  const said = fact === undefined ? text : factText(fact, t);
  const percent = number(Math.round(100 * strength), language);
  return (
    <>
      <p className="plain memory-said" dir="auto">
        {said}
      </p>
      {fact !== undefined && <p className="faint">{holdsText(fact, t)}</p>}
      {isEditing && fact !== undefined ? (
        <EditFact fact={fact} onDone={() => setEditing(false)} />
      ) : (
        <div className="memory-buttons">
          {fact !== undefined && (
            <button
              type="button"
              className="button"
              aria-label={t('memoryEditOf', { text: short(said) })}
              onClick={() => setEditing(true)}
            >
              {t('memoryEdit')}
            </button>
          )}
          <button
            type="button"
            className="button"
            aria-label={t('memoryForgetOf', { text: short(said) })}
            onClick={() => void previewForget(id)}
          >
            {t('memoryForget')}
          </button>
        </div>
      )}
      <Sources explanation={explanation} />
      <History explanation={explanation} />
      <h3>{t('memoryStrength')}</h3>
      <p>
        <meter min={0} max={1} value={strength} aria-label={t('memoryStrength')} />{' '}
        {t('memoryStrengthOf', { percent, count: recalls })}
      </p>
    </>
  );
}

function Sources({ explanation: { sources } }: { explanation: Explanation }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <section aria-label={t('memorySources')}>
      <h3>{t('memorySources')}</h3>
      {sources.length === 0 && <p className="faint">{t('memoryNoSources')}</p>}
      <ul className="memories">
        {sources.map(({ episodeId, text, atMs, conversationId, messageId }) => (
          <li key={episodeId} className="memory" data-testid="memory-source">
            <blockquote className="plain memory-text" dir="auto">
              {text}
            </blockquote>
            <p className="faint">
              <time dateTime={new Date(atMs).toISOString()}>{fullTime(atMs, language)}</time>
            </p>
            <OpenThere conversationId={conversationId} messageId={messageId} text={text} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ explanation: { history, fact } }: { explanation: Explanation }) {
  const t = useWords();
  const language = useLanguage();
  if (history.length === 0) return null;
  return (
    <section aria-label={t('memoryHistory')} data-testid="memory-history">
      <h3>{t('memoryHistory')}</h3>
      <ol className="memory-list">
        {history.map(({ atMs, change }) => (
          <li key={`${atMs} ${change.kind}`}>
            <span className="faint">{fullTime(atMs, language)}</span>{' '}
            <span dir="auto">{changeText({ change, ...(fact && { fact }) }, t)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
