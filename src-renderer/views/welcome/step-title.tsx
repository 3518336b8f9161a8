/** The one question of a step; it takes the focus, so that a screen reader begins there. */
import { useEffect, useRef } from 'react';

export function StepTitle({ title, text }: { title: string; text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <header className="welcome-title">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p>{text}</p>
    </header>
  );
}
