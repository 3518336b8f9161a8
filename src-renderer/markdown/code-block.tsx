/** A block of code with its language and a button that copies it. */
import { memo } from 'react';
import { CopyButton } from '../views/copy-button.tsx';
import { useWords } from '../views/window-context.tsx';

export const CodeBlock = memo(({ language, text }: { language: string; text: string }) => {
  const t = useWords();
  return (
    <figure className="code-block">
      <figcaption>
        <span>{language === '' ? t('code') : language}</span>
        <CopyButton text={text} label={t('copyCode')} />
      </figcaption>
      <pre>
        <code>{text}</code>
      </pre>
    </figure>
  );
});
