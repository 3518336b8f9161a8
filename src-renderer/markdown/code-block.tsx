/** A block of code: its language, a button that copies it, its lines by weight and light. */
import { memo } from 'react';
import { CopyButton } from '../views/copy-button.tsx';
import { useWords } from '../views/window-context.tsx';
import { CodeLines } from './code-lines.tsx';
import { languageName } from './highlight/language-names.ts';
import { useTokens } from './highlight/use-tokens.ts';
import { scrolledByKeys } from './scrolled-by-keys.ts';

export const CodeBlock = memo(({ language, text }: { language: string; text: string }) => {
  const t = useWords();
  const read = useTokens(language, text);
  return (
    <figure className="code-block">
      <figcaption>
        <span>{language === '' ? t('code') : languageName(language)}</span>
        <CopyButton text={text} label={t('copyCode')} />
      </figcaption>
      <pre {...scrolledByKeys}>
        <code>
          <CodeLines text={text} read={read} />
        </code>
      </pre>
    </figure>
  );
});
