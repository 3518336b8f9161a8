/** What stands in the window until the core has answered, or why it does not. */
import { useActions, useWindow, useWords } from './window-context.tsx';

export function StartScreen() {
  const t = useWords();
  const { start } = useActions();
  const error = useWindow(state => state.startError);
  const connection = useWindow(state => state.connection);
  const isClosed = connection === 'closed';
  return (
    <main className="centre start">
      <span className="wordmark">{t('wordmark')}</span>
      {error === undefined && !isClosed ? (
        <p role="status">{t('connecting')}</p>
      ) : (
        <div role="alert">
          <p>{error?.message ?? t('closed')}</p>
          <p className="faint">{error?.hint}</p>
          <button
            type="button"
            className="button"
            onClick={() => (isClosed ? location.reload() : void start())}
          >
            {t('retry')}
          </button>
        </div>
      )}
    </main>
  );
}
