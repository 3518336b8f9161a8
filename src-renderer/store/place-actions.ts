/** Walks between the rooms of the window, and clears the view of what one has seen. */
import type { Context } from './context.ts';
import type { RoomName } from './state.ts';

export const placeActions = ({ store }: Context) => ({
  /** `part`: a tab, a section, a person or a day of that room. Closes what lies above the rooms. */
  goTo: (room: RoomName, part?: string): void =>
    store.setState(
      ({ dialog: _dialog, ...rest }) => ({
        ...rest,
        place: part === undefined ? { room } : { room, part },
        railOpen: false,
        panelOpen: false,
      }),
      true,
    ),
  /** The dock shows this fault no longer; where it happened it stays. */
  putTroubleAway: (id: string): void => store.setState({ putAway: id }),
});
