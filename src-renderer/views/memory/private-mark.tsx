/** Private mode can be seen wherever one looks: a mark in the bar and a line under it, both of which end it. */
import { Icon } from '../icons.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

export function PrivateMark() {
  const t = useWords();
  const { setPrivate } = useActions();
  if (!useWindow(state => state.memory.isPrivate)) return null;
  return (
    <button
      type="button"
      className="bar-button private-mark"
      title={t('privateLeave')}
      aria-label={t('privateLeave')}
      data-testid="private-mark"
      onClick={() => void setPrivate(false)}
    >
      <Icon name="hidden" />
      <span>{t('privateOn')}</span>
    </button>
  );
}

export function PrivateBanner() {
  const t = useWords();
  const { setPrivate } = useActions();
  const isPrivate = useWindow(state => state.memory.isPrivate);
  return (
    <div role="status">
      {isPrivate && (
        <div className="banner private-banner" data-testid="private-banner">
          <Icon name="hidden" />
          <span className="grow">{t('privateBanner')}</span>
          <button type="button" className="button" onClick={() => void setPrivate(false)}>
            {t('privateLeave')}
          </button>
        </div>
      )}
    </div>
  );
}
