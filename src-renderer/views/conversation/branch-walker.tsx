/** Walks between the versions of a message: ‹ 2/3 ›. */
import type { Message } from '../../store/contract-types.ts';
import { IconButton } from '../icon-button.tsx';
import { useActions, useWords } from '../window-context.tsx';

export function BranchWalker({ message }: { message: Message }) {
  const t = useWords();
  const { selectBranch } = useActions();
  const { siblingIds } = message;
  if (siblingIds.length < 2) return null;
  const at = siblingIds.indexOf(message.id);
  const [before, after] = [siblingIds[at - 1], siblingIds[at + 1]];
  return (
    <fieldset className="walker" aria-label={t('branches')} data-testid="branch-walker">
      <IconButton
        icon="left"
        label={t('previousVersion')}
        disabled={before === undefined}
        onClick={() => before !== undefined && void selectBranch(before)}
      />
      <span role="img" aria-label={t('version', { at: at + 1, of: siblingIds.length })}>
        {at + 1}/{siblingIds.length}
      </span>
      <IconButton
        icon="right"
        label={t('nextVersion')}
        disabled={after === undefined}
        onClick={() => after !== undefined && void selectBranch(after)}
      />
    </fieldset>
  );
}
