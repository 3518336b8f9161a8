/** The colours of the strokes, read from the page's tokens: they follow theme, accent and contrast. */
import { type InkName, inkAt, inks } from './strokes.ts';

/** Red, green and blue from 0 to 1, one after another in the order of `inks`. */
export type Palette = Float32Array;

const tokens: Readonly<Record<InkName, string>> = {
  line: '--line-2',
  edge: '--edge',
  in: '--voice-in',
  out: '--voice-out',
  thinking: '--s-thinking',
  private: '--s-private',
  offline: '--s-offline',
  error: '--s-error',
};

/** What turns violet in private mode. */
const lit: readonly InkName[] = ['in', 'out', 'thinking'];

/** `colourOf` yields a colour as `#rrggbb` or `rgb(r, g, b)`. */
export function paletteFrom(colourOf: (token: string) => string, isPrivate: boolean): Palette {
  const palette = new Float32Array(inks.length * 3);
  inks.forEach((name, at) => {
    const token = isPrivate && lit.includes(name) ? tokens.private : tokens[name];
    palette.set(channels(colourOf(token)), at * 3);
  });
  return palette;
}

/** Where the system chooses the colours, all strokes have the one of the text. */
export function pagePalette(element: Element, isPrivate: boolean): Palette {
  const style = getComputedStyle(element);
  const isForced = matchMedia('(forced-colors: active)').matches;
  return paletteFrom(token => (isForced ? style.color : style.getPropertyValue(token)), isPrivate);
}

export function colourOf(palette: Palette, name: InkName): string {
  const from = inkAt(name) * 3;
  return `rgb(${[...palette.subarray(from, from + 3)].map(part => Math.round(part * 255)).join(' ')})`;
}

/** Unreadable colours are drawn in middle grey rather than not at all. */
export function channels(colour: string): readonly [number, number, number] {
  const text = colour.trim();
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text);
  if (short) return three(short.slice(1).map(digit => Number.parseInt(digit + digit, 16)));
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(text);
  if (long) return three(long.slice(1).map(pair => Number.parseInt(pair, 16)));
  const parts = /^rgba?\(([^)]+)\)$/
    .exec(text)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number);
  return parts !== undefined && parts.length >= 3 ? three(parts) : [0.5, 0.5, 0.5];
}

const three = ([r = 0, g = 0, b = 0]: readonly number[]): readonly [number, number, number] => [
  r / 255,
  g / 255,
  b / 255,
];
