/** Corrects a fact in place; what it was stays in its history. */
import { type SubmitEvent, useState } from 'react';
import type { Fact } from '../../store/contract-types.ts';
import { TextField } from '../dialogs/text-field.tsx';
import { useActions, useWords } from '../window-context.tsx';

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
