/** Says that a part of the window broke, in words, with the ways out: try again, load anew, and the details to pass on. */
import { useState } from 'react';
import { useFirstTextAsDraft } from '../dock/use-first-text.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';

interface Props {
  readonly title: string;
  readonly error: Error;
  readonly again: () => void;
}

/** A part that was not loaded is asked for only once by the browser: trying again needs the page anew. */
const isNotLoaded = ({ message }: Error): boolean =>
  /dynamically imported module|module script|preload CSS|importing a module/i.test(message);

export function BrokenPart({ title, error, again }: Props) {
  const t = useWords();
  const notLoaded = isNotLoaded(error);
  useFirstTextAsDraft();
  return (
    <div className="broken-part" role="alert" data-testid="broken-part">
      <p className="broken-title">{title}</p>
      <p className="faint">
        {notLoaded ? t('frame.notLoaded') : t('frame.brokenText', { kind: error.name })}
      </p>
      <div className="broken-actions">
        {!notLoaded && (
          <button type="button" className="button" onClick={again}>
            {t('retry')}
          </button>
        )}
        <button type="button" className="button" onClick={() => location.reload()}>
          {t('reload')}
        </button>
        <CopyDetails error={error} />
      </div>
    </div>
  );
}

/** The place in the program and its version: no word of what was said is in it. */
function CopyDetails({ error }: { error: Error }) {
  const t = useWords();
  const { toast } = useActions();
  const version = useWindow(state => state.version);
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(detailsOf(error, version));
      setCopied(true);
    } catch (failure) {
      console.warn('the details were not copied:', failure instanceof Error ? failure.name : 'error');
      toast({ kind: 'copy-failed' });
    }
  };
  return (
    <button type="button" className="button" onClick={() => void copy()} data-testid="copy-details">
      {isCopied ? t('copied') : t('frame.copyDetails')}
    </button>
  );
}

/** Without the message, which may quote a text; its trace names places of the program. */
export function detailsOf({ name, message, stack = '' }: Error, version: string): string {
  const trace = stack.replace(`${name}: ${message}`, name).split('\n').slice(0, 12);
  return [`Jarvis ${version}`, ...trace, navigator.userAgent].join('\n');
}
