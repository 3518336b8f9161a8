/** Where a window stood, and whether that place is still on a screen. Pixels are those of the system's own scale. */
import * as z from 'zod/mini';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const windowPlace = z.object({
  bounds: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  isMaximized: z.boolean(),
});
export type WindowPlace = z.output<typeof windowPlace>;

export const smallest = { width: 360, height: 480 } as const;
const usual = { width: 1180, height: 800 } as const;
/** So much of the title must be on a screen for a hand to reach it. */
const reachable = { width: 120, height: 32 } as const;

/**
 * The bounds to open with. `screens`: work areas, the main one first. A place that is on no screen any more gives way
 * to the middle of the main one; a size that fits on none shrinks.
 */
export function placeOnScreens(saved: Rectangle | undefined, screens: readonly Rectangle[]): Rectangle {
  const [main = { x: 0, y: 0, ...usual }] = screens;
  const screen = saved && screens.find(area => isReachable(saved, area));
  if (saved === undefined || screen === undefined) return inTheMiddle(saved ?? usual, main);
  const [width, height] = sizeOn(saved, screen);
  return { x: Math.round(saved.x), y: Math.round(Math.max(saved.y, screen.y)), width, height };
}

const sizeOn = ({ width, height }: { width: number; height: number }, area: Rectangle): [number, number] => [
  Math.round(Math.min(area.width, Math.max(smallest.width, width))),
  Math.round(Math.min(area.height, Math.max(smallest.height, height))),
];

function inTheMiddle(size: { width: number; height: number }, area: Rectangle): Rectangle {
  const [width, height] = sizeOn(size, area);
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
    width,
    height,
  };
}

function isReachable(window: Rectangle, area: Rectangle): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const isTitleOn =
    window.y + reachable.height > area.y && window.y < area.y + area.height - reachable.height;
  return across >= reachable.width && isTitleOn;
}
