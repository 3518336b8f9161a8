/** Draws the tray's icons: eight states told apart by their shape alone, on both grounds and as macOS templates. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { TrayState } from '../src-main/host/shell/tray-state.ts';

type Point = readonly [x: number, y: number];
/** On a grid of 16; `width` of the stroke, and its distance function. */
interface Stroke {
  readonly width: number;
  distance(point: Point): number;
}

const line = (from: Point, to: Point, width = 1.5): Stroke => ({
  width,
  distance: ([x, y]) => {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy);
    const at = Math.min(1, Math.max(0, along));
    return Math.hypot(x - from[0] - at * dx, y - from[1] - at * dy);
  },
});

/** From `from` to `to` degrees, clockwise from the right; a full ring without them. */
const arc = (centre: Point, radius: number, [from, to] = [0, 360], width = 1.5): Stroke => ({
  width,
  distance: ([x, y]) => {
    const angle = ((Math.atan2(y - centre[1], x - centre[0]) * 180) / Math.PI + 360) % 360;
    const isOn = to - from >= 360 || (angle - from + 720) % 360 <= to - from;
    if (isOn) return Math.abs(Math.hypot(x - centre[0], y - centre[1]) - radius);
    const ends = [from, to].map(degrees => {
      const radians = (degrees * Math.PI) / 180;
      return Math.hypot(
        x - centre[0] - radius * Math.cos(radians),
        y - centre[1] - radius * Math.sin(radians),
      );
    });
    return Math.min(...ends);
  },
});

const disc = (centre: Point, radius: number): Stroke => ({
  width: 0,
  distance: ([x, y]) => Math.hypot(x - centre[0], y - centre[1]) - radius,
});

const middle: Point = [8, 8];
const dashes = [15, 75, 135, 195, 255, 315].map(from => arc(middle, 5.5, [from, from + 32]));

const shapes: Readonly<Record<TrayState, readonly Stroke[]>> = {
  idle: [arc(middle, 5.5)],
  armed: [arc(middle, 5.5), disc(middle, 2)],
  listening: [arc(middle, 6, [90, 270]), line([8, 6], [8, 10], 2), line([12, 4], [12, 12], 2)],
  thinking: [
    line([3.5, 3.5], [12.5, 12.5]),
    line([12.5, 3.5], [3.5, 12.5]),
    arc(middle, 5.5, [-25, 25]),
    arc(middle, 5.5, [155, 205]),
  ],
  speaking: [arc(middle, 6, [-90, 90]), line([8, 6], [8, 10], 2), line([4, 4], [4, 12], 2)],
  private: [
    arc([8, 3.5], 7, [25, 155]),
    line([3.8, 10.3], [2.6, 12.4]),
    line([8, 10.8], [8, 13.4]),
    line([12.2, 10.3], [13.4, 12.4]),
  ],
  offline: [...dashes, line([12.5, 3.5], [14.5, 1.5])],
  error: [
    arc([8.7, 8], 5.3, [-90, 80]),
    arc([7.3, 8], 5.3, [90, 260]),
    line([8, 5], [8, 8.5]),
    disc([8, 11], 1),
  ],
};

type Colour = readonly [number, number, number];
const hex = (text: string): Colour =>
  [0, 2, 4].map(at => Number.parseInt(text.slice(at, at + 2), 16)) as never;

/** The tokens of the window's own states. */
const colours: Readonly<Record<'on-dark' | 'on-light', Readonly<Record<TrayState, Colour>>>> = {
  'on-dark': {
    idle: hex('ccd6dd'),
    armed: hex('43d3ee'),
    listening: hex('43d3ee'),
    thinking: hex('cfe3f2'),
    speaking: hex('ff74cf'),
    private: hex('a996f5'),
    offline: hex('8a98a3'),
    error: hex('ff8368'),
  },
  'on-light': {
    idle: hex('27323a'),
    armed: hex('006a83'),
    listening: hex('006a83'),
    thinking: hex('33566d'),
    speaking: hex('b01480'),
    private: hex('6340c4'),
    offline: hex('5d6b75'),
    error: hex('b3321a'),
  },
};

/** Coverage of a pixel by the nearest stroke, from the distance of its middle: half a pixel of blur at the edge. */
function draw(strokes: readonly Stroke[], [red, green, blue]: Colour, size: number): Buffer {
  const png = new PNG({ width: size, height: size });
  const scale = size / 16;
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const point: Point = [(column + 0.5) / scale, (row + 0.5) / scale];
      const inside = Math.max(...strokes.map(({ width, distance }) => width / 2 - distance(point)));
      const alpha = Math.min(1, Math.max(0, inside * scale + 0.5));
      png.data.set([red, green, blue, Math.round(alpha * 255)], (row * size + column) * 4);
    }
  return PNG.sync.write(png);
}

const folder = new URL('../resources/tray/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [state, strokes] of Object.entries(shapes) as [TrayState, readonly Stroke[]][])
  for (const [suffix, size] of [
    ['', 16],
    ['@2x', 32],
  ] as const) {
    for (const ground of ['on-dark', 'on-light'] as const)
      writeFileSync(
        new URL(`${state}-${ground}${suffix}.png`, folder),
        draw(strokes, colours[ground][state], size),
      );
    writeFileSync(new URL(`${state}Template${suffix}.png`, folder), draw(strokes, [0, 0, 0], size));
  }
