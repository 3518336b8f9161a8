/** One fact, to be asked about, corrected in place, or forgotten. */
import { type SubmitEvent, useState } from 'react';
import type { Fact } from '../../store/contract-types.ts';
import { TextField } from '../dialogs/text-field.tsx';
import { useActions, useWords } from '../window-context.tsx';
import { factText, holdsText } from './fact-text.ts';

export function FactRow({ fact }: { fact: Fact }) {
  const words = useWords();
  const { explainMemory, previewForget } = useActions();
  const [isEditing, setEditing] = useState(false);
  const said = factText(fact, words);
  const holds = holdsText(fact, words);
  return (
    <li className="memory" data-over={fact.validTo !== undefined} data-testid="fact">
      <p className="plain memory-text" dir="auto">
        {fact.relationText} <strong>{fact.value}</strong>
      </p>
      {(holds !== '' || fact.validTo !== undefined) && (
        <p className="faint">
          {holds}
          {fact.validTo !== undefined && ` · ${words.memoryOver}`}
        </p>
      )}
      {isEditing ? (
        <EditFact fact={fact} onDone={() => setEditing(false)} />
      ) : (
        <div className="memory-buttons">
          <button
            type="button"
            className="button"
            aria-label={words.memoryWhyOf(said)}
            onClick={() => void explainMemory(fact.id)}
          >
            {words.memoryWhy}
          </button>
          <button
            type="button"
            className="button"
            aria-label={words.memoryEditOf(said)}
            onClick={() => setEditing(true)}
          >
            {words.memoryEdit}
          </button>
          <button
            type="button"
            className="button"
            aria-label={words.memoryForgetOf(said)}
            onClick={() => void previewForget(fact.id)}
          >
            {words.memoryForget}
          </button>
        </div>
      )}
    </li>
  );
}

export function EditFact({ fact, onDone }: { fact: Fact; onDone: () => void }) {
  const words = useWords();
  const { editFact } = useActions();
  const [value, setValue] = useState(fact.value);
  const isSame = value.trim() === '' || value.trim() === fact.value;
  const onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (isSame || (await editFact(fact.id, value.trim()))) onDone();
  };
  return (
    <form className="memory-edit" onSubmit={event => void onSubmit(event)}>
      <TextField label={words.memoryEditLabel} value={value} onChange={setValue} maxLength={1000} />
      <div className="memory-buttons">
        <button type="submit" className="button filled" disabled={isSame}>
          {words.memorySave}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
