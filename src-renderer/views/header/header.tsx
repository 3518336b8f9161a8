/** The bar on top: which model answers, the organizer, whose window it is, and everything else. */
import { IconButton } from '../icon-button.tsx';
import { PrivateMark } from '../memory/private-mark.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { MainMenu } from './main-menu.tsx';
import { ModelMenu } from './model-menu.tsx';
import { ProfileMenu } from './profile-menu.tsx';

export function Header() {
  const t = useWords();
  const { toggleRail, toggleOrganizer } = useActions();
  const title = useWindow(state => state.conversations.find(one => one.id === state.open.id)?.title);
  const isOrganizerOpen = useWindow(state => state.organizerOpen);
  return (
    <header className="bar">
      <IconButton icon="menu" label={t('showRail')} className="narrow-only" onClick={toggleRail} />
      <span className="wordmark">{t('wordmark')}</span>
      <h1 className="bar-title">{title}</h1>
      <PrivateMark />
      <ModelMenu />
      <ProfileMenu />
      <IconButton
        icon="panel"
        label={t('organizer')}
        aria-pressed={isOrganizerOpen}
        onClick={toggleOrganizer}
        data-testid="organizer-toggle"
      />
      <MainMenu />
    </header>
  );
}
