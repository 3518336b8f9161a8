/** The way from room to room. */
import type { RoomName } from '../../store/state.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';

const names: readonly RoomName[] = ['conversation', 'memory', 'now', 'system', 'settings'];

export function RoomsNav() {
  const t = useWords();
  const { goTo } = useActions();
  const here = useWindow(state => state.place.room);
  return (
    <nav className="rooms-nav" aria-label={t('frame.rooms')}>
      {names.map(name => (
        <button
          key={name}
          type="button"
          aria-current={name === here ? 'page' : undefined}
          onClick={() => goTo(name)}
          data-testid={`room-${name}`}
        >
          {t(`frame.room.${name}`)}
        </button>
      ))}
    </nav>
  );
}
