/** What was asked a while ago is no longer what one comes back for: the quick window then begins anew. */
import { useMemo } from 'react';
import { useActions, useWindowStore } from '../window-context.tsx';

const freshAfterMs = 5 * 60_000;

export interface FreshStart {
  /** It came into sight. */
  begin(): void;
  /** It went out of sight. */
  end(): void;
}

export function useFreshStart(): FreshStart {
  const { store } = useWindowStore();
  const { newConversation } = useActions();
  return useMemo(() => {
    let leftMs = Number.POSITIVE_INFINITY;
    return {
      begin() {
        const { running, open } = store.getState();
        const isGoingOn = running.has(open.id);
        if (!isGoingOn && performance.now() - leftMs > freshAfterMs) newConversation();
      },
      end() {
        leftMs = performance.now();
      },
    };
  }, [store, newConversation]);
}
