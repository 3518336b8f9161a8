/** Says whether an element is near the view, and how tall it was when it was last. */
import { type RefObject, useEffect, useState } from 'react';

const margin = '1500px 0px';
const watchers = new Map<Element, (entry: IntersectionObserverEntry) => void>();
let observer: IntersectionObserver | undefined;

/** One observer for all: a thousand of them would be asked at every frame. */
function watch(element: Element, onChange: (entry: IntersectionObserverEntry) => void): () => void {
  observer ??= new IntersectionObserver(
    entries => {
      for (const entry of entries) watchers.get(entry.target)?.(entry);
    },
    { rootMargin: margin },
  );
  watchers.set(element, onChange);
  observer.observe(element);
  return () => {
    watchers.delete(element);
    observer?.unobserve(element);
  };
}

/** What the user is in the middle of stays as it is, wherever it is scrolled to. */
const isInUse = (element: Element): boolean =>
  element.contains(document.activeElement) || element.querySelector('textarea') !== null;

export function useNear(ref: RefObject<Element | null>, estimatedHeight: number) {
  const [near, setNear] = useState({ isNear: false, height: estimatedHeight });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    return watch(element, ({ isIntersecting, boundingClientRect: { height } }) => {
      if (isIntersecting) setNear(before => (before.isNear ? before : { ...before, isNear: true }));
      else if (!isInUse(element)) setNear(before => (before.isNear ? { isNear: false, height } : before));
    });
  }, [ref]);
  return near;
}
