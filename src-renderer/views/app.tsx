/** The whole window. */
import { ConversationView } from './conversation/conversation.tsx';
import { Dialogs } from './dialogs/dialogs.tsx';
import { Header } from './header/header.tsx';
import { PrivateBanner } from './memory/private-mark.tsx';
import { OrganizerPanel } from './organizer/organizer-panel.tsx';
import { Ringing } from './organizer/ringing.tsx';
import { Rail } from './rail/rail.tsx';
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
      <div className="rooms">
        <Rail />
        <ConversationView />
        <OrganizerPanel />
      </div>
      <Toasts />
      <Announcer />
      <DropZone />
      <Dialogs />
    </div>
  );
}
