/** Name and language of another person; the window then becomes theirs. */
import { type SubmitEvent, useState } from 'react';
import type { Language } from '../../store/contract-types.ts';
import { Modal } from '../modal.tsx';
import { useActions, useLanguage, useWords } from '../window-context.tsx';
import { Choice } from './choice.tsx';
import { TextField } from './text-field.tsx';

export function AddProfileDialog() {
  const words = useWords();
  const { addProfile, closeDialog } = useActions();
  const current = useLanguage();
  const [name, setName] = useState('');
  const [language, setLanguage] = useState<Language>(current);
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    closeDialog();
    void addProfile(name.trim(), language);
  };
  return (
    <Modal title={words.addProfile.replace('…', '')}>
      <p className="faint">{words.profileText}</p>
      <form onSubmit={onSubmit}>
        <TextField label={words.name} value={name} onChange={setName} maxLength={60} required />
        <Choice
          label={words.language}
          value={language}
          options={[
            ['fr', words.french],
            ['en', words.english],
          ]}
          onChange={setLanguage}
        />
        <div className="modal-actions">
          <button type="submit" className="button filled" disabled={name.trim() === ''}>
            {words.add}
          </button>
        </div>
      </form>
    </Modal>
  );
}
