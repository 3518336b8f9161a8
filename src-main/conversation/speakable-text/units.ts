/** Quantities: "dix kilomètres heure", "minus three degrees", "fifteen percent", "two liters per minute". */
import type { Bilingual } from '../../domain/language.ts';
import type { NumberReader } from './number-reader.ts';
import { notInWord, oneOf, type Rule, wordEnds } from './rule.ts';
import { type UnitName, unitName, unitSymbols } from './unit-table.ts';

const percent: Bilingual = { fr: 'pour cent', en: 'percent' };
const permille: Bilingual = { fr: 'pour mille', en: 'per thousand' };
const per: Bilingual = { fr: 'par', en: 'per' };

export function unitRules(reader: NumberReader): readonly Rule[] {
  const { language, signed } = reader;
  const symbols = oneOf(unitSymbols(language));

  const nameAfter = (number: string, unit: UnitName): string =>
    reader.isSingular(number.replace(/^[-−–+]/, '')) ? unit.one : unit.several;

  const quantity: Rule = {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d.,])(${signed}) ?(${symbols})(?:/(${symbols})(?![\p{L}\p{N}/]))?(?![\p{L}\p{N}²³°/]|['’]\p{L})`,
      'gu',
    ),
    say([whole, number = '', symbol = '', divisor]) {
      // "4K" is a name; kelvins stand apart.
      if (symbol === 'K' && !whole.includes(' K')) return undefined;
      const unit = unitName(symbol, language);
      if (unit === undefined) return undefined;
      const words = `${reader.read(number, { feminine: unit.feminine })} ${nameAfter(number, unit)}`;
      const below = divisor === undefined ? undefined : unitName(divisor, language);
      return below === undefined ? words : `${words} ${per[language]} ${below.one}`;
    },
  };
  const lone: Rule = {
    pattern: new RegExp(`${notInWord}(?:km/h|kWh|m²|km²|m³|°C|°F|mph)${wordEnds}(?!/)`, 'gu'),
    say: ([symbol]) => unitName(symbol, language)?.several,
  };
  const percentage = (mark: string, words: string): Rule => ({
    pattern: new RegExp(String.raw`(?<![\p{L}\d.,])(${signed}) ?${mark}`, 'gu'),
    say: ([, number = '']) => `${reader.read(number)} ${words}`,
  });
  return [
    { pattern: /(?<=\d ?km) ?\/ ?(?=h(?!\p{L}))/gu, say: () => '/' },
    percentage('%', percent[language]),
    percentage('‰', permille[language]),
    ...(language === 'en' ? [...englishPoints, ...feetAndInches(reader)] : screenInches(reader)),
    quantity,
    lone,
  ];
}

/** "6 ft. 2 in. tall": the points end no sentence. Also what a fraction in words counts: "three quarters tsp". */
const englishPoints: readonly Rule[] = [
  {
    pattern: /(?<=\d ?(?:ft|lbs?|oz|yd|mi|min|sec|hrs?|gal|tsp|tbsp))\.(?=\s[\p{Ll}\d])/gu,
    say: () => '',
  },
  {
    pattern:
      /(?<=(?:half|quarters?|thirds?|eighths?) )(tsp|tbsp|lbs?|oz|mi|gal|kg|km|L|l|ml|cm|ft|m|g|yd|in)(?![\p{L}\p{N}])/gu,
    say: ({ input, index, 1: symbol = '' }) => {
      const unit = unitName(symbol, 'en');
      return /\band a (?:half|quarter) $/.test(input.slice(0, index)) ? unit?.several : unit?.one;
    },
  },
];

function feetAndInches(reader: NumberReader): readonly Rule[] {
  const { number } = reader;
  const inches = unitName('in', 'en');
  const name = (value: string): string => (reader.isSingular(value) ? 'inch' : 'inches');
  return [
    {
      pattern: /(?<![\p{L}\d.,])(\d{1,2})['’′]\s?(\d{1,2})(?:["”″]|(?!\d|['’]))/gu,
      say: ([, feet = '', rest = '']) =>
        `${reader.read(feet)} ${feet === '1' ? 'foot' : 'feet'} ${reader.read(rest)}`,
    },
    {
      pattern: new RegExp(
        String.raw`(?<![\p{L}\d.,]|(?:^|[\s(])["“][^"”]{0,80})(${number})(?:["”″](?!\p{L})|(?<=\d)in(?![\p{L}\p{N}])| ?in(?=\.?\s*$|[,;)])| ?-?in\.(?=\s\p{Ll}))`,
        'gu',
      ),
      say: ([, value = '']) => (inches ? `${reader.read(value)} ${name(value)}` : undefined),
    },
    {
      pattern: new RegExp(String.raw`(?<![\p{L}\d.,])(${number}) ?(mi|gal)\b\.?(?!['’])`, 'gu'),
      say: ([, value = '', symbol = '']) => {
        const unit = unitName(symbol, 'en');
        return unit && `${reader.read(value)} ${reader.isSingular(value) ? unit.one : unit.several}`;
      },
    },
  ];
}

function screenInches(reader: NumberReader): readonly Rule[] {
  return [
    {
      pattern: new RegExp(
        String.raw`(?<![\p{L}\d.,]|(?:^|[\s(])["“][^"”]{0,80})(${reader.number}) ?["”″](?!\p{L})`,
        'gu',
      ),
      say: ([, value = '']) => `${reader.read(value)} ${reader.isSingular(value) ? 'pouce' : 'pouces'}`,
    },
  ];
}
