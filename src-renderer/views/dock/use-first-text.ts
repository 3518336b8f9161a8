/** What was written before the window had come goes on in the composer, with the focus. */
import { type RefObject, useEffectEvent, useLayoutEffect } from 'react';
import { takeFirstField } from '../../first-field.ts';
import { useActions } from '../window-context.tsx';

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
