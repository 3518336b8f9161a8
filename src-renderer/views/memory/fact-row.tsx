/** One fact, to be asked about, corrected in place, or forgotten. */
import { type SubmitEvent, useState } from 'react';
import type { Fact } from '../../store/contract-types.ts';
import { TextField } from '../dialogs/text-field.tsx';
import { useActions, useWords } from '../window-context.tsx';
import { factText, holdsText } from './fact-text.ts';

export function FactRow({ fact }: { fact: Fact }) {
  const t = useWords();
  const { explainMemory, previewForget } = useActions();
  const [isEditing, setEditing] = useState(false);
  const said = factText(fact, t);
  const holds = holdsText(fact, t);
  return (
    <li className="memory" data-over={fact.validTo !== undefined} data-testid="fact">
      <p className="plain memory-text" dir="auto">
        {fact.relationText} <strong>{fact.value}</strong>
      </p>
      {(holds !== '' || fact.validTo !== undefined) && (
        <p className="faint">
          {holds}
          {fact.validTo !== undefined && ` · ${t('memoryOver')}`}
        </p>
      )}
      {isEditing ? (
        <EditFact fact={fact} onDone={() => setEditing(false)} />
      ) : (
        <div className="memory-buttons">
          <button
            type="button"
            className="button"
            aria-label={t('memoryWhyOf', { text: said })}
            onClick={() => void explainMemory(fact.id)}
          >
            {t('memoryWhy')}
          </button>
          <button
            type="button"
            className="button"
            aria-label={t('memoryEditOf', { text: said })}
            onClick={() => setEditing(true)}
          >
            {t('memoryEdit')}
          </button>
          <button
            type="button"
            className="button"
            aria-label={t('memoryForgetOf', { text: said })}
            onClick={() => void previewForget(fact.id)}
          >
            {t('memoryForget')}
          </button>
        </div>
      )}
    </li>
  );
}

export function EditFact({ fact, onDone }: { fact: Fact; onDone: () => void }) {
  const t = useWords();
  const { editFact } = useActions();
  const [value, setValue] = useState(fact.value);
  const isSame = value.trim() === '' || value.trim() === fact.value;
  const onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (isSame || (await editFact(fact.id, value.trim()))) onDone();
  };
  return (
    <form className="memory-edit" onSubmit={event => void onSubmit(event)}>
      <TextField label={t('memoryEditLabel')} value={value} onChange={setValue} maxLength={1000} />
      <div className="memory-buttons">
        <button type="submit" className="button filled" disabled={isSame}>
          {t('memorySave')}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
