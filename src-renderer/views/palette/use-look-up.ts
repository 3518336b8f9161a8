/** What the core finds for the words of the palette, a moment after they were typed. */
import { useEffect, useState } from 'react';
import type { Found } from '../../store/palette-actions.ts';
import { useActions } from '../window-context.tsx';

const pauseMs = 120;
const shortestQuery = 2;
const nothing: Found = { hits: [], memories: [], isPartial: false };

export function useLookUp(query: string): Found {
  const { lookUp } = useActions();
  const [found, setFound] = useState(nothing);
  useEffect(() => {
    const asked = query.trim();
    if (asked.length < shortestQuery) {
      setFound(nothing);
      return;
    }
    let isOld = false;
    const timer = setTimeout(async () => {
      const answer = await lookUp(asked);
      if (!isOld) setFound(answer);
    }, pauseMs);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [query, lookUp]);
  return found;
}
