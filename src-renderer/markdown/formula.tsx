/** One formula; as it was written while mathematics is on its way, or when it cannot be drawn. */
import { memo, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../views/window-context.tsx';
import { useMaths } from './use-maths.ts';

export const Formula = memo(({ tex, display }: { tex: string; display: boolean }) => {
  const t = useWords();
  const maths = useMaths(true);
  const place = useRef<HTMLSpanElement>(null);
  const [refused, setRefused] = useState<string>();
  useLayoutEffect(() => {
    if (maths === undefined || place.current === null) return;
    if (!maths.drawFormula(place.current, tex, display)) setRefused(tex);
  }, [maths, tex, display]);
  const kind = display ? 'formula formula-display' : 'formula';
  if (maths === undefined) return <code className={kind}>{tex}</code>;
  if (refused !== tex) return <span key="drawn" className={kind} ref={place} />;
  return (
    <code key="written" className={kind} title={t('markdown.formulaFailed')}>
      {tex}
    </code>
  );
});
