/** Keeps the reader's place: at the end while an answer grows, where it was when earlier messages come, at a search hit. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useActions, useWindow } from '../window-context.tsx';

/** Nearer to the end than this counts as being there, in pixels. */
const endSlack = 64;
const loadWithin = 400;
/** Runs of messages are drawn a few frames after they come near. */
const settlingFrames = 45;

/** What one reads, and how far down it stands. */
interface Anchor {
  readonly id: string;
  readonly top: number;
}

const element = (frame: HTMLElement, id: string): HTMLElement | null =>
  frame.querySelector(`[data-message="${CSS.escape(id)}"]`);

/** The first message that begins in the view; else the one that fills it. */
function firstInView(frame: HTMLElement): Anchor | undefined {
  const view = frame.getBoundingClientRect();
  let filling: Anchor | undefined;
  for (const message of frame.querySelectorAll<HTMLElement>('[data-message]')) {
    const { top } = message.getBoundingClientRect();
    const id = message.dataset.message;
    if (id === undefined) continue;
    if (top > view.bottom) break;
    if (top >= view.top) return { id, top };
    filling = { id, top };
  }
  return filling;
}

/** Puts what one reads where it was, after what stands above it came, went or got another height; where that is scrolled. */
function restore(frame: HTMLElement, kept: Anchor | undefined): number {
  if (kept === undefined) return frame.scrollTop;
  const moved = element(frame, kept.id);
  const by = moved === null ? 0 : moved.getBoundingClientRect().top - kept.top;
  if (Math.abs(by) >= 1) frame.scrollTop += by;
  return frame.scrollTop;
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
  const lastTop = useRef(0);
  const ownTop = useRef(-1);
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
    const isNearEnd = frame.scrollHeight - frame.scrollTop - frame.clientHeight < endSlack;
    // Who follows stops by scrolling back, not because more came than was scrolled to.
    follows.current = isNearEnd || (follows.current && frame.scrollTop >= lastTop.current);
    if (follows.current && !isNearEnd) frame.scrollTop = frame.scrollHeight;
    lastTop.current = frame.scrollTop;
    setAtEnd(follows.current);
    // At the end there is no place to keep, and asking for one at every frame of an answer costs a layout.
    // What the list itself moved is no new place: heights above may have changed once more since.
    const isOwn = !follows.current && anchor.current !== undefined && frame.scrollTop === ownTop.current;
    if (isOwn) ownTop.current = restore(frame, anchor.current);
    else anchor.current = follows.current ? undefined : firstInView(frame);
    if (hasEarlier && !follows.current && frame.scrollTop < loadWithin) void loadEarlier();
  }, [frameRef, hasEarlier, loadEarlier]);

  // What one reads stays at its height when others are put before it.
  useLayoutEffect(() => {
    const frame = frameRef.current;
    if (frame === null || order.length === 0) return;
    if (follows.current) frame.scrollTop = frame.scrollHeight;
    else ownTop.current = restore(frame, anchor.current);
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
      else ownTop.current = restore(frame, anchor.current);
      // Where one came to was not drawn yet when one came there.
      if (!follows.current) anchor.current ??= firstInView(frame);
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
    anchor.current = undefined;
    target.focus({ preventScroll: true });
    return keepInView(frame, target);
  }, [frameRef, highlight]);

  return { isAtEnd, toEnd, onScroll };
}
