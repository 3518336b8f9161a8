/** Of many rows of one height, which are near what is seen: only those are drawn. */
import { type RefObject, useCallback, useEffect, useState } from 'react';

/** Rows above and below, so that nothing is empty while one scrolls. */
const beyond = 12;

interface Rows {
  readonly from: number;
  readonly to: number;
}

export function useRows(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  { count, height }: { readonly count: number; readonly height: number },
): Rows {
  const [rows, setRows] = useState<Rows>({ from: 0, to: Math.min(count, 40) });
  const look = useCallback(() => {
    const [outer, inner] = [scroller.current, list.current];
    if (outer === null || inner === null) return;
    const top = outer.getBoundingClientRect().top - inner.getBoundingClientRect().top;
    const from = Math.max(0, Math.floor(top / height) - beyond);
    const to = Math.min(count, Math.ceil((top + outer.clientHeight) / height) + beyond);
    setRows(before => (before.from === from && before.to === to ? before : { from, to: Math.max(from, to) }));
  }, [scroller, list, count, height]);
  useEffect(() => {
    look();
    const outer = scroller.current;
    if (outer === null) return;
    const observer = new ResizeObserver(look);
    observer.observe(outer);
    outer.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      outer.removeEventListener('scroll', look);
    };
  }, [look, scroller]);
  return rows;
}
