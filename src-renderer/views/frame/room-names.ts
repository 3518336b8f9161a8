/** Every room there is, by the name it has in the state and in the address. */
import type { RoomName } from '../../store/state.ts';

const known: Readonly<Record<RoomName, true>> = {
  conversation: true,
  memory: true,
  now: true,
  system: true,
  settings: true,
  welcome: true,
};

export const roomNames = Object.keys(known) as readonly RoomName[];
export const isRoom = (name: string): name is RoomName => Object.hasOwn(known, name);
