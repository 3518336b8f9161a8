/** The tokens can be told apart by every eye: contrast of each pair that is used together, in all themes and accents. */
import { describe, expect, test } from 'vitest';
import { type Colour, contrast, laidOn, type Surroundings, tokenColour, tokensIn } from './test-colour.ts';
import { dimmed, type Pairs, pairsNeeded, surfaces, texts, tints } from './test-pairs.ts';
import { readSheet } from './test-sheet.ts';

const sheet = readSheet('tokens.css');
const themes = ['dark', 'light'] as const;
const accents = ['signal', 'lagune', 'givre'] as const;
const everywhere: readonly Surroundings[] = themes.flatMap(theme =>
  accents.flatMap(accent => [false, true].map(moreContrast => ({ theme, accent, moreContrast }))),
);
const title = ({ theme, accent, moreContrast }: Surroundings): string =>
  `${theme}, ${accent}${moreContrast ? ', more contrast' : ''}`;

const tooLow = (tokens: ReadonlyMap<string, string>, { fronts, backs, least }: Pairs): readonly string[] =>
  fronts.flatMap(front =>
    backs.flatMap(back => {
      const ratio = contrast(tokenColour(tokens, front), tokenColour(tokens, back));
      return ratio < least ? [`${front} on ${back}: ${ratio.toFixed(2)}`] : [];
    }),
  );

describe.each(everywhere.map(around => [title(around), around] as const))('%s', (_, around) => {
  const tokens = tokensIn(sheet, around);
  const colour = (name: string): Colour => tokenColour(tokens, name);

  test.each(pairsNeeded)('$why: at least $least', pairs => {
    expect(tooLow(tokens, pairs)).toEqual([]);
  });

  test('text stays legible where it is marked or selected', () => {
    const low = tints.flatMap(({ tint, fronts }) =>
      surfaces.flatMap(surface => {
        const ground = laidOn(colour(tint), colour(surface));
        return fronts
          .filter(front => contrast(colour(front), ground) < 4.5)
          .map(front => `${front} on ${tint} on ${surface}: ${contrast(colour(front), ground).toFixed(2)}`);
      }),
    );
    expect(low).toEqual([]);
  });

  test('words that are dimmed stay legible', () => {
    for (const [selector, { token, opacity, on }] of Object.entries(dimmed)) {
      const [red, green, blue] = colour(token);
      expect(contrast([red, green, blue, opacity], colour(on)), selector).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('the steps of the calendar grow away from the empty day', () => {
    const steps = [1, 2, 3, 4].map(step => contrast(colour(`heat-${step}`), colour('heat-0')));
    expect(steps).toEqual(steps.toSorted((x, y) => x - y));
    for (const [at, step] of steps.entries())
      if (at > 0) expect(step / (steps[at - 1] ?? 0)).toBeGreaterThan(1.2);
  });
});

describe('what the system asks for', () => {
  test.each(themes)('more contrast makes every text of the %s theme clearer, to 7:1', theme => {
    const [plain, more] = [false, true].map(moreContrast =>
      tokensIn(sheet, { theme, accent: 'signal', moreContrast }),
    ) as [ReadonlyMap<string, string>, ReadonlyMap<string, string>];
    for (const name of ['text-hi', 'text', 'text-2'])
      for (const back of surfaces) {
        const now = contrast(tokenColour(more, name), tokenColour(more, back));
        expect(now, `${name} on ${back}`).toBeGreaterThanOrEqual(7);
        expect(now).toBeGreaterThanOrEqual(contrast(tokenColour(plain, name), tokenColour(plain, back)));
      }
    expect(more.get('--halo')).toBe('0');
  });

  test.each(['system', 'switch'] as const)(
    'less motion, asked for by the %s, stops every time',
    lessMotion => {
      const rest: Surroundings = { theme: 'dark', accent: 'signal', moreContrast: false };
      const times = (around: Surroundings): readonly string[] =>
        [...tokensIn(sheet, around)].flatMap(([name, value]) => (name.startsWith('--m-') ? [value] : []));
      expect(times(rest)).not.toContain('0ms');
      expect(new Set(times({ ...rest, lessMotion }))).toEqual(new Set(['0ms']));
    },
  );

  test('states keep their colours whatever the accent', () => {
    for (const name of ['s-private', 's-offline', 's-error', 's-warn', 's-ok']) {
      const seen = accents.map(accent =>
        tokensIn(sheet, { theme: 'dark', accent, moreContrast: false }).get(`--${name}`),
      );
      expect(new Set(seen).size, name).toBe(1);
    }
  });

  test('an accent changes the voices, in both themes', () => {
    for (const theme of themes)
      for (const name of ['s-listening', 's-speaking', 'focus']) {
        const seen = accents.map(accent =>
          tokenColour(tokensIn(sheet, { theme, accent, moreContrast: false }), name).join(' '),
        );
        expect(new Set(seen).size, `${theme} ${name}`).toBe(3);
      }
  });
});

test.each([
  ['text-2', '#6f7d88'],
  ['s-error', '#b3321a'],
  ['edge', '#4d5b64'],
  ['raised-2', '#4a565f'],
])('a %s of %s would be found', (name, value) => {
  const tokens = new Map(tokensIn(sheet, { theme: 'dark', accent: 'signal', moreContrast: false }));
  expect(pairsNeeded.flatMap(pairs => tooLow(tokens, pairs))).toEqual([]);
  tokens.set(`--${name}`, value);
  expect(pairsNeeded.flatMap(pairs => tooLow(tokens, pairs)).join()).toContain(name);
});

test('the measure of contrast is that of the standard', () => {
  expect(contrast([0, 0, 0, 1], [1, 1, 1, 1])).toBeCloseTo(21);
  // #767676 on white is the known grey of 4.54.
  const grey = 0x76 / 255;
  expect(contrast([grey, grey, grey, 1], [1, 1, 1, 1])).toBeCloseTo(4.54, 2);
  expect(texts).toContain('text-2');
});
