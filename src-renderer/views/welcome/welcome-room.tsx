/** What a new profile is asked, one task at a time; each can be skipped, and leaving loses nothing. */
import { Page } from '../frame/page.tsx';
import { useActions, useWords } from '../window-context.tsx';

export default function WelcomeRoom() {
  const t = useWords();
  const { leaveWelcome } = useActions();
  return (
    <Page title={t('welcome.title')}>
      <button type="button" className="button" onClick={leaveWelcome} data-testid="welcome-later">
        {t('welcome.later')}
      </button>
    </Page>
  );
}
