/** Private mode, always in sight: what it is now, and a press changes it. */
import { Icon } from '../icons.tsx';
import { CommandKeys } from '../keys/command-keys.tsx';
import { useNarrow } from '../use-media.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';

export function PrivateToggle() {
  const t = useWords();
  const { setPrivate } = useActions();
  const isPrivate = useWindow(state => state.memory.isPrivate);
  const isNarrow = useNarrow();
  return (
    <button
      type="button"
      className={isNarrow ? 'icon-button' : 'status-button'}
      aria-pressed={isPrivate}
      aria-label={isNarrow ? t('privateMode') : undefined}
      title={isPrivate ? t('privateLeave') : t('privateEnter')}
      onClick={() => void setPrivate(!isPrivate)}
      data-testid="private-toggle"
    >
      {isNarrow ? (
        <Icon name="hidden" />
      ) : (
        <>
          {t('privateMode')} <strong>{isPrivate ? t('frame.on') : t('frame.off')}</strong>
          <CommandKeys id="memory.private" />
        </>
      )}
    </button>
  );
}
