/** The way from room to room: words in the bar, signs at the bottom within reach of a thumb where it is narrow. */
import type { RoomName } from '../../store/state.ts';
import { Icon, type IconName } from '../icons.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

const signs = {
  conversation: 'speech',
  memory: 'graph',
  now: 'clock',
  system: 'pulse',
  settings: 'sliders',
} as const satisfies Partial<Record<RoomName, IconName>>;

export type RoomInBar = keyof typeof signs;
export const roomsInBar = Object.keys(signs) as readonly RoomInBar[];

export function RoomsNav() {
  const t = useWords();
  const { goTo } = useActions();
  const here = useWindow(state => state.place.room);
  return (
    <nav className="rooms-nav" aria-label={t('frame.rooms')}>
      {roomsInBar.map(name => (
        <button
          key={name}
          type="button"
          aria-current={name === here ? 'page' : undefined}
          onClick={() => goTo(name)}
          data-testid={`room-${name}`}
        >
          <Icon name={signs[name]} />
          <span>{t(`frame.room.${name}`)}</span>
        </button>
      ))}
    </nav>
  );
}
