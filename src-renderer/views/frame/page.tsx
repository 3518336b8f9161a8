/** The body of a room that is read from top to bottom: its title, then what is in it. */
import { type ReactNode, useId } from 'react';

export function Page({ title, children }: { title: string; children: ReactNode }) {
  const titleId = useId();
  return (
    <main className="page" aria-labelledby={titleId} tabIndex={-1} data-testid="page">
      <div className="page-column">
        <h1 id={titleId}>{title}</h1>
        {children}
      </div>
    </main>
  );
}
