/** Follows the scrolling of a conversation: only runs near the view, in use, or led to are drawn. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useWindow } from '../window-context.tsx';
import type { Run } from './chunks.ts';
import { type Near, RunHeights, runsWithin, type Segment, segmentsOf } from './drawn-runs.ts';

/** Above and below the view, in pixels: what is drawn before it comes into sight. */
const margin = 1500;
/** Runs at the end that are always drawn: where answers grow. */
const drawnAtEnd = 2;
const nothing: Near = { from: 0, to: -1 };

export interface DrawnRuns {
  readonly segments: readonly Segment[];
  /** To be called when the view may have moved. */
  look(): void;
  measured(run: Run, height: number): void;
}

export function useDrawnRuns(
  frame: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  runs: readonly Run[],
): DrawnRuns {
  const [heights] = useState(() => new RunHeights());
  const [near, setNear] = useState(nothing);
  const [focused, setFocused] = useState<number>();
  const known = useRef(runs);
  // Whoever looks later looks at the runs that are drawn then.
  useLayoutEffect(() => {
    known.current = runs;
  }, [runs]);

  const look = useCallback(() => {
    if (frame.current === null || list.current === null) return;
    const top = frame.current.getBoundingClientRect().top - list.current.getBoundingClientRect().top;
    const next = runsWithin(known.current, heights, top - margin, top + frame.current.clientHeight + margin);
    setNear(before => (before.from === next.from && before.to === next.to ? before : next));
  }, [frame, list, heights]);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    // Told of its size once at the beginning, after the first paint.
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, look]);

  // The run with the focus stays, wherever it is scrolled to, until the focus is in another.
  useEffect(() => {
    const element = list.current;
    const onFocus = ({ target }: FocusEvent): void => {
      const key = target instanceof Element && target.closest<HTMLElement>('[data-run]')?.dataset.run;
      if (key) setFocused(Number(key));
    };
    element?.addEventListener('focusin', onFocus);
    return () => element?.removeEventListener('focusin', onFocus);
  }, [list]);

  // Another branch, or messages that came, may stand where the view is.
  useEffect(() => {
    if (runs.length > 0) look();
  }, [look, runs]);

  const led = useWindow(state => state.highlight?.messageId);
  const editing = useWindow(state => state.editing);
  const end = (runs.at(-1)?.key ?? 0) - drawnAtEnd;
  const isDrawn = ({ key, ids }: Run): boolean =>
    key > end ||
    (key >= near.from && key <= near.to) ||
    key === focused ||
    (led !== undefined && ids.includes(led)) ||
    (editing !== undefined && ids.includes(editing));

  return {
    segments: segmentsOf(runs, heights, isDrawn),
    look,
    measured: useCallback((run, height) => heights.set(run, height), [heights]),
  };
}
