/** The one room that is shown, each loaded when it is first entered, and none able to take the window with it. */
import { type ComponentType, lazy, Suspense } from 'react';
import type { RoomName } from '../../store/state.ts';
import { ConversationRoom } from '../conversation/conversation-room.tsx';
import { useWindow, useWords } from '../window-context.tsx';
import { BrokenRoom } from './broken-room.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

const rooms: Readonly<Record<RoomName, ComponentType>> = {
  conversation: ConversationRoom,
  memory: lazy(() => import('../memory/memory-room.tsx')),
  now: lazy(() => import('../now/now-room.tsx')),
  system: lazy(() => import('../system/system-room.tsx')),
  settings: lazy(() => import('../settings/settings-room.tsx')),
  welcome: lazy(() => import('../welcome/welcome-room.tsx')),
};

export function Room() {
  const name = useWindow(state => state.place.room);
  const Shown = rooms[name];
  return (
    <div className="rooms" data-room={name}>
      <ErrorBoundary resetBy={name} broken={(error, again) => <BrokenRoom error={error} again={again} />}>
        <Suspense fallback={<Opening />}>
          <Shown key={name} />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}

/** A room like any other while its parts are read, so that a screen reader stands in it already. */
function Opening() {
  const t = useWords();
  return (
    <main className="centre faint" data-testid="room-opening" aria-busy="true">
      <h1>{t('frame.opening')}</h1>
    </main>
  );
}
