/** What a text that holds more than words is read as, in each language: one example for each thing that may stand in it. */
import { describe, expect, it } from 'vitest';
import type { Language } from '../../domain/language.ts';
import { speakable } from './speakable.ts';

const examples: Readonly<Record<Language, readonly (readonly [text: string, spoken: string])[]>> = {
  fr: [
    [
      'Population : 12 345, 12\u202F345 ou 12’345',
      'Population : douze mille trois cent quarante-cinq, douze mille trois cent quarante-cinq ou douze mille trois cent quarante-cinq',
    ],
    ['1 000 000 habitants', 'un million d’habitants'],
    [
      '21 pommes, 21 000 personnes, 31 jours',
      'vingt et une pommes, vingt et un mille personnes, trente et un jours',
    ],
    ['Le 03/04, puis le 1/1/2025', 'Le trois avril, puis le premier janvier deux mille vingt-cinq'],
    ['2025-04-03T15:30:00Z', 'trois avril deux mille vingt-cinq à quinze heures trente'],
    ['lun-ven 9h-18h', 'lundi à vendredi neuf heures à dix-huit heures'],
    ['les années 80', 'les années quatre-vingt'],
    ['24h/24 et 7j/7', 'vingt-quatre heures sur vingt-quatre et sept jours sur sept'],
    ['3½ heures, 1/2 l de lait', 'trois heures et demie, un demi-litre de lait'],
    [
      '12€50, 0,99 €, 25 €/mois, 2,5 Md$',
      'douze euros cinquante, quatre-vingt-dix-neuf centimes, vingt-cinq euros par mois, deux virgule cinq milliards de dollars',
    ],
    ['+33 6 12 34 56 78', 'plus trente-trois, six, douze, trente-quatre, cinquante-six, soixante-dix-huit'],
    [
      '1m80 à 50 km/h par −3 °C',
      'un mètre quatre-vingts à cinquante kilomètres à l’heure par moins trois degrés Celsius',
    ],
    [
      'de -10 à +10, 8 - 3, 3-1, 10-12 ans',
      'de moins dix à plus dix, huit moins trois, trois à un, dix à douze ans',
    ],
    [
      '1/2 + 1/4 = 3/4 et 10 / 2 = 5',
      'un demi plus un quart égale trois quarts et dix divisé par deux égale cinq',
    ],
    ['3x² - 2x + 1 = 0', 'trois x au carré moins deux x plus un égale zéro'],
    ['$E = mc^2$, \\frac{1}{2}', 'E égale mc au carré, un demi'],
    [
      'aux XVIIe et XVIIIe siècles, sous François Ier',
      'aux dix-septième et dix-huitième siècles, sous François premier',
    ],
    ['un CV, du MIX, un DVD', 'un CV, du MIX, un DVD'],
    ['code 4821, n° 12, 007', 'code quatre huit deux un, numéro douze, zéro zéro sept'],
    ['ISBN 978-2-07-036822-8', 'ISBN neuf sept huit, deux, zéro sept, zéro trois six huit deux deux, huit'],
    ['les étudiant·e·s, le/la client(e)', 'les étudiants, le ou la client'],
    ['Oui - enfin, presque — bien.', 'Oui, enfin, presque, bien.'],
    ['J.-P. Sartre, S.N.C.F.', 'J P Sartre, SNCF.'],
    [
      'marie@univ-paris.fr ou http://localhost:3000/a',
      'marie arobase univ tiret paris point fr ou localhost',
    ],
    ['v2.1.3 sur Python 3.12', 'version deux point un point trois sur Python trois point douze'],
  ],
  en: [
    [
      '1,234,567 and 1 000 000',
      'one million two hundred thirty-four thousand five hundred sixty-seven and one million',
    ],
    [
      'In 2019, 1500 people; in 1066, none',
      'In twenty nineteen, one thousand five hundred people; in ten sixty-six, none',
    ],
    [
      'Jan. 5–7, 2024, at 10 a.m.–5 p.m.',
      'January fifth to seventh, twenty twenty-four, at ten AM to five PM.',
    ],
    ['the 1980s, the ’90s, in 1905', 'the nineteen eighties, the nineties, in nineteen oh five'],
    ['4 July 1776, the 21st of June', 'the fourth of July, seventeen seventy-six, the twenty-first of June'],
    [
      '12/25/2024 at 15:00, 8:05',
      'December twenty-fifth, twenty twenty-four at fifteen hundred, eight oh five',
    ],
    [
      '$0.99, £3.20, $1M–$2M, $5/month',
      'ninety-nine cents, three pounds and twenty pence, one million dollars to two million dollars, five dollars per month',
    ],
    [
      '(555) 123-4567, +44 20 7946 0958',
      'five five five, one two three, four five six seven, plus four four, two zero, seven nine four six, zero nine five eight',
    ],
    [
      '6 ft. 2 in. tall, 5\'11", 180 lb',
      'six feet two inches tall, five feet eleven, one hundred eighty pounds',
    ],
    ['1½ cups, ¾ tsp, 1/4 lb', 'one and a half cups, three quarters teaspoon, one quarter pound'],
    [
      'rated 4/5, 4.7/5, 8/10 stars, 7/8',
      'rated four out of five, four point seven out of five, eight out of ten stars, seven eighths',
    ],
    [
      '2^10, 6.02×10²³, √16 = 4, 5 > 3',
      'two to the power of ten, six point zero two times ten to the power of twenty-three, the square root of sixteen equals four, five is greater than three',
    ],
    [
      'Henry VIII, World War II, Chapter IV, Malcolm X',
      'Henry the Eighth, World War two, Chapter four, Malcolm X',
    ],
    [
      'Dr. Smith of 123 Elm St., Apt. 4B',
      'Doctor Smith of one hundred twenty-three Elm Street, apartment four B',
    ],
    ['Martin Luther King Jr. vs. AT&T Inc.', 'Martin Luther King Junior versus AT and T Incorporated'],
    ['call 911, #1, No. 5, 24/7', 'call nine one one, number one, number five, twenty-four seven'],
    ['H2O, COVID-19, C#, 4K', 'H two O, COVID nineteen, C sharp, four K'],
    ['he/she and/or w/o', 'he or she and or without'],
  ],
};

describe.each(['fr', 'en'] as const)('%s', language => {
  it.each(examples[language])('%j', (text, spoken) => {
    expect(speakable(text, language).spoken).toBe(spoken);
  });
});
