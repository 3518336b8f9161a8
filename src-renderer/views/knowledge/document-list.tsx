/** What was given, with a way to take it back, and the documents found there with their state. */
import type { KnowledgeDocument, KnowledgeSource } from '../../store/contract-types.ts';
import { fileSize, number } from '../format.ts';
import { SureButton } from '../sure-button.tsx';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';

export function DocumentList() {
  const t = useWords();
  const language = useLanguage();
  const list = useWindow(state => state.knowledge.list);
  const status = useWindow(state => state.knowledge.status);
  if (list === undefined) return null;
  const { sources, documents } = list;
  if (sources.length === 0) return <p className="faint">{t('knowledgeNone')}</p>;
  const all = status === undefined ? 0 : status.indexed + status.waiting + status.failed;
  const left = all - documents.length;
  return (
    <>
      <section aria-label={t('knowledgeSources')}>
        <h3 className="knowledge-head">{t('knowledgeSources')}</h3>
        <ul className="memories" data-testid="knowledge-sources">
          {sources.map(source => (
            <Source key={source.id} source={source} />
          ))}
        </ul>
      </section>
      <section aria-label={t('knowledgeList')}>
        <h3 className="knowledge-head">{t('knowledgeList')}</h3>
        <ul className="memories" data-testid="knowledge-documents">
          {documents.map(document => (
            <Document key={document.id} document={document} />
          ))}
        </ul>
        {left > 0 && (
          <p className="faint">{t('knowledgeMore', { count: left, number: number(left, language) })}</p>
        )}
      </section>
    </>
  );
}

function Source({ source: { id, kind, path } }: { source: KnowledgeSource }) {
  const t = useWords();
  const { removeKnowledge } = useActions();
  return (
    <li className="memory" data-testid="knowledge-source">
      <p className="plain memory-text" dir="auto">
        {path}
      </p>
      <SureButton
        text={t('knowledgeRemove')}
        label={t('knowledgeRemoveOf', { name: path })}
        warning={t(kind === 'uploaded' ? 'sure.uploaded' : 'sure.document')}
        onSure={() => void removeKnowledge(id)}
      />
    </li>
  );
}

function Document({ document }: { document: KnowledgeDocument }) {
  const t = useWords();
  const language = useLanguage();
  const { name, title, state, bytes, passages, problem } = document;
  const parts = [
    t(`knowledgeState.${state}`),
    fileSize(bytes, language),
    ...(state === 'indexed'
      ? [t('knowledgePassages', { count: passages, number: number(passages, language) })]
      : []),
  ];
  return (
    <li className="memory" data-testid="knowledge-document" data-state={state}>
      <p className="plain memory-text" dir="auto">
        {title === undefined || title === name ? name : `${name} · ${title}`}
      </p>
      <p className="faint">{parts.join(' · ')}</p>
      {problem !== undefined && (
        <p className="remark-error">
          {problem.message} {problem.hint}
        </p>
      )}
    </li>
  );
}
