/** A button for what cannot be undone: pressed once it says so in its place, and only the second press does it. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useWords } from './window-context.tsx';

interface Props {
  /** What stands on the button. */
  readonly text: string;
  /** The same with what it is about, for those who do not see where it stands. */
  readonly label: string;
  /** What is lost, in a sentence. */
  readonly warning: string;
  readonly onSure: () => void;
}

export function SureButton({ text, label, warning, onSure }: Props) {
  const [isAsked, setAsked] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    // Who turns back stands where they were.
    if (wasAsked.current && !isAsked) first.current?.focus();
    wasAsked.current = isAsked;
  }, [isAsked]);
  if (isAsked) return <Sure {...{ text, label, warning, onSure }} onNo={() => setAsked(false)} />;
  return (
    <button ref={first} type="button" className="button" aria-label={label} onClick={() => setAsked(true)}>
      {text}
    </button>
  );
}

function Sure({ text, label, warning, onSure, onNo }: Props & { readonly onNo: () => void }) {
  const t = useWords();
  const warningId = useId();
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onNo();
  };
  return (
    <fieldset className="sure" aria-labelledby={warningId} onKeyDown={onKeyDown} data-testid="sure">
      <p id={warningId} className="sure-text">
        {warning}
      </p>
      <div className="sure-buttons">
        <button ref={no} type="button" className="button" aria-describedby={warningId} onClick={onNo}>
          {t('cancel')}
        </button>
        <button
          type="button"
          className="button danger"
          aria-label={label}
          onClick={onSure}
          data-testid="sure-yes"
        >
          {text}
        </button>
      </div>
    </fieldset>
  );
}
