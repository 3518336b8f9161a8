/** The bar on top: which model answers, the organizer, whose window it is, and everything else. */
import { RoomsNav } from '../frame/rooms-nav.tsx';
import { IconButton } from '../icon-button.tsx';
import { PrivateMark } from '../memory/private-mark.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { MainMenu } from './main-menu.tsx';
import { ModelMenu } from './model-menu.tsx';
import { ProfileMenu } from './profile-menu.tsx';

export function Header() {
  const t = useWords();
  const { toggleRail } = useActions();
  const title = useWindow(state => state.conversations.find(one => one.id === state.open.id)?.title);
  return (
    <header className="bar">
      <IconButton icon="menu" label={t('showRail')} className="narrow-only" onClick={toggleRail} />
      <span className="wordmark">{t('wordmark')}</span>
      <RoomsNav />
      <span className="bar-title">{title}</span>
      <PrivateMark />
      <ModelMenu />
      <ProfileMenu />
      <MainMenu />
    </header>
  );
}
