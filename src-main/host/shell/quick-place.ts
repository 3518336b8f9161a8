/** Where the quick window stands: on the screen with the pointer, in its upper third, in the middle across. */
import type { Rectangle } from './window-place.ts';

const width = 680;
/** Its field alone. */
export const lowestQuick = 72;
const margin = 16;
/** So much of the screen's height lies above it, and so much it may take. */
const above = 0.2;
const atMost = 0.6;

/** All in the system's own scale, as Electron counts. `area`: the part of the screen that windows may use. */
export function quickPlace(area: Rectangle, heightPx: number): Rectangle {
  const wide = Math.min(width, Math.max(0, area.width - 2 * margin));
  const highest = Math.max(lowestQuick, Math.floor(area.height * atMost));
  return {
    x: Math.round(area.x + (area.width - wide) / 2),
    y: Math.round(area.y + area.height * above),
    width: Math.round(wide),
    height: Math.round(Math.min(highest, Math.max(lowestQuick, heightPx))),
  };
}
