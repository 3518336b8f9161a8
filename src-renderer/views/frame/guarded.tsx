/** Around a part of a room: when it breaks, it says so in its own place, and the rest of the room lives on. */
import type { ReactNode } from 'react';
import { useWords } from '../window-context.tsx';
import { BrokenPart } from './broken-part.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

interface Props {
  readonly part: 'message' | 'panel' | 'list' | 'dock';
  /** Something else is shown: what broke before is over. */
  readonly resetBy?: string;
  /** The element that may stand in this place. */
  readonly as?: 'li' | 'aside' | 'div';
  readonly children: ReactNode;
}

export function Guarded({ part, resetBy, as: Place = 'div', children }: Props) {
  const t = useWords();
  return (
    <ErrorBoundary
      {...(resetBy !== undefined && { resetBy })}
      broken={(error, again) => (
        <Place className="broken-place">
          <BrokenPart title={t(`frame.brokenParts.${part}`)} error={error} again={again} />
        </Place>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
