/** A passage marked among those around it, with its file and page. */
import { useEffect, useRef } from 'react';
import type { KnowledgeView } from '../../store/knowledge-view.ts';
import { useActions, useWords } from '../window-context.tsx';

interface Props {
  readonly passage: NonNullable<KnowledgeView['passage']>;
  /** The passage could not be had. */
  readonly hasFailed: boolean;
}

export function PassagePage({ passage: { view }, hasFailed }: Props) {
  const t = useWords();
  const { leavePassage, openDocument } = useActions();
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    if (view !== undefined) mark.current?.scrollIntoView({ block: 'center' });
  }, [view]);
  return (
    <section className="passage-page" data-testid="passage-page">
      {view === undefined ? (
        <p className="faint">{hasFailed ? t('knowledgeGone') : t('memoryLoading')}</p>
      ) : (
        <>
          <h3 className="plain" dir="auto">
            {view.passage.documentName}
            {view.passage.page !== undefined && `, ${t('knowledgePage', { page: view.passage.page })}`}
          </h3>
          <p className="faint plain" dir="auto">
            {[...(view.passage.path === undefined ? [] : [view.passage.path]), ...view.passage.headings].join(
              ' › ',
            )}
          </p>
          <div className="passage-text" dir="auto">
            {view.before.map(one => (
              <p key={one.id}>{one.text}</p>
            ))}
            <p>
              <mark ref={mark}>{view.passage.text}</mark>
            </p>
            {view.after.map(one => (
              <p key={one.id}>{one.text}</p>
            ))}
          </div>
        </>
      )}
      <div className="modal-actions">
        <button type="button" className="button" onClick={leavePassage}>
          {t('knowledgeBack')}
        </button>
        {view?.passage.path !== undefined && (
          <button type="button" className="button" onClick={() => void openDocument(view.passage.documentId)}>
            {t('knowledgeOpen')}
          </button>
        )}
      </div>
    </section>
  );
}
