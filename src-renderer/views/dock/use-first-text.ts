/** What was written before the window had come goes on in the composer, with the focus. */
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect } from 'react';
import { takeFirstField } from '../../first-field.ts';
import { useActions, useWindow } from '../window-context.tsx';

export function useFirstText(field: RefObject<HTMLTextAreaElement | null>, id: string, text: string): void {
  const { send, setDraft } = useActions();
  const goOn = useEffectEvent(() => {
    const first = takeFirstField();
    if (first === undefined) return;
    field.current?.focus();
    const written = [text, first.text].filter(Boolean).join(' ');
    if (first.text !== '') setDraft(id, written);
    if (first.isSent) send(written);
  });
  // Before the next frame is drawn: no key that is pressed meanwhile is lost.
  useLayoutEffect(() => goOn(), []);
}

/** A part is broken: should the composer be in it, the first field must not lie over what says so, and its words wait as a draft. */
export function useFirstTextAsDraft(): void {
  const { setDraft } = useActions();
  const id = useWindow(state => state.open.id);
  const keep = useEffectEvent(() => {
    const first = takeFirstField();
    if (first !== undefined && first.text !== '') setDraft(id, first.text);
  });
  // After every composer that is whole has taken it.
  useEffect(() => keep(), []);
}
