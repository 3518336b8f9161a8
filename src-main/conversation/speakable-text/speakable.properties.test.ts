/** Whatever the text: words alone come out, each with its place, in time that grows with its length. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threadMs } from '../../../test/thread-time.ts';
import { type Language, languages } from '../../domain/language.ts';
import { scoreSpeakable } from './corpus/corpus.ts';
import { createSpeakable, speakable } from './speakable.ts';

const fragments = fc
  .array(
    fc.constantFrom(
      ...'12 345|3,14|3.14|1/2|½|15 h 30|3:30 pm|06 12 34 56 78|+33 |+1 555 123 4567|2025-04-03|03/04/2025|12,50 €|$3.99|€|%|°C|km/h| kWh|XIV|Louis |Ier|le |M. |Dr. |e.g. |J. R. R. Tolkien|a@b.fr|https://exemple.fr/x|www.a.org|v2.1.3|192.168.1.1|**|*|_|`|```|\n|\n\n|# |- |1. || a | b ||[a](b)|<i>|🙂|→|⬅|➡|⤴|≤|²|√|×|=|-|–|—| | |A4|CO2|5e|21st|1914-1918|10–12|0| 0|007|1e9|"|«|»|(|)|;|: |, |. |? |! |h|min|mots |words |’|\u0000|\u200B'.split(
        '|',
      ),
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join(''));
const anyText = fc.oneof(
  fragments,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 200 }),
);

describe.each(languages)('in %s', (language: Language) => {
  it('leaves no figure and no sign that a voice would name', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(speakable(text, language).spoken).not.toMatch(
          /[0-9*`|~_\\{}[\]<>=#/@%°€$£\p{Extended_Pictographic}\p{Cc}\p{Cs}]/u,
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('gives each word a place in the text, in order', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { spoken, words } = speakable(text, language);
        let [spokenAt, from, to] = [0, 0, 0];
        for (const word of words) {
          expect(word.spokenFrom).toBeGreaterThanOrEqual(spokenAt);
          expect(word.spokenTo).toBeGreaterThan(word.spokenFrom);
          expect(word.from).toBeGreaterThanOrEqual(from);
          expect(word.to).toBeGreaterThanOrEqual(Math.max(word.from, to));
          expect(word.to).toBeLessThanOrEqual(text.length);
          expect(spoken.slice(spokenAt, word.spokenFrom).trim()).toBe('');
          [spokenAt, from, to] = [word.spokenTo, word.from, word.to];
        }
        expect(spoken.slice(spokenAt).trim()).toBe('');
      }),
      { numRuns: 1500 },
    );
  });

  it('says nothing new of what it said: words stay as they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), n => {
        const { spoken } = speakable(String(n), language);
        expect(speakable(spoken, language).spoken).toBe(spoken);
      }),
    );
  });

  it.each([
    '1'.repeat(100_000),
    '1 '.repeat(100_000),
    '12-'.repeat(100_000),
    'a.'.repeat(100_000),
    'A. '.repeat(100_000),
    '** '.repeat(100_000),
    '<a '.repeat(100_000),
    '"1" '.repeat(100_000),
    '1/2/'.repeat(100_000),
    'a@b.'.repeat(100_000),
    '€ 1 '.repeat(100_000),
    'XIV '.repeat(100_000),
    '| a '.repeat(100_000),
    '[a]('.repeat(100_000),
    `${'x'.repeat(100)} 3 km/h `.repeat(1_000),
  ])('takes 100,000 characters of %.9s in a moment', text => {
    const startedAtMs = threadMs();
    speakable(text.slice(0, 100_000), language);
    expect(threadMs() - startedAtMs).toBeLessThan(3_000);
  });

  it('says the pairs that its rules were written from as a good reader would', () => {
    const { pairs, sameWords, strict } = scoreSpeakable(language, 'dev');
    expect(pairs).toBeGreaterThan(600);
    expect(sameWords / pairs).toBeGreaterThanOrEqual(0.98);
    expect(strict / pairs).toBeGreaterThanOrEqual(0.93);
  });

  it('says at least 95 in 100 of the pairs kept aside', () => {
    const { pairs, sameWords } = scoreSpeakable(language, 'kept-aside');
    expect(pairs).toBeGreaterThan(300);
    expect(sameWords / pairs).toBeGreaterThanOrEqual(0.95);
  });
});

/** What the screen marks while each group of words is said. */
function marked(text: string, language: Language): [string, string][] {
  const { spoken, words } = speakable(text, language);
  return words.map(word => [spoken.slice(word.spokenFrom, word.spokenTo), text.slice(word.from, word.to)]);
}

it('rests at arrows, also at those that are pictures', () => {
  for (const arrow of ['→', '⬅', '⬇', '➡', '⤴', '⤵'])
    expect(speakable(`Nantes ${arrow} Lyon`, 'fr').spoken).toBe('Nantes, Lyon');
});

describe('the place of what is spoken', () => {
  it('is the word itself in prose, the whole figure for a number', () => {
    expect(marked('Il est **15 h 30** à [Lyon](https://lyon.fr).', 'fr')).toEqual([
      ['Il', 'Il'],
      ['est', 'est'],
      ['quinze heures trente', '15 h 30'],
      ['à', 'à'],
      ['Lyon.', 'Lyon](https://lyon.fr).'],
    ]);
  });

  it('skips what is not said', () => {
    expect(marked('# Prix\n\n- 🍎 12,50 € le kg', 'fr')).toEqual([
      ['Prix.', 'Prix'],
      ['douze euros cinquante', '12,50 €'],
      ['le', 'le'],
      ['kg.', 'kg'],
    ]);
  });

  it('is that of the sentence given, also when a code block is open', () => {
    const speak = createSpeakable('en');
    expect(speak('```js').words).toMatchObject([{ from: 0, to: 5 }]);
    expect(speak('x = 1').words).toEqual([]);
    expect(speak('```\nDone.').words).toMatchObject([{ from: 4, to: 9 }]);
  });
});
