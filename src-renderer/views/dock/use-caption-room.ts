/** How many letters the caption's lines hold, by the size of the window as the style sheet divides it. */
import { useSyncExternalStore } from 'react';

const [isLow, isNarrow] = ['(max-height: 640px)', '(max-width: 640px)'] as const;
/** Of two lines of 35 rem, two narrow ones, and a single one. */
const letters = { wide: 125, narrow: 70, lowWide: 60, lowNarrow: 36 } as const;

function subscribe(onChange: () => void): () => void {
  const listening = new AbortController();
  for (const query of [isLow, isNarrow])
    matchMedia(query).addEventListener('change', onChange, { signal: listening.signal });
  return () => listening.abort();
}

function room(): number {
  const [low, narrow] = [matchMedia(isLow).matches, matchMedia(isNarrow).matches];
  if (low) return narrow ? letters.lowNarrow : letters.lowWide;
  return narrow ? letters.narrow : letters.wide;
}

export const useCaptionRoom = (): number => useSyncExternalStore(subscribe, room);
