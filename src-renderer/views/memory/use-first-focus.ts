/** Puts the focus where one goes on, also when the dialog around it opens in the same moment. */
import { type RefObject, useEffect } from 'react';

export function useFirstFocus(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    // A dialog that opens gives the focus to what has this attribute; React does not write it.
    ref.current?.setAttribute('autofocus', '');
    ref.current?.focus();
  }, [ref]);
}
