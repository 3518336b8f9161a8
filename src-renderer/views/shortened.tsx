/** A list of which the first things are drawn, and more when asked for: ten thousand cost what a hundred cost. */
import { type ReactNode, useState } from 'react';
import { number } from './format.ts';
import { useLanguage, useWords } from './window-context.tsx';

const atFirst = 100;

interface Props<Thing> {
  readonly things: readonly Thing[];
  readonly children: (thing: Thing) => ReactNode;
  readonly className?: string;
  readonly label?: string;
}

export function Shortened<Thing>({ things, children, className, label }: Props<Thing>) {
  const t = useWords();
  const language = useLanguage();
  const [shown, setShown] = useState(atFirst);
  const left = things.length - shown;
  return (
    <>
      <ul className={className} aria-label={label}>
        {things.slice(0, shown).map(children)}
      </ul>
      {left > 0 && (
        <button type="button" className="button mt-2" onClick={() => setShown(shown + atFirst)}>
          {t('now.more', { count: number(left, language) })}
        </button>
      )}
    </>
  );
}
