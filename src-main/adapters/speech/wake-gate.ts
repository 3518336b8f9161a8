/** Whether a window of sound can hold the name at all: nobody is called in what is no louder than the room. */

/** Decibels below full scale: quieter than any sound that the wake word was trained with. */
const quietDb = -62;
/** A voice that the wake word hears in noise stands out of it by far more. */
const aboveRoomDb = 5;
/** The room is as loud as the quietest fifth of the last 5 s: no one speaks without a pause. */
const roomWindows = 62;
const roomShare = 0.2;
/** Scores of a name ebb away within half a second of its end. */
const openWindows = 13;

export interface WakeGate {
  /** @returns whether the next window, of 1,280 samples, is to be listened to. */
  next(window: Int16Array): boolean;
}

export function createWakeGate(): WakeGate {
  /** Levels of the last windows. */
  const room: number[] = [];
  let sinceLoud = 0;

  const roomDb = (): number => {
    if (room.length < roomWindows) return Number.NEGATIVE_INFINITY;
    return [...room].sort((x, y) => x - y)[Math.floor(roomWindows * roomShare)] ?? 0;
  };

  return {
    next(window) {
      const level = levelOf(window);
      // The room as it was before this window: a voice does not raise it for itself.
      const line = Math.max(quietDb, roomDb() + aboveRoomDb);
      sinceLoud = level > line ? 0 : sinceLoud + 1;
      room.push(level);
      if (room.length > roomWindows) room.shift();
      return sinceLoud < openWindows;
    },
  };
}

/** In decibels below full scale. */
function levelOf(window: Int16Array): number {
  let energy = 1;
  for (const sample of window) energy += sample * sample;
  return 10 * Math.log10(energy / window.length / 32_768 ** 2);
}
