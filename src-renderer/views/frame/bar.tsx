/** The bar on top: the rooms, all actions, whose window it is; where there is no status line, the model and private mode too. */

import { MainMenu } from '../header/main-menu.tsx';
import { ModelMenu } from '../header/model-menu.tsx';
import { ProfileMenu } from '../header/profile-menu.tsx';
import { IconButton } from '../icon-button.tsx';
import { PrivateMark } from '../memory/private-mark.tsx';
import { useNarrow } from '../use-media.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { AllActions } from './all-actions.tsx';
import { PrivateToggle } from './private-toggle.tsx';
import { RoomsNav } from './rooms-nav.tsx';

export function Bar() {
  const t = useWords();
  const { toggleRail } = useActions();
  const isNarrow = useNarrow();
  const hasRail = useWindow(state => state.place.room === 'conversation');
  const isPrivate = useWindow(state => state.memory.isPrivate);
  return (
    <header className="bar">
      {hasRail && isNarrow && <IconButton icon="menu" label={t('showRail')} onClick={toggleRail} />}
      <span className="wordmark">{t('wordmark')}</span>
      <RoomsNav />
      <div className="bar-end">
        <PrivateMark />
        {isNarrow && <ModelMenu />}
        {isNarrow && !isPrivate && <PrivateToggle />}
        <AllActions />
        <ProfileMenu />
        <MainMenu />
      </div>
    </header>
  );
}
