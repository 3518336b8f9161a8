/** Brings models in from a folder of this computer, and checks what is installed. */
import { type SubmitEvent, useState } from 'react';
import { TextField } from '../dialogs/text-field.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

export function ImportForm() {
  const t = useWords();
  const { importModels, verifyModels } = useActions();
  const isReading = useWindow(state => state.catalogue.isReading);
  const done = useWindow(state => state.catalogue.done);
  const [path, setPath] = useState('');
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (path.trim() !== '') void importModels(path.trim());
  };
  const found = done?.kind === 'verified' ? 'modelsVerified' : 'modelsImported';
  return (
    <form onSubmit={onSubmit}>
      <TextField
        label={t('modelsImport')}
        value={path}
        onChange={setPath}
        placeholder={t('modelsImportPlaceholder')}
        maxLength={4096}
      />
      <div aria-live="polite">
        {isReading && <p>{t('modelsReading')}</p>}
        {done !== undefined && done.names.length > 0 && <p>{t(found, { names: done.names.join(', ') })}</p>}
        {done !== undefined && done.missing.length > 0 && (
          <p className="remark-error">{t('modelsMissing', { files: done.missing.join('; ') })}</p>
        )}
      </div>
      <div className="modal-actions">
        <button type="button" className="button" disabled={isReading} onClick={() => void verifyModels()}>
          {t('modelsVerify')}
        </button>
        <button type="submit" className="button" disabled={isReading || path.trim() === ''}>
          {t('modelsImportButton')}
        </button>
      </div>
    </form>
  );
}
