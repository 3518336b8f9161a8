/** Brings models in from a folder of this computer, and checks what is installed. */
import { type SubmitEvent, useState } from 'react';
import { TextField } from '../dialogs/text-field.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

export function ImportForm() {
  const words = useWords();
  const { importModels, verifyModels } = useActions();
  const isReading = useWindow(state => state.catalogue.isReading);
  const done = useWindow(state => state.catalogue.done);
  const [path, setPath] = useState('');
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (path.trim() !== '') void importModels(path.trim());
  };
  const found = done?.kind === 'verified' ? words.modelsVerified : words.modelsImported;
  return (
    <form onSubmit={onSubmit}>
      <TextField
        label={words.modelsImport}
        value={path}
        onChange={setPath}
        placeholder={words.modelsImportPlaceholder}
        maxLength={4096}
      />
      <div aria-live="polite">
        {isReading && <p>{words.modelsReading}</p>}
        {done !== undefined && done.names.length > 0 && <p>{found(done.names.join(', '))}</p>}
        {done !== undefined && done.missing.length > 0 && (
          <p className="remark-error">{words.modelsMissing(done.missing.join('; '))}</p>
        )}
      </div>
      <div className="modal-actions">
        <button type="button" className="button" disabled={isReading} onClick={() => void verifyModels()}>
          {words.modelsVerify}
        </button>
        <button type="submit" className="button" disabled={isReading || path.trim() === ''}>
          {words.modelsImportButton}
        </button>
      </div>
    </form>
  );
}
