/** Copies a text and says so for a moment. */
import { useEffect, useState } from 'react';
import { IconButton } from './icon-button.tsx';
import { useActions, useWords } from './window-context.tsx';

const shownMs = 1500;

export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useWords();
  const { toast } = useActions();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timeout = setTimeout(() => setCopied(false), shownMs);
    return () => clearTimeout(timeout);
  }, [copied]);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => toast({ kind: 'copy-failed' }),
    );
  };
  return <IconButton icon={copied ? 'check' : 'copy'} label={copied ? t('copied') : label} onClick={copy} />;
}
