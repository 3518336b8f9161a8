/** Under an answer: a passage of a document that it was given with, with its file and page, and the way to it. */
import type { RecalledMemory } from '../../store/contract-types.ts';
import { useActions, useWords } from '../window-context.tsx';
import { ScoreParts, useScoreText } from './score-parts.tsx';

export function UsedPassage({ memory }: { memory: RecalledMemory }) {
  const t = useWords();
  const scoreText = useScoreText();
  const { goTo, showPassage } = useActions();
  const { id, text, score, speaker, citation } = memory;
  const name = citation?.documentName ?? speaker;
  const place =
    citation?.page === undefined ? name : `${name}, ${t('knowledgePage', { page: citation.page })}`;
  const show = (): void => {
    goTo('memory', 'documents');
    void showPassage(id);
  };
  return (
    <li>
      <details className="chip" data-testid="used-passage">
        <summary>
          <span className="unseen">{t('usedMemory')}</span>
          <span className="chip-text" dir="auto">
            {place}
          </span>
          <span className="mono faint">{scoreText(score)}</span>
        </summary>
        <div className="chip-body">
          <p className="plain" dir="auto">
            {text}
          </p>
          {citation?.heading !== undefined && <p className="faint">{citation.heading}</p>}
          <ScoreParts memory={memory} />
          <button type="button" className="button" aria-label={t('knowledgeShowOf', { name })} onClick={show}>
            {t('knowledgeShow')}
          </button>
        </div>
      </details>
    </li>
  );
}
