/** A dialog above the window: the browser keeps the focus in it, gives it back, and closes it by Escape or a click outside. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './icon-button.tsx';
import { useActions, useWords } from './window-context.tsx';

export function Modal({ title, children }: { title: string; children: ReactNode }) {
  const t = useWords();
  const { closeDialog } = useActions();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    // React does not know this attribute yet.
    dialog.current?.setAttribute('closedby', 'any');
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="modal" aria-labelledby={titleId} onClose={closeDialog}>
      <header>
        <h2 id={titleId}>{title}</h2>
        <IconButton icon="close" label={t('close')} onClick={closeDialog} />
      </header>
      {children}
    </dialog>
  );
}
