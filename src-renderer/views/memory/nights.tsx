/** What each consolidation changed; every change is accepted or undone by itself. */
import { useEffect } from 'react';
import type { NightChange } from '../../store/contract-types.ts';
import { fullTime } from '../format.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { changeText } from './fact-text.ts';

export function Nights() {
  const t = useWords();
  const language = useLanguage();
  const { loadNights, consolidate } = useActions();
  const nights = useWindow(state => state.memory.nights);
  const isConsolidating = useWindow(state => state.memory.isConsolidating);
  const nothingNew = useWindow(state => state.memory.nothingNew);
  useEffect(() => void loadNights(), [loadNights]);
  return (
    <section aria-label={t('memoryTab.nights')}>
      <div className="memory-buttons">
        <button
          type="button"
          className="button"
          disabled={isConsolidating}
          onClick={() => void consolidate()}
        >
          {isConsolidating ? t('memoryConsolidating') : t('memoryConsolidate')}
        </button>
        <span aria-live="polite" className="faint">
          {nothingNew && t('memoryNothingNew')}
        </span>
      </div>
      {nights === undefined && <p aria-live="polite">{t('memoryLoading')}</p>}
      {nights?.length === 0 && <p className="faint">{t('memoryNoNights')}</p>}
      {nights?.map(({ id, atMs, episodes, changes }) => (
        <section
          key={id}
          aria-label={t('memoryNight', { when: fullTime(atMs, language), count: episodes })}
          data-testid="night"
        >
          <h3 className="memory-person">
            {t('memoryNight', { when: fullTime(atMs, language), count: episodes })}
          </h3>
          <ul className="memories">
            {changes.map(change => (
              <Change key={change.id} change={change} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Change({ change }: { change: NightChange }) {
  const t = useWords();
  const { judgeChange } = useActions();
  const text = changeText(change, t);
  const { id, state } = change;
  return (
    <li className="memory memory-change" data-state={state} data-testid="change">
      <p className="grow" dir="auto">
        {text}
        {state !== 'made' && <span className="faint"> · {t(`memoryChangeState.${state}`)}</span>}
      </p>
      <div className="memory-buttons">
        {state !== 'accepted' && (
          <button
            type="button"
            className="button"
            aria-label={t('memoryAcceptOf', { text })}
            onClick={() => void judgeChange(id, 'accepted')}
          >
            {t('memoryAccept')}
          </button>
        )}
        {state !== 'undone' && (
          <button
            type="button"
            className="button"
            aria-label={t('memoryUndoOf', { text })}
            onClick={() => void judgeChange(id, 'undone')}
          >
            {t('memoryUndo')}
          </button>
        )}
      </div>
    </li>
  );
}
