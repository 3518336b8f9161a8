/** Address and key of a server that speaks the OpenAI protocol. */
import { type SubmitEvent, useState } from 'react';
import type { ErrorReport } from '../../store/contract-types.ts';
import { Modal } from '../modal.tsx';
import { useActions, useWords } from '../window-context.tsx';
import { TextField } from './text-field.tsx';

/** The host of the address stands for a name that was not given. */
const nameOf = (address: string): string =>
  (URL.canParse(address) ? new URL(address).host : address).slice(0, 80);

export function AddServerDialog() {
  const t = useWords();
  const { addServer, closeDialog } = useActions();
  const [label, setLabel] = useState('');
  const [address, setAddress] = useState('');
  const [key, setKey] = useState('');
  const [isAdding, setAdding] = useState(false);
  const [error, setError] = useState<ErrorReport | undefined>();
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const where = address.trim();
    const server = { label: label.trim() || nameOf(where), address: where };
    setAdding(true);
    setError(undefined);
    void addServer(key === '' ? server : { ...server, key }).then(refused => {
      setAdding(false);
      if (refused === undefined) closeDialog();
      else setError(refused);
    });
  };
  return (
    <Modal title={t('addServer').replace('…', '')}>
      <p className="faint">{t('serverText')}</p>
      <form onSubmit={onSubmit}>
        <TextField
          label={t('serverAddress')}
          value={address}
          onChange={setAddress}
          placeholder={t('serverAddressPlaceholder')}
          maxLength={500}
          type="url"
          required
        />
        <TextField
          label={t('serverName')}
          value={label}
          onChange={setLabel}
          placeholder={t('serverNamePlaceholder')}
          maxLength={80}
        />
        <TextField label={t('serverKey')} value={key} onChange={setKey} maxLength={500} type="password" />
        {error !== undefined && (
          <p className="remark-error" role="alert">
            {error.message} {error.hint}
          </p>
        )}
        <div className="modal-actions">
          <button type="submit" className="button filled" disabled={isAdding || address.trim() === ''}>
            {isAdding ? t('adding') : t('add')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
