/** Under everything: private mode where it is on, what Escape does, and the way into the main window. */
import { useEffect } from 'react';
import { Icon } from '../icons.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

export function QuickFoot() {
  const t = useWords();
  const { openMain } = useActions();
  const isPrivate = useWindow(state => state.memory.isPrivate);
  const isInShell = useWindow(state => state.shell !== undefined);
  const isRunning = useWindow(state => state.running.has(state.open.id) || state.voice.speaking);
  const conversationId = useWindow(({ open }) => (open.state === 'fresh' ? undefined : open.id));
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void openMain({ room: 'conversation', ...(conversationId !== undefined && { conversationId }) });
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [openMain, conversationId]);
  return (
    <footer className="quick-foot">
      {isPrivate && (
        <span className="quick-private" data-testid="quick-private">
          <Icon name="hidden" />
          {t('dock.private')}
        </span>
      )}
      {(isInShell || isRunning) && (
        <span>
          <kbd>{t('quick.escape')}</kbd> {t(isRunning ? 'quick.stops' : 'quick.hides')}
        </span>
      )}
      <span className="grow" />
      <button
        type="button"
        className="link-button"
        onClick={() =>
          void openMain({ room: 'conversation', ...(conversationId !== undefined && { conversationId }) })
        }
        data-testid="quick-open"
      >
        {t('quick.open')}
      </button>
      <kbd>{t('quick.openKeys')}</kbd>
    </footer>
  );
}
