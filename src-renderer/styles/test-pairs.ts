/** Which tokens are seen on which, and what is exempt and why. Only tests load it. */

export const surfaces = ['ground', 'sunken', 'panel', 'raised', 'raised-2'] as const;

/** Tokens that words are written in. */
export const texts = [
  'text-hi',
  'text',
  'text-2',
  'voice-in',
  'voice-out',
  's-armed',
  's-listening',
  's-speaking',
  's-thinking',
  's-private',
  's-offline',
  's-error',
  's-warn',
  's-ok',
] as const;

/** Tokens that are the only sign of something: the edge of a field, focus, a line of a chart. */
export const signs = ['edge', 's-idle', 'focus', 'd1', 'd2', 'd3'] as const;

export interface Pairs {
  readonly why: string;
  readonly fronts: readonly string[];
  readonly backs: readonly string[];
  readonly least: number;
}

export const pairsNeeded: readonly Pairs[] = [
  { why: 'words on any surface', fronts: texts, backs: surfaces, least: 4.5 },
  { why: 'the one filled button', fronts: ['on-fill'], backs: ['fill'], least: 4.5 },
  { why: 'edges, focus and series on any surface', fronts: signs, backs: surfaces, least: 3 },
  { why: 'the filled button on any surface', fronts: ['fill'], backs: surfaces, least: 3 },
  { why: 'a day with something beside an empty one', fronts: ['heat-1'], backs: ['heat-0'], least: 3 },
];

/** Half-transparent grounds, with the words that may lie on them. */
export const tints = [
  { tint: 'mark', fronts: ['text-hi', 'text'] },
  { tint: 'select', fronts: ['text-hi', 'text'] },
] as const;

/** Tokens that need no contrast of their own. */
export const exempt: Readonly<Record<string, string>> = {
  line: 'divides what stands apart anyway',
  'line-2': 'divides what stands apart anyway',
  'text-off': 'what cannot be used now (WCAG 1.4.3 exempts it)',
};

/** Painted in a light or a step of data, with no words on them: selectors, or parts of them. */
export const lights: Readonly<Record<string, string>> = {
  '.running': 'the dot of an answer that is going on',
  '.level': 'the level of the microphone',
  '.score': 'the level of the name in the sound',
  '.threshold': 'the line beside it',
  '.accent-in': 'the colour of the person’s voice, to choose it by',
  '.accent-out': 'the colour of Jarvis’ voice, to choose it by',
  '.private-banner': 'a seventh of the warning colour over the ground, with the plain text on it',
  '.heat-days': 'how much was said on a day',
  '.memory-filter-mark': 'the mark of the filter that is on',
  '.menu-line': 'a line between parts of a menu',
  '.times-span': 'how long a part of a turn took',
  '[data-part=': 'what one kind of nearness added to a memory',
};

export interface Dimmed {
  readonly token: string;
  readonly opacity: number;
  readonly on: string;
}

/** Words that are dimmed on purpose, and still legible as computed. */
export const dimmed: Readonly<Record<string, Dimmed>> = {
  '.outgoing .said': { token: 'text-hi', opacity: 0.7, on: 'ground' },
};

/** Times that are no motion: nothing moves while they last. */
export const allowedTimes: Readonly<Record<string, string>> = {
  '.message[data-lit="0"]': 'the mark on a found message stays, then goes',
  '.message[data-lit="1"]': 'the same for the next one',
};
