/** The whole window. */
import { Dialogs } from './dialogs/dialogs.tsx';
import { Room } from './frame/room.tsx';
import { Header } from './header/header.tsx';
import { PrivateBanner } from './memory/private-mark.tsx';
import { Ringing } from './organizer/ringing.tsx';
import { Announcer } from './remarks/announcer.tsx';
import { Banners } from './remarks/banners.tsx';
import { DropZone } from './remarks/drop-zone.tsx';
import { Toasts } from './remarks/toasts.tsx';
import { StartScreen } from './start-screen.tsx';
import { useAppearance } from './use-appearance.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useWindow } from './window-context.tsx';

export function App() {
  useAppearance();
  useShortcuts();
  const isPrivate = useWindow(state => state.memory.isPrivate);
  if (!useWindow(state => state.ready)) return <StartScreen />;
  return (
    <div className="window" data-private={isPrivate}>
      <Header />
      <div className="banners">
        <PrivateBanner />
        <Banners />
        <Ringing />
      </div>
      <Room />
      <Toasts />
      <Announcer />
      <DropZone />
      <Dialogs />
    </div>
  );
}
