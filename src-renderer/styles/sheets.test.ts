/** The sheets and the classes in views use the tokens as they were weighed: no value of their own, no pair that nobody computed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { allowedTimes, dimmed, exempt, lights, signs, surfaces, texts } from './test-pairs.ts';
import { type Rule, readSheet, sheetNames } from './test-sheet.ts';

interface Use {
  readonly at: string;
  readonly rule: Rule;
  readonly property: string;
  readonly value: string;
}

const views = fileURLToPath(new URL('..', import.meta.url));
const sheets = sheetNames.filter(name => !['tokens.css', 'theme.css', 'fonts.css'].includes(name));
const uses: readonly Use[] = sheets.flatMap(readSheet).flatMap(rule =>
  rule.declarations.map(([property, value]) => {
    const at = `${rule.file}: ${rule.selector} { ${property}: ${value} }`;
    return { at, rule, property, value };
  }),
);
const tokens = new Set(
  readSheet('tokens.css').flatMap(({ declarations }) => declarations.map(([name]) => name)),
);
const tokensOf = (value: string): readonly string[] =>
  [...value.matchAll(/var\(--([\w-]+)/g)].map(([, name]) => name ?? '');
const isColour = (name: string): boolean =>
  [...surfaces, ...texts, ...signs, 'fill', 'on-fill', 'mark', 'select', 'veil'].includes(name) ||
  name in exempt ||
  name.startsWith('heat-');

/** What breaks the rule, as one list, so that a failure says all of it. */
const breaking = (where: (use: Use) => boolean): readonly string[] => uses.filter(where).map(({ at }) => at);

describe('colours', () => {
  test('come from the tokens', () => {
    const own =
      /#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|\b(white|black|red|green|blue|grey|gray|cyan|magenta|orange|yellow|purple|pink)\b/i;
    expect(breaking(({ value }) => own.test(value.replaceAll(/"[^"]*"|--[\w-]+/g, '')))).toEqual([]);
  });

  test('and every token that is named is there', () => {
    // What a view sets on an element, and Radix on its own, is declared where it is used.
    const local = new Set(uses.flatMap(({ property }) => (property.startsWith('--') ? [property] : [])));
    const given = /^--(radix|cmdk|level|live)-|^--tw-/;
    const set = new Set([...sourcesSet(), ...local]);
    const unknown = uses.flatMap(({ at, value }) =>
      tokensOf(value)
        .filter(name => !tokens.has(`--${name}`) && !set.has(`--${name}`) && !given.test(`--${name}`))
        .map(name => `${name} in ${at}`),
    );
    expect(unknown).toEqual([]);
  });

  test('words are written in a colour that was weighed as text', () => {
    const wrong = uses.filter(({ property, value, rule }) => {
      if (property !== 'color') return false;
      const [name] = tokensOf(value);
      if (name === undefined)
        return !/^(inherit|currentcolor|transparent|canvastext|graytext|highlight\w*|link\w*|button\w*|mark\w*)$/i.test(
          value,
        );
      if (name === 'text-off') return !/disabled/.test(rule.selector);
      if (name === 'on-fill') return backgroundOf(rule) !== 'fill';
      return !texts.some(text => text === name);
    });
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });

  test('grounds are surfaces; on anything else stand the words that were weighed on it, or none', () => {
    const wrong = uses.filter(({ property, value, rule }) => {
      if (!/^background(-color)?$/.test(property)) return false;
      const [name] = tokensOf(value);
      if (name === undefined || !isColour(name) || surfaces.some(surface => surface === name)) return false;
      if (name === 'fill') return colourOf(rule) !== 'on-fill' && !isLight(rule);
      if (name === 'mark' || name === 'select') return false;
      return name !== 'veil' && !isLight(rule);
    });
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });

  test('nothing that is read is dimmed below what was weighed', () => {
    const wrong = uses.filter(
      ({ property, value, rule }) =>
        property === 'opacity' &&
        !['0', '1'].includes(value) &&
        dimmed[rule.selector]?.opacity !== Number(value),
    );
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });

  test('a field, a button and focus are never told by a line that may vanish', () => {
    const vanishing = /var\(--(line|line-2|text-off)\)/;
    const wrong = uses.filter(
      ({ property, value, rule }) =>
        (/^outline/.test(property) && vanishing.test(value)) ||
        (/^border(-color)?$/.test(property) &&
          vanishing.test(value) &&
          /\.(input|button)$/.test(rule.selector)),
    );
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });
});

describe('sizes', () => {
  test('of letters are the steps of the scale', () => {
    const wrong = breaking(
      ({ property, value, rule }) =>
        (property === 'font' &&
          !/^(var\(--t-[\w-]+\)|inherit)$/.test(value) &&
          !/wordmark/.test(rule.selector)) ||
        (/^(font-size|line-height)$/.test(property) && /px|pt/.test(value)),
    );
    expect(wrong).toEqual([]);
  });

  test('between things are the steps of space, or the thickness of a line', () => {
    const wrong = uses.filter(({ property, value }) => {
      if (!/^(padding|margin|gap|row-gap|column-gap|border-radius)/.test(property)) return false;
      const lengths = value.match(/-?[\d.]+px/g) ?? [];
      return lengths.some(length => !offSteps.has(Math.abs(Number.parseFloat(length))));
    });
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });
});

/** In pixels: hairlines and marks, the six that make a row of text 32 high, and steps less the border around them. */
const offSteps = new Set([0, 1, 2, 3, 5, 6, 7, 11, 15]);

describe('motion', () => {
  test('takes the times of the tokens, which less motion sets to nothing', () => {
    const wrong = uses.filter(({ property, value, rule }) => {
      if (!/^(transition|animation)(-duration|-delay)?$/.test(property) || value === 'none') return false;
      return /(^|[\s,])[\d.]+m?s\b/.test(value) && !(rule.selector in allowedTimes);
    });
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });

  test('of the tokens is over within 200 ms, but for the breath', () => {
    const times = readSheet('tokens.css')
      .flatMap(({ declarations }) => declarations)
      .filter(([name]) => name.startsWith('--m-') && name !== '--m-breath');
    for (const [name, value] of times) {
      expect(value, name).toMatch(/^\d+ms$/);
      expect(Number.parseFloat(value), name).toBeLessThanOrEqual(200);
    }
  });

  test('the breath belongs to the orb alone', () => {
    expect(
      breaking(({ value, rule }) => value.includes('--m-breath') && !/orb|core/.test(rule.selector)),
    ).toEqual([]);
  });
});

describe('classes in views', () => {
  const classes = classesInViews();

  test('name colours that theme.css knows', () => {
    const theme = readSheet('theme.css').flatMap(({ declarations }) => declarations);
    const known = new Set(theme.flatMap(([name]) => (name.startsWith('--color-') ? [name.slice(8)] : [])));
    const sizes =
      /^(left|right|center|start|end|justify|wrap|nowrap|balance|pretty|ellipsis|clip|transparent|current|inherit|none)$/;
    const wrong = classes.filter(({ name }) => {
      const colour = /^(?:text|bg|fill|stroke)-([a-z][\w-]*)$/.exec(bare(name))?.[1];
      return colour !== undefined && !known.has(colour) && !sizes.test(colour);
    });
    expect(wrong.map(({ at, name }) => `${at} ${name}`)).toEqual([]);
  });

  test('give no colour, size or time of their own', () => {
    const own = /\[[^\]]*(#[0-9a-f]{3}|\d(px|ms|s)\b|rgb|hsl|oklch)/;
    // Tailwind's own steps of time, letters and shadow are not ours.
    const foreign =
      /^(duration|delay|ease|animate|shadow|blur|tracking|leading)-|^text-(xs|sm|base|lg|\d?xl)$/;
    const wrong = classes.filter(({ name }) => own.test(name) || foreign.test(bare(name)));
    expect(wrong.map(({ at, name }) => `${at} ${name}`)).toEqual([]);
  });

  test('write on the filled ground in its own colour only', () => {
    const byElement = Map.groupBy(classes, ({ at }) => at);
    for (const [at, own] of byElement) {
      const has = (name: string): boolean => own.some(one => bare(one.name) === name);
      if (has('bg-fill')) expect(has('text-on-fill'), at).toBe(true);
      if (has('text-on-fill')) expect(has('bg-fill'), at).toBe(true);
    }
  });
});

/** Without what says when it holds: `hover:bg-panel`. */
function bare(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

function sourceFiles(): readonly string[] {
  return readdirSync(views, { recursive: true, encoding: 'utf8' }).filter(
    path => /\.tsx?$/.test(path) && !/\.test\.tsx?$|test-/.test(path),
  );
}

/** Each word of each `className` that is written out; `at` is the same for those of one element. */
function classesInViews(): readonly { at: string; name: string }[] {
  return sourceFiles().flatMap(path => {
    const text = readFileSync(join(views, path), 'utf8');
    return [...text.matchAll(/className=(?:"([^"]*)"|\{([^}]*)\})/g)].flatMap(match => {
      const at = `${path}:${text.slice(0, match.index).split('\n').length}`;
      const strings = match[1] ?? [...(match[2] ?? '').matchAll(/'([^']*)'|`([^`]*)`/g)].join(' ');
      return strings
        .split(/[\s,'`]+/)
        .filter(Boolean)
        .map(name => ({ at, name }));
    });
  });
}

/** Custom properties that views and the orb set themselves. */
function sourcesSet(): readonly string[] {
  return sourceFiles().flatMap(path => {
    const text = readFileSync(join(views, path), 'utf8');
    return [...text.matchAll(/['"`](--[\w-]+)['"`]/g)].map(([, name]) => name ?? '');
  });
}

function backgroundOf({ declarations }: Rule): string | undefined {
  const [, value = ''] = declarations.find(([name]) => /^background(-color)?$/.test(name)) ?? [];
  return tokensOf(value)[0];
}

function colourOf({ declarations }: Rule): string | undefined {
  const [, value = ''] = declarations.find(([name]) => name === 'color') ?? [];
  return tokensOf(value)[0];
}

function isLight({ selector, declarations }: Rule): boolean {
  const isEmpty = declarations.some(([name, value]) => name === 'content' && /^["']{2}$/.test(value));
  return isEmpty || Object.keys(lights).some(light => selector.includes(light));
}
