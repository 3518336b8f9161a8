/** The whole window. */
import { useEffect } from 'react';
import { Dialogs } from './dialogs/dialogs.tsx';
import { fetchLateDialogs } from './dialogs/late-dialogs.ts';
import { Bar } from './frame/bar.tsx';
import { FileFields } from './frame/file-fields.tsx';
import { Room } from './frame/room.tsx';
import { SkipLink } from './frame/skip-link.tsx';
import { StatusLine } from './frame/status-line.tsx';
import { useAddress } from './frame/use-address.ts';
import { useSaidCommands } from './frame/use-said-commands.ts';
import { useShellOrders } from './frame/use-shell-orders.ts';
import { useToldDevices } from './frame/use-told-devices.ts';
import { PrivateBanner } from './memory/private-mark.tsx';
import { Ringing } from './now/ringing.tsx';
import { Announcer } from './remarks/announcer.tsx';
import { Banners } from './remarks/banners.tsx';
import { DropZone } from './remarks/drop-zone.tsx';
import { Toasts } from './remarks/toasts.tsx';
import { StartScreen } from './start-screen.tsx';
import { useAppearance } from './use-appearance.ts';
import { useFirstField } from './use-first-field.ts';
import { useNarrow } from './use-media.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useWindow } from './window-context.tsx';

export function App() {
  useAppearance();
  useFirstField();
  useShortcuts();
  useAddress();
  useSaidCommands();
  useShellOrders();
  useToldDevices();
  useEffect(fetchLateDialogs, []);
  const isNarrow = useNarrow();
  const isPrivate = useWindow(state => state.memory.isPrivate);
  if (!useWindow(state => state.ready)) return <StartScreen />;
  return (
    <div className="window" data-private={isPrivate}>
      <SkipLink />
      <Bar />
      <div className="banners">
        <PrivateBanner />
        <Banners />
        <Ringing />
      </div>
      <Room />
      {!isNarrow && <StatusLine />}
      <Toasts />
      <Announcer />
      <DropZone />
      <FileFields />
      <Dialogs />
    </div>
  );
}
