/** What stands in the place of a room that broke. */
import { useWords } from '../window-context.tsx';
import { BrokenPart } from './broken-part.tsx';

export function BrokenRoom({ error, again }: { error: Error; again: () => void }) {
  const t = useWords();
  return (
    <main className="centre" tabIndex={-1} aria-label={t('frame.broken')} data-testid="broken-room">
      <BrokenPart title={t('frame.broken')} error={error} again={again} />
    </main>
  );
}
