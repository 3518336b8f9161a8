/** Halves and quarters of something in French: "une demi-heure", "trois heures et demie", "trois quarts de litre". */
import type { NumberReader } from './number-reader.ts';
import { oneOf, type Rule } from './rule.ts';
import { unitName } from './unit-table.ts';

const half = `(?:1 ?[/⁄] ?2|½)`;
const feminineNouns =
  'heure|journée|douzaine|livre|tasse|cuillère|tonne|seconde|minute|année|semaine|bouteille|page|finale';
const masculineNouns =
  'litre|mètre|kilo|kilomètre|tour|an|mois|jour|verre|siècle|citron|oignon|verre|point|gramme';
const symbols = ['l', 'L', 'h', 'kg', 'm', 'km', 'cl', 'dl', 'min', 't'];

/** After a whole number and before other fractions. */
export function frenchHalfRules(reader: NumberReader): readonly Rule[] {
  const counted = (whole: string, one: string, several: string, feminine: boolean): string =>
    `${reader.read(whole, { feminine })} ${reader.isSingular(whole) ? one : several} et demi${feminine ? 'e' : ''}`;
  const symbol = oneOf(symbols);
  const ends = String.raw`(?![\p{L}\p{N}])`;
  return [
    {
      pattern: new RegExp(String.raw`(?<![\p{L}\d.,/])(\d+) ?${half} ?(${symbol})${ends}`, 'gu'),
      say([, whole = '', mark = '']) {
        const unit = unitName(mark, 'fr');
        return unit && counted(whole, unit.one, unit.several, unit.feminine);
      },
    },
    {
      pattern: new RegExp(
        String.raw`(?<![\p{L}\d.,/])(\d+) ?${half} (${feminineNouns}|${masculineNouns})(s?)${ends}`,
        'gu',
      ),
      say([, whole = '', noun = '', plural]) {
        const feminine = feminineNouns.split('|').includes(noun);
        return `${reader.read(whole, { feminine })} ${noun}${plural} et demi${feminine ? 'e' : ''}`;
      },
    },
    {
      pattern: new RegExp(
        String.raw`(?<=\d (?:ans?|mois|jours?|kilos?|litres?|mètres?|tours?)) (?:et )?${half}(?!\d)`,
        'gu',
      ),
      say: () => ' et demi',
    },
    {
      pattern: new RegExp(
        String.raw`(?<=\d (?:heures?|h|années?|tasses?|livres?|tonnes?)) (?:et )?${half}(?!\d)`,
        'gu',
      ),
      say: () => ' et demie',
    },
    {
      pattern: new RegExp(String.raw`(?<![\p{L}\d.,/])${half} ?(${symbol})${ends}`, 'gu'),
      say([, mark = '']) {
        const unit = unitName(mark, 'fr');
        return unit && (unit.feminine ? `une demi-${unit.one}` : `un demi-${unit.one}`);
      },
    },
    {
      pattern: new RegExp(
        String.raw`(?<![\p{L}\d.,/])(?:(?:une?|la|le|1) )?${half}[ -](${feminineNouns}|${masculineNouns})(?![\p{L}\p{N}])`,
        'gu',
      ),
      say: ([whole, noun = '']) =>
        `${/^l[ae] /.exec(whole)?.[0] ?? (feminineNouns.split('|').includes(noun) ? 'une ' : 'un ')}demi-${noun}`,
    },
    {
      pattern: new RegExp(
        String.raw`(?<![\p{L}\d.,/])([13])[/⁄](4) ?(l|L|kg|m|km)${ends}|(?<![\p{L}\d.,/])([12])[/⁄](3) ?(l|L|kg|m|km)${ends}`,
        'gu',
      ),
      say([, quarters, , quarterOf, thirds, , thirdOf]) {
        const unit = unitName(quarterOf ?? thirdOf ?? '', 'fr');
        const part = quarters === undefined ? 'tiers' : `quart${quarters === '1' ? '' : 's'}`;
        return unit && `${reader.cardinal(quarters ?? thirds ?? '')} ${part} de ${unit.one}`;
      },
    },
  ];
}
