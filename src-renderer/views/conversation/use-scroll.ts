/** Keeps the reader's place: at the end while an answer grows, where it was when earlier messages come, at a search hit. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useActions, useWindow } from '../window-context.tsx';

/** Nearer to the end than this counts as being there, in pixels. */
const endSlack = 64;
const loadWithin = 400;
/** Runs of messages are drawn a few frames after they come near. */
const settlingFrames = 45;

interface Anchor {
  readonly id: string;
  /** The first message of the branch when the place was noted. */
  readonly firstId: string | undefined;
  readonly top: number;
}

const element = (frame: HTMLElement, id: string): HTMLElement | null =>
  frame.querySelector(`[data-message="${CSS.escape(id)}"]`);

function firstShown(frame: HTMLElement, firstId: string | undefined): Anchor | undefined {
  const first = frame.querySelector<HTMLElement>('[data-message]');
  const id = first?.dataset.message;
  return first === null || id === undefined
    ? undefined
    : { id, firstId, top: first.getBoundingClientRect().top };
}

/**
 * Brings an element to the middle and holds it there while what stands above is drawn and gets its true height,
 * until the reader scrolls. The returned function ends it.
 */
function keepInView(frame: HTMLElement, target: HTMLElement): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  for (const gesture of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    frame.addEventListener(gesture, () => listening.abort(), { signal, passive: true });
  }
  let framesLeft = settlingFrames;
  const hold = (): void => {
    if (signal.aborted) return;
    const view = frame.getBoundingClientRect();
    const { top, bottom } = target.getBoundingClientRect();
    const isFresh = framesLeft === settlingFrames;
    if (isFresh || bottom < view.top || top > view.bottom) target.scrollIntoView({ block: 'center' });
    if (--framesLeft > 0) requestAnimationFrame(hold);
  };
  hold();
  return () => listening.abort();
}

export function useScroll(frameRef: RefObject<HTMLDivElement | null>, order: readonly string[]) {
  const { loadEarlier } = useActions();
  const hasEarlier = useWindow(state => state.open.hasEarlier);
  const highlight = useWindow(state => state.highlight);
  const outgoing = useWindow(state => state.outbox.length);
  const [isAtEnd, setAtEnd] = useState(true);
  const follows = useRef(true);
  const anchor = useRef<Anchor | undefined>(undefined);

  const toEnd = useCallback(() => {
    const frame = frameRef.current;
    if (frame === null) return;
    follows.current = true;
    frame.scrollTop = frame.scrollHeight;
  }, [frameRef]);

  const onScroll = useCallback(() => {
    const frame = frameRef.current;
    if (frame === null) return;
    follows.current = frame.scrollHeight - frame.scrollTop - frame.clientHeight < endSlack;
    setAtEnd(follows.current);
    // At the end there is no place to keep, and asking for one at every frame of an answer costs a layout.
    anchor.current = follows.current ? undefined : firstShown(frame, order[0]);
    if (hasEarlier && !follows.current && frame.scrollTop < loadWithin) void loadEarlier();
  }, [frameRef, hasEarlier, loadEarlier, order]);

  // The reader's first message stays at its height when others are put before it.
  useLayoutEffect(() => {
    const frame = frameRef.current;
    const kept = anchor.current;
    if (frame === null) return;
    if (follows.current) frame.scrollTop = frame.scrollHeight;
    else if (kept !== undefined && order[0] !== kept.firstId) {
      const moved = element(frame, kept.id);
      if (moved !== null) frame.scrollTop += moved.getBoundingClientRect().top - kept.top;
    }
  }, [frameRef, order]);

  // One's own message is always brought into view.
  useLayoutEffect(() => {
    if (outgoing > 0) toEnd();
  }, [outgoing, toEnd]);

  useEffect(() => {
    const frame = frameRef.current;
    const content = frame?.firstElementChild;
    if (frame === null || content === null || content === undefined) return;
    const observer = new ResizeObserver(() => {
      if (follows.current) frame.scrollTop = frame.scrollHeight;
    });
    observer.observe(content);
    observer.observe(frame);
    return () => observer.disconnect();
  }, [frameRef]);

  useEffect(() => {
    const frame = frameRef.current;
    if (frame === null || highlight === undefined) return;
    const target = element(frame, highlight.messageId);
    if (target === null) return;
    follows.current = false;
    target.focus({ preventScroll: true });
    return keepInView(frame, target);
  }, [frameRef, highlight]);

  return { isAtEnd, toEnd, onScroll };
}
