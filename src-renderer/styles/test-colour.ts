/** Contrast of colours as WCAG 2.2 defines it, and our tokens as a browser would resolve them. Only tests load it. */
import type { Rule } from './test-sheet.ts';

/** Red, green, blue and opacity, each 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** `#rgb`, `#rrggbb` or `#rrggbbaa`. */
export function colourOf(hex: string): Colour {
  const digits = /^#([0-9a-f]{3,8})$/i.exec(hex)?.[1];
  if (digits === undefined) throw new Error(`not a colour: ${hex}`);
  const long = digits.length === 3 ? [...digits].map(one => one + one).join('') : digits;
  const part = (at: number): number => Number.parseInt(long.slice(at, at + 2), 16) / 255;
  return [part(0), part(2), part(4), long.length === 8 ? part(6) : 1];
}

/** What is seen where `over` lies on the opaque `ground`. */
export function laidOn(over: Colour, ground: Colour): Colour {
  const mix = (at: 0 | 1 | 2): number => over[at] * over[3] + ground[at] * (1 - over[3]);
  return [mix(0), mix(1), mix(2), 1];
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance([red, green, blue]: Colour): number {
  const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio: 1 to 21; what is not opaque is seen on the other. */
export function contrast(front: Colour, back: Colour): number {
  const [light, dark] = [luminance(laidOn(front, back)), luminance(back)].sort((x, y) => y - x) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

/** What the person has chosen, or the system says. */
export interface Surroundings {
  readonly theme: 'dark' | 'light';
  readonly accent: 'signal' | 'lagune' | 'givre';
  readonly moreContrast: boolean;
  /** Who asked for less motion, if anybody did. */
  readonly lessMotion?: 'system' | 'switch';
}

/** The tokens as they are at the root of the page: the rules that hold there, by weight and then by order. */
export function tokensIn(rules: readonly Rule[], around: Surroundings): ReadonlyMap<string, string> {
  const holding = rules.flatMap(rule => {
    const weights = rule.selector.split(',').flatMap(selector => weightOf(selector.trim(), around));
    return weights.length > 0 && rule.around.every(head => holds(head, around))
      ? [{ weight: Math.max(...weights), rule }]
      : [];
  });
  const ordered = holding.toSorted((x, y) => x.weight - y.weight);
  return new Map(ordered.flatMap(({ rule }) => rule.declarations));
}

/** The number of its classes, attributes and the like where it matches the root; nothing where it does not. */
function weightOf(selector: string, { theme, accent, lessMotion }: Surroundings): readonly number[] {
  const parts = selector.match(/:root|\[[^\]]*\]/g) ?? [];
  if (parts.join('') !== selector) throw new Error(`not a selector for tokens: ${selector}`);
  const motion = lessMotion === 'switch' ? 'less' : 'system';
  const given: Readonly<Record<string, string>> = { theme, accent, motion };
  const matches = parts.every(part => {
    const [, name = '', value] = /^\[data-(\w+)(?:="(\w+)")?\]$/.exec(part) ?? [];
    return part === ':root' || (name in given && (value === undefined || given[name] === value));
  });
  return matches ? [parts.length] : [];
}

function holds(head: string, around: Surroundings): boolean {
  if (head === '@media (prefers-contrast: more)') return around.moreContrast;
  if (head === '@media (prefers-reduced-motion: reduce)') return around.lessMotion === 'system';
  if (head === '@media (pointer: coarse)') return false;
  throw new Error(`unknown condition of tokens: ${head}`);
}

/** The colour of a token, through the tokens that it is another name for. */
export function tokenColour(tokens: ReadonlyMap<string, string>, name: string): Colour {
  const value = tokens.get(`--${name}`);
  if (value === undefined) throw new Error(`no such token: ${name}`);
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  return other === undefined ? colourOf(value) : tokenColour(tokens, other);
}
