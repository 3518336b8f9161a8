/** What stands in the place of a dialog that broke. */
import { useEffect, useRef } from 'react';
import { useWords } from '../window-context.tsx';
import { BrokenPart } from './broken-part.tsx';

interface Props {
  readonly error: Error;
  readonly again: () => void;
  readonly close: () => void;
}

export function BrokenDialog({ error, again, close }: Props) {
  const t = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="modal" aria-label={t('frame.brokenDialog')} onClose={close}>
      <BrokenPart title={t('frame.brokenDialog')} error={error} again={again} />
      <div className="modal-actions">
        <button type="button" className="button" onClick={close}>
          {t('close')}
        </button>
      </div>
    </dialog>
  );
}
