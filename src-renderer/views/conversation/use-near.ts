/** Says when an element has come near the view, once and for good. */
import { type RefObject, useEffect, useState } from 'react';

const margin = '1200px 0px';
const waiting = new Map<Element, () => void>();
let observer: IntersectionObserver | undefined;

function watch(element: Element, whenNear: () => void): () => void {
  observer ??= new IntersectionObserver(
    entries => {
      for (const entry of entries) if (entry.isIntersecting) waiting.get(entry.target)?.();
    },
    { rootMargin: margin },
  );
  waiting.set(element, whenNear);
  observer.observe(element);
  return () => {
    waiting.delete(element);
    observer?.unobserve(element);
  };
}

export function useNear(ref: RefObject<Element | null>, atOnce: boolean): boolean {
  const [near, setNear] = useState(atOnce);
  useEffect(() => {
    if (near || ref.current === null) return;
    return watch(ref.current, () => setNear(true));
  }, [near, ref]);
  return near;
}
