/** Tells a screen reader the answer once it is whole, not at every word. */
import { useEffect, useState } from 'react';
import type { WindowState } from '../../store/state.ts';
import { useWindowStore, useWords } from '../window-context.tsx';

const longest = 1000;

/** The answer of the open conversation that has just ended, if one has. */
export function endedAnswer(state: WindowState, before: WindowState): string | undefined {
  if (state.open.id !== before.open.id) return undefined;
  const last = state.open.order.at(-1);
  if (last === undefined) return undefined;
  const message = state.open.messages.get(last);
  const wasGrowing = before.open.messages.get(last)?.status === 'streaming';
  return wasGrowing && message !== undefined && message.status !== 'streaming' ? message.text : undefined;
}

export function Announcer() {
  const t = useWords();
  const { store } = useWindowStore();
  const [text, setText] = useState('');
  useEffect(
    () =>
      store.subscribe((state, before) => {
        const ended = endedAnswer(state, before);
        if (ended !== undefined) setText(ended.slice(0, longest));
      }),
    [store],
  );
  return (
    <p className="unseen" aria-live="polite" data-testid="announcer">
      {text === '' ? '' : t('finishedAnswer', { text })}
    </p>
  );
}
