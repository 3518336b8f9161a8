/** What stands in the place of a room that broke. */
import { useWords } from '../window-context.tsx';

export function BrokenRoom({ error, again }: { error: Error; again: () => void }) {
  const t = useWords();
  return (
    <main className="centre" role="alert" data-testid="broken-room">
      <h1>{t('frame.broken')}</h1>
      <p className="faint">{t('frame.brokenText', { kind: error.name })}</p>
      <button type="button" className="button" onClick={again}>
        {t('retry')}
      </button>
      <button type="button" className="button" onClick={() => location.reload()}>
        {t('reload')}
      </button>
    </main>
  );
}
