/** Sums in figures and words. */
import { readSum } from '../arithmetic.ts';
import type { Built, Match, RulesByLanguage } from '../grammar.ts';
import { askEn, computeFr, endFr, howMuchFr } from './sum-questions.ts';

/** A sum that is asked for; `bare`: nothing but the sum was said, so that dates, marks and car names are left alone. */
const sum =
  (bare: boolean) =>
  (match: Match): Built | undefined => {
    const text = match.norm('sum');
    const read = readSum(text, match.language);
    if (!read || read.operations === 0) return undefined;
    if (bare && (read.loose || looksLikeName(match.sentence.original))) return undefined;
    if (!bare && /^(?:24 \/ 7|9 \/ 11)$/.test(text)) return undefined;
    const answer = read.value === undefined ? {} : { answer: read.value };
    const problem = read.problem ? { problem: read.problem } : {};
    return {
      intent: read.usesPercent ? 'percent' : 'math',
      slots: answer,
      details: { expression: read.expression, ...problem },
    };
  };

/** "24/7", "9/11", "4x4", "2-0", "12/03/2026": figures that are no sum. */
function looksLikeName(original: string): boolean {
  const tight = /^\s*(\d+)([x/-])(\d+)(?:[/-]\d+)*\s*([=?])?\s*\.?\s*$/i.exec(original);
  if (!tight || tight[4] === '=') return false;
  if (tight[2]?.toLowerCase() === 'x') return /^\s*[246]x[24]\s*$/i.test(original);
  if (tight[1] === tight[3] && tight[2] === '/') return true;
  if (isYear(tight[1]) && isYear(tight[3])) return true;
  return (original.match(/[/-]/g)?.length ?? 0) > 1 || (Number(tight[1]) <= 31 && Number(tight[3]) <= 31);
}

const isYear = (figures: string | undefined): boolean => /^(?:19|20)\d\d$/.test(figures ?? '');

/** "si je divise 91 par 7, ça fait combien" */
const ifFr =
  '[[(combien (ca fait|ca donne|font|fait|est ce que ca fait)|ca fait combien|ca donne quoi|que se passe t il) ]?(si|quand) (je|j|on|tu|vous) ]';
/** "if I divide 91 by 7, what do I get" */
const ifEn =
  '[[(what (do|will|would) (you|i|we) get|what is the result|what is left|what happens|how much is it) ]?(if|when) (you|i|we) ]';
const getEn =
  '[ (what|how much) (do|will|would) (you|i|we) (get|have)| what is (left|the result|it)| how much is (it|that|left)]';
const endEn =
  '(equal|equals|equals what|is what|is how much|make|makes|makes what|come to|give|be|=|is|total|is equal to|is equal to what|equals how much|equal to)';

export const sumRules: RulesByLanguage = {
  fr: [
    {
      patterns: [
        `${ifFr}(ajoute|ajouter|additionne|additionner|rajoute) <sum2:number> (a|et|avec|plus) <sum3:number>[ ${endFr}]`,
      ],
      build: match => binary(match, '+'),
    },
    {
      patterns: [
        `${ifFr}(soustrais|soustrait|soustraire|enleve|enlever|retire|retirer|ote|oter|deduis|retranche) <sum3:number> (a|de|du) <sum2:number>[ ${endFr}]`,
      ],
      build: match => binary(match, '-'),
    },
    {
      patterns: [
        `${ifFr}(multiplie|multiplier|multipliez) <sum2:number> (par|et|fois|avec) <sum3:number>[ ${endFr}]`,
      ],
      build: match => binary(match, '*'),
    },
    {
      patterns: [`${ifFr}(divise|diviser|divisez) <sum2:number> (par|en) <sum3:number>[ ${endFr}]`],
      build: match => binary(match, '/'),
    },
    {
      patterns: [
        `${howMuchFr} <sum:line>[ ${endFr}][ au total| exactement| en tout]`,
        `${computeFr} <sum:line>[ ${endFr}]`,
        `<sum:line> ${endFr}`,
      ],
      build: sum(false),
    },
    { patterns: ['<sum:line>'], build: sum(true) },
  ],
  en: [
    {
      patterns: [
        'what (do|does|will) <sum2:number> and <sum3:number> (add up to|make|come to|give|total|equal)',
        `${ifEn}(add|sum|add up|total) <sum2:number> (and|to|with|plus) <sum3:number>[ together]${getEn}`,
      ],
      build: match => binary(match, '+'),
    },
    {
      patterns: [
        `[${askEn} ]<sum3:number> less than <sum2:number>`,
        `${ifEn}(subtract|take|take away|deduct|remove) <sum3:number> (from|off|away from) <sum2:number>${getEn}`,
      ],
      build: match => binary(match, '-'),
    },
    {
      patterns: [`${ifEn}multiply <sum2:number> (by|and|times|with) <sum3:number>[ together]${getEn}`],
      build: match => binary(match, '*'),
    },
    {
      patterns: [`${ifEn}divide <sum2:number> (by|between) <sum3:number>${getEn}`],
      build: match => binary(match, '/'),
    },
    {
      patterns: [
        `${askEn} <sum:line>[ ${endEn}][ exactly| in total| altogether| together]`,
        `<sum:line> ${endEn}`,
      ],
      build: sum(false),
    },
    { patterns: ['<sum:line>'], build: sum(true) },
  ],
};

/** "divise 100 par 4": the two numbers stand around another verb. */
function binary(match: Match, sign: '+' | '-' | '*' | '/'): Built | undefined {
  const read = readSum(`${digits(match.norm('sum2'))} ${sign} ${digits(match.norm('sum3'))}`, match.language);
  if (!read) return undefined;
  const answer = read.value === undefined ? {} : { answer: read.value };
  return {
    intent: 'math',
    slots: answer,
    details: { expression: read.expression, ...(read.problem ? { problem: read.problem } : {}) },
  };
}
const digits = (word: string): string => (/^-?\d/.test(word) ? word : '1');
