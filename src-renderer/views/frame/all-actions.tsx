/** The way to everything that can be done: the command palette. */
import { Icon } from '../icons.tsx';
import { CommandKeys } from '../keys/command-keys.tsx';
import { useNarrow } from '../use-media.ts';
import { useActions, useWords } from '../window-context.tsx';

export function AllActions() {
  const t = useWords();
  const { showDialog } = useActions();
  const isNarrow = useNarrow();
  return (
    <button
      type="button"
      className="all-actions"
      // Where its words are drawn, they are its name.
      aria-label={isNarrow ? t('frame.allActions') : undefined}
      aria-haspopup="dialog"
      onClick={() => showDialog('palette')}
      data-testid="all-actions"
    >
      <Icon name="search" />
      <span className="wide-only">{t('frame.allActions')}</span>
      <span className="wide-only">
        <CommandKeys id="window.palette" />
      </span>
    </button>
  );
}
