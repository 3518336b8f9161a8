/** Asked before the microphone stays open: what happens, in three sentences. */
import { useEffect, useId, useRef } from 'react';
import type { StandingMode } from '../../voice/hands-free.ts';
import { useWords } from '../window-context.tsx';

interface Props {
  readonly mode: StandingMode;
  readonly onAnswer: (agreed: boolean) => void;
}

export function ConsentDialog({ mode, onAnswer }: Props) {
  const t = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [titleId, textId] = [useId(), useId()];
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby={titleId}
      aria-describedby={textId}
      onClose={event => {
        // It lies within the settings, which would take its close for theirs.
        event.stopPropagation();
        onAnswer(false);
      }}
      data-testid="consent"
    >
      <header>
        <h2 id={titleId}>{t('consentTitle')}</h2>
      </header>
      <p id={textId}>{t(`consentText.${mode}`)}</p>
      <div className="modal-actions">
        <button type="button" className="button" onClick={() => onAnswer(false)}>
          {t('consentNo')}
        </button>
        <button type="button" className="button" onClick={() => onAnswer(true)} data-testid="consent-yes">
          {t('consentYes')}
        </button>
      </div>
    </dialog>
  );
}
