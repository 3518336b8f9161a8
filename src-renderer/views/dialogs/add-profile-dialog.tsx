/** Name and language of another person; the window then becomes theirs. */
import { type SubmitEvent, useState } from 'react';
import type { Language } from '../../store/contract-types.ts';
import { Modal } from '../modal.tsx';
import { useActions, useLanguage, useWords } from '../window-context.tsx';
import { Choice } from './choice.tsx';
import { TextField } from './text-field.tsx';

export function AddProfileDialog() {
  const t = useWords();
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
    <Modal title={t('addProfile').replace('…', '')}>
      <p className="faint">{t('profileText')}</p>
      <form onSubmit={onSubmit}>
        <TextField label={t('name')} value={name} onChange={setName} maxLength={60} required />
        <Choice
          label={t('language')}
          value={language}
          options={[
            ['fr', t('french')],
            ['en', t('english')],
          ]}
          onChange={setLanguage}
        />
        <div className="modal-actions">
          <button type="submit" className="button filled" disabled={name.trim() === ''}>
            {t('add')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
