/** Brings back, with the arrows in an empty composer, what was sent before in this conversation. */
import { useRef } from 'react';
import type { WindowState } from '../../store/state.ts';
import { useWindowStore } from '../window-context.tsx';

const sentTexts = ({ open }: WindowState): readonly string[] =>
  open.order.flatMap(id => {
    const message = open.messages.get(id);
    return message?.role === 'user' ? [message.text] : [];
  });

export function useSentHistory() {
  const { store } = useWindowStore();
  /** How many messages back one stands; 0 outside the history. */
  const back = useRef(0);
  return {
    leave(): void {
      back.current = 0;
    },
    /** The text to show for this key, or undefined when the key has its usual meaning. */
    step(key: string, text: string): string | undefined {
      const isBrowsing = back.current > 0;
      if (key === 'ArrowUp' && (text === '' || isBrowsing)) {
        const sent = sentTexts(store.getState());
        const next = Math.min(sent.length, back.current + 1);
        if (next === 0 || next === back.current) return undefined;
        back.current = next;
        return sent[sent.length - next];
      }
      if (key !== 'ArrowDown' || !isBrowsing) return undefined;
      back.current -= 1;
      const sent = sentTexts(store.getState());
      return back.current === 0 ? '' : sent[sent.length - back.current];
    },
  };
}
