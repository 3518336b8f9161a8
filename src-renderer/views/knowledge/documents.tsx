/** The person's documents: given, how far they are read, and a passage in its place. */
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { TextField } from '../dialogs/text-field.tsx';
import { number } from '../format.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { DocumentList } from './document-list.tsx';
import { PassagePage } from './passage-page.tsx';

export function Documents() {
  const { leavePassage, loadKnowledge } = useActions();
  const passage = useWindow(state => state.knowledge.passage);
  const error = useWindow(state => state.knowledge.error);
  useEffect(() => {
    void loadKnowledge();
    return leavePassage;
  }, [loadKnowledge, leavePassage]);
  return (
    <>
      {error !== undefined && (
        <p className="remark-error" role="alert">
          {error.message} {error.hint}
        </p>
      )}
      {passage === undefined ? <Given /> : <PassagePage passage={passage} hasFailed={error !== undefined} />}
    </>
  );
}

function Given() {
  const t = useWords();
  return (
    <>
      <p className="faint">{t('knowledgeText')}</p>
      <AddForm />
      <Status />
      <DocumentList />
    </>
  );
}

function AddForm() {
  const t = useWords();
  const { addKnowledge, uploadDocument } = useActions();
  const uploading = useWindow(state => state.knowledge.uploading);
  const [path, setPath] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (path.trim() !== '' && (await addKnowledge(path.trim()))) setPath('');
  };
  return (
    <form onSubmit={event => void submit(event)} data-testid="knowledge-add">
      <TextField
        label={t('knowledgePath')}
        value={path}
        onChange={setPath}
        placeholder={t('knowledgePathPlaceholder')}
        maxLength={4096}
      />
      <p className="faint">{t('knowledgeDropHint')}</p>
      <div aria-live="polite">
        {uploading.map(name => (
          <p key={name}>{t('knowledgeUploading', { name })}</p>
        ))}
      </div>
      <div className="modal-actions">
        <button type="button" className="button" onClick={() => file.current?.click()}>
          {t('knowledgeChoose')}
        </button>
        <button type="submit" className="button" disabled={path.trim() === ''}>
          {t('knowledgeAdd')}
        </button>
      </div>
      <input
        ref={file}
        type="file"
        hidden
        multiple
        data-testid="knowledge-file"
        onChange={event => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = '';
          for (const one of chosen) void uploadDocument(one);
        }}
      />
    </form>
  );
}

function Status() {
  const t = useWords();
  const language = useLanguage();
  const { pauseKnowledge } = useActions();
  const status = useWindow(state => state.knowledge.status);
  if (status === undefined || status.indexed + status.waiting + status.failed === 0) return null;
  const { indexed, waiting, failed, isPaused, reading } = status;
  const counts = [indexed, waiting, failed].map(count => number(count, language));
  const [read = '', due = '', not = ''] = counts;
  return (
    <div className="knowledge-status" data-testid="knowledge-status">
      <p aria-live="polite">
        {t('knowledgeStatus', { indexed: read, waiting: due, failed: not })}
        {isPaused && ` · ${t('knowledgePaused')}`}
        {reading !== undefined && ` · ${t('knowledgeReading', { name: reading })}`}
      </p>
      {waiting > 0 && <progress max={indexed + waiting + failed} value={indexed + failed} />}
      {(waiting > 0 || isPaused) && (
        <button type="button" className="button" onClick={() => void pauseKnowledge(!isPaused)}>
          {isPaused ? t('knowledgeResume') : t('knowledgePause')}
        </button>
      )}
    </div>
  );
}
