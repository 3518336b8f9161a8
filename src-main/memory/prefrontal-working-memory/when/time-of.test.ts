/** Times that questions about the past name: the corpus, the calendar's odd days, and what must never come out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threadMs } from '../../../../test/thread-time.ts';
import type { Language } from '../../../domain/language.ts';
import { dayMs, hourMs, parseLocalTime } from '../../../domain/local-time.ts';
import { agreement, ownReader, readPhrasings } from './corpus/corpus.ts';
import { timeOf } from './time-of.ts';

const paris = 'Europe/Paris';
const read = (text: string, language: Language, now: string, zone = paris, birthDate?: string) =>
  timeOf(text, {
    language,
    nowMs: parseLocalTime(now, zone) ?? Number.NaN,
    zone,
    ...(birthDate && { birthDate }),
  });
const ends = (...args: Parameters<typeof read>) => {
  const found = read(...args);
  return found && [found.start, found.end];
};

describe('the corpus', () => {
  for (const set of ['dev', 'kept-aside'] as const)
    for (const language of ['fr', 'en'] as const)
      it(`${set}, ${language}: at least 95 in 100 to the minute`, () => {
        const phrasings = readPhrasings(set).filter(({ lang }) => lang === language);
        const result = agreement(phrasings, ownReader);
        expect(result.phrasings).toBeGreaterThan(50);
        expect(result.exact / result.phrasings).toBeGreaterThan(0.95);
        expect(result.falseAlarms).toBe(0);
      });
});

describe('the calendar', () => {
  it('gives the day of a clock change 23 or 25 hours', () => {
    const spring = read('hier', 'fr', '2026-03-30T10:00');
    expect((spring?.endMs ?? 0) - (spring?.startMs ?? 0) + 1).toBe(23 * hourMs);
    const autumn = read('yesterday', 'en', '2026-10-26T10:00');
    expect((autumn?.endMs ?? 0) - (autumn?.startMs ?? 0) + 1).toBe(25 * hourMs);
  });

  it('names no day that never was', () => {
    expect(ends('yesterday', 'en', '2011-12-31T10:00', 'Pacific/Apia')).toBeUndefined();
  });

  it('finds the last leap day', () => {
    expect(ends('le 29 février', 'fr', '2027-06-01T10:00')).toEqual(['2024-02-29T00:00', '2024-02-29T23:59']);
    expect(ends('February 29th', 'en', '2028-02-29T10:00')).toEqual(['2028-02-29T00:00', '2028-02-29T23:59']);
    expect(ends('on 31/6', 'en', '2027-06-01T10:00')).toBeUndefined();
  });

  it('counts back over the ends of months and years', () => {
    expect(ends('hier', 'fr', '2026-03-01T09:00')).toEqual(['2026-02-28T00:00', '2026-02-28T23:59']);
    expect(ends('last month', 'en', '2026-01-31T09:00')).toEqual(['2025-12-01T00:00', '2025-12-31T23:59']);
    expect(ends('la semaine dernière', 'fr', '2026-01-05T09:00')).toEqual([
      '2025-12-29T00:00',
      '2026-01-04T23:59',
    ]);
  });

  it('moves the feasts with the year', () => {
    const easters = { 2023: '04-09', 2024: '03-31', 2025: '04-20', 2038: '04-25' };
    for (const [year, day] of Object.entries(easters))
      expect(ends(`à Pâques ${year}`, 'fr', '2039-01-01T09:00')?.[0]).toBe(`${year}-${day}T00:00`);
    expect(ends('at Thanksgiving 2024', 'en', '2026-01-01T09:00')?.[0]).toBe('2024-11-28T00:00');
    expect(ends('à la fête des mères 2020', 'fr', '2026-01-01T09:00')?.[0]).toBe('2020-06-07T00:00');
    expect(ends('during Ramadan 2024', 'en', '2026-01-01T09:00')?.[0]).toBe('2024-03-11T00:00');
    expect(ends('at Hanukkah 2024', 'en', '2026-01-01T09:00')?.[0]).toBe('2024-12-26T00:00');
    expect(ends('au nouvel an chinois 2024', 'fr', '2026-01-01T09:00')?.[0]).toBe('2024-02-10T00:00');
  });

  it('knows ages only with a date of birth', () => {
    expect(ends('quand j’avais 12 ans', 'fr', '2026-01-01T09:00')).toBeUndefined();
    expect(ends('quand j’avais 12 ans', 'fr', '2026-01-01T09:00', paris, '1990-05-04')).toEqual([
      '2002-05-04T00:00',
      '2003-05-03T23:59',
    ]);
  });
});

describe('the words', () => {
  it('are those that name the time', () => {
    expect(read('Dis, où étais-je en mars 2024 ?', 'fr', '2026-11-18T15:30')?.text).toBe('en mars 2024');
    expect(read('Who called the day before yesterday, at 5 pm?', 'en', '2026-11-18T15:30')?.text).toBe(
      'the day before yesterday, at 5 pm',
    );
  });

  it('never name a time to come', () => {
    const sentences = {
      fr: [
        'demain',
        'lundi prochain',
        'la semaine prochaine',
        'dans trois jours',
        'que ferai-je vendredi ?',
        'en 2031',
      ],
      en: ['tomorrow', 'next Monday', 'next week', 'in three days', 'what will I do on Friday?', 'in 2031'],
    };
    for (const language of ['fr', 'en'] as const)
      for (const text of sentences[language])
        expect([text, ends(text, language, '2026-11-18T15:30')]).toEqual([text, undefined]);
  });
});

describe('what is easily taken for something else', () => {
  const cases: readonly (readonly [Language, string, readonly [string, string] | undefined])[] = [
    ['en', 'I lent Mark 20 quid', undefined],
    ['fr', 'elle est rentrée, elle va bien', undefined],
    ['fr', 'Lance un minuteur de 5 min', undefined],
    ['en', 'What can you do in Lyon on a Sunday?', undefined],
    ['fr', 'rappelle-moi d’arroser les plantes demain à 18h', undefined],
    ['en', 'water the plants tomorrow at 6 pm', undefined],
    ['en', 'remind me to call Julie on Friday', undefined],
    ['en', 'remind me what I said on Friday', ['2026-11-13T00:00', '2026-11-13T23:59']],
    ['fr', 'rappelle-moi ce que j’ai dit vendredi', ['2026-11-13T00:00', '2026-11-13T23:59']],
    ['fr', 'mardi j’ai couru pendant deux heures', ['2026-11-17T00:00', '2026-11-17T23:59']],
    ['en', 'what happened tonight at 9?', ['2026-11-18T21:00', '2026-11-18T21:59']],
    ['en', 'what did we do in July three years ago?', ['2023-07-01T00:00', '2023-07-31T23:59']],
    ['fr', 'entre 14h et 16h hier', ['2026-11-17T14:00', '2026-11-17T15:59']],
    ['fr', 'le 8 mai 1945', ['1945-05-08T00:00', '1945-05-08T23:59']],
    ['fr', 'en mai 68', ['1968-05-01T00:00', '1968-05-31T23:59']],
    ['en', 'Easter last year', ['2025-04-20T00:00', '2025-04-20T23:59']],
    ['en', 'the winter before last', ['2024-12-01T00:00', '2025-02-28T23:59']],
    ['fr', 'dans la nuit de lundi à mardi', ['2026-11-16T21:00', '2026-11-17T05:59']],
    ['en', 'what did Tim finish last Friday, on 23 January 2022?', ['2022-01-23T00:00', '2022-01-23T23:59']],
  ];
  it.each(cases)('%s: %s', (language, text, expected) => {
    expect(ends(text, language, '2026-11-18T15:30')).toEqual(expected);
  });

  it('at two at night, the morning and the evening that one speaks of are those of the day before', () => {
    expect(ends('this morning', 'en', '2026-11-18T02:00')?.[0]).toBe('2026-11-17T05:00');
    expect(ends('ce soir', 'fr', '2026-11-18T02:00')?.[0]).toBe('2026-11-17T18:00');
  });

  it('what is talked about is no “about last week”', () => {
    const now = '2026-11-22T10:00';
    const week = ['2026-11-09T00:00', '2026-11-15T23:59'];
    expect(ends('what did we talk about last week', 'en', now)).toEqual(week);
    expect(ends('what did you tell me about last week', 'en', now)).toEqual(week);
    expect(ends('it was about last week', 'en', now)?.[0]).toBe('2026-11-06T00:00');
  });

  it('on a Sunday, the weekend is this one and the last one is over', () => {
    expect(ends('ce week-end', 'fr', '2026-11-22T20:00')).toEqual(['2026-11-21T00:00', '2026-11-22T23:59']);
    expect(ends('last weekend', 'en', '2026-11-22T20:00')).toEqual(['2026-11-14T00:00', '2026-11-15T23:59']);
    expect(ends('dimanche', 'fr', '2026-11-22T20:00')?.[0]).toBe('2026-11-15T00:00');
    expect(ends('cette semaine', 'fr', '2026-11-22T20:00')?.[0]).toBe('2026-11-16T00:00');
  });
});

const pieces = [
  ...'hier avant après depuis jusqu’en mars mai le 3 31 / lundi dernier semaine de la entre et il y a trois jours ans début fin Noël à 17 h soir 2024 90 années'.split(
    ' ',
  ),
  ...'yesterday before after since until between and March the 1st of week weekend last two days ago early late Christmas at 5 pm night in 1999 nineties half'.split(
    ' ',
  ),
];

describe('whatever is said', () => {
  it('begins before it ends, and never ends behind tonight', () => {
    const zones = ['Europe/Paris', 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata', 'Africa/Casablanca'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 9 }),
        fc.constantFrom<Language>('fr', 'en'),
        fc.integer({ min: Date.UTC(2001, 0), max: Date.UTC(2060, 0) }),
        fc.constantFrom(...zones),
        (words, language, nowMs, zone) => {
          const found = timeOf(words.join(' '), { language, nowMs, zone });
          if (!found) return;
          expect(found.endMs).toBeGreaterThan(found.startMs);
          expect(found.end >= found.start).toBe(true);
          expect(found.startMs).toBeLessThan(nowMs + dayMs);
          expect(found.endMs).toBeLessThan(nowMs + dayMs + 9 * hourMs);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('takes any text, and a long one no time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        timeOf(text, { language: 'fr', nowMs: 1.8e12, zone: paris });
        timeOf(text, { language: 'en', nowMs: 1.8e12, zone: paris });
      }),
      { numRuns: 200 },
    );
    const started = threadMs();
    timeOf('depuis la semaine de mars à '.repeat(400_000), { language: 'fr', nowMs: 1.8e12, zone: paris });
    expect(threadMs() - started).toBeLessThan(2000);
  });
});
