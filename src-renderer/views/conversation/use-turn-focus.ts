/** Ties the focus of the page to the turn that the keyboard walks to. */
import { type FocusEvent, useEffect } from 'react';
import { useActions, useWindow } from '../window-context.tsx';

const turnOf = (target: EventTarget): string | undefined =>
  target instanceof HTMLElement ? target.dataset.message : undefined;

/** Frames in which a turn that was far from the view may come to be drawn. */
const patienceFrames = 30;

/** What the element around the turns listens to. */
export function useTurnFocus() {
  const { turnFocused } = useActions();
  const wanted = useWindow(state => state.turnWanted);
  useEffect(() => {
    if (wanted === undefined) return;
    let frame = requestAnimationFrame(() => take(0));
    function take(tries: number): void {
      const turn = document.querySelector<HTMLElement>(
        `[data-message="${CSS.escape(wanted?.messageId ?? '')}"]`,
      );
      if (turn === null) {
        if (tries < patienceFrames) frame = requestAnimationFrame(() => take(tries + 1));
        return;
      }
      turn.focus({ preventScroll: true });
      turn.scrollIntoView({ block: 'nearest' });
    }
    return () => cancelAnimationFrame(frame);
  }, [wanted]);
  return {
    onFocus: (event: FocusEvent) => turnFocused(turnOf(event.target)),
    onBlur: (event: FocusEvent) => {
      if (turnOf(event.target) !== undefined) turnFocused(undefined);
    },
  };
}
