/** Words of sums ("fois", "the square root of", "two thirds of") as the signs that are computed with. */
import type { Language } from '../domain/language.ts';

type Replacement = readonly [RegExp, string];
const edge = (source: string): RegExp => new RegExp(`(?<=^| )(?:${source})(?= |$)`, 'g');
const shared: readonly Replacement[] = [
  [/²/g, 'sq'],
  [/³/g, 'cube'],
  [/√/g, 'sqrt'],
  [/[×]/g, '*'],
  [/÷/g, '/'],
  [edge('x'), '*'],
  [edge('pi'), String(Math.PI)],
  [/\* \*/g, '^'],
];
const money = edge('euros?|dollars?|€|\\$|£|balles|bucks');
const spoken: Record<Language, readonly Replacement[]> = {
  fr: [
    [edge('entre parentheses?|ouvre[rz]? (?:la )?parenthese'), '('],
    [edge('ferme[rz]? (?:la )?parenthese'), ')'],
    [edge('(?:la )?racine (?:cubique|troisieme) (?:de|d|du)'), 'cbrt'],
    [edge('(?:la )?racine(?: carree?)?(?: (?:de|d|du))?'), 'sqrt'],
    [edge('au carre|puissance 2|a la puissance 2'), 'sq'],
    [edge('au cube'), 'cube'],
    [edge('(?:a la |est a la )?puissance|exposant'), '^'],
    [edge('(?:la )?factorielle (?:de|d)'), 'fact'],
    [edge('factorielle'), '!'],
    [edge('multiplie(?:e?s?|r)? par|fois'), '*'],
    [edge('divise(?:e?s?|r)? par'), '/'],
    [edge('sur'), 'over'],
    [edge('modulo'), 'mod'],
    [edge('(?:auquel|a quoi) on (?:ajoute|rajoute)|ajoute a|additionne a|plus'), '+'],
    [edge('moins'), '-'],
    [edge('(?:le )?carre (?:de|d)'), 'sqof'],
    [edge('(?:le )?cube (?:de|d)'), 'cubeof'],
    [edge('(?:le )?double (?:de|d)'), '2 *'],
    [edge('(?:le )?triple (?:de|d)'), '3 *'],
    [edge('(?:le )?quadruple (?:de|d)'), '4 *'],
    [edge('(?:la )?somme (?:de|d|entre)'), 'sum'],
    [edge('(?:le )?produit (?:de|d)'), 'product'],
    [edge('(?:la )?difference (?:entre|de)'), 'difference'],
    [edge('(?:le )?quotient (?:de|d)'), 'quotient'],
    [edge('(?:la )?moyenne (?:de|d|entre)'), 'mean'],
    [edge('% (?:de|d|des|du|sur)'), '% of'],
    [edge('(?:une |1 )?douzaines?(?: (?:de|d))?'), '12'],
    [edge('un|une'), '1'],
    [edge('et|par'), 'and'],
    [edge('le|la|les'), ''],
  ],
  en: [
    [edge('open (?:the )?(?:parenthesis|parentheses|bracket|brackets)'), '('],
    [edge('close (?:the )?(?:parenthesis|parentheses|bracket|brackets)'), ')'],
    [edge('(?:the )?cube root of'), 'cbrt'],
    [edge('(?:the )?(?:square )?root of|(?:the )?square root'), 'sqrt'],
    [edge('squared'), 'sq'],
    [edge('cubed'), 'cube'],
    [/\bto the (\d+) (?:st|nd|rd|th)(?: power)?/g, '^ $1'],
    [edge('(?:raised )?to the power of|(?:raised )?to the power|to the|power'), '^'],
    [edge('(?:the )?factorial of'), 'fact'],
    [edge('factorial'), '!'],
    [edge('multiplied (?:by|with)|times|multiply by'), '*'],
    [edge('divided by|divide by|divided'), '/'],
    [edge('over'), 'over'],
    [edge('modulo|mod'), 'mod'],
    [edge('plus|added to'), '+'],
    [edge('minus|take away|less'), '-'],
    [edge('(?:the )?square of'), 'sqof'],
    [edge('(?:the )?cube of'), 'cubeof'],
    [edge('double|twice'), '2 *'],
    [edge('triple'), '3 *'],
    [edge('(?:the )?sum of'), 'sum'],
    [edge('(?:the )?product of'), 'product'],
    [edge('(?:the )?difference (?:between|of)'), 'difference'],
    [edge('(?:the )?quotient of'), 'quotient'],
    [edge('(?:the )?average of|(?:the )?mean of'), 'mean'],
    [edge('% of'), '% of'],
    [edge('(?:a |one |1 )?dozen(?: of)?'), '12'],
    [edge('one'), '1'],
    [edge('and|by'), 'and'],
    [/(?<=\^ \d+) (?:st|nd|rd|th)\b/g, ''],
  ],
};

/** Parts of a whole by their names: [singular and plural, how many make the whole]. */
const parts: Record<Language, readonly (readonly [string, number])[]> = {
  fr: [
    ['moities?|demie?s?', 2],
    ['tiers', 3],
    ['quarts?', 4],
    ['cinquiemes?', 5],
    ['sixiemes?', 6],
    ['septiemes?', 7],
    ['huitiemes?', 8],
    ['neuviemes?', 9],
    ['dixiemes?', 10],
    ['vingtiemes?', 20],
    ['centiemes?', 100],
    ['milliemes?', 1000],
  ],
  en: [
    ['half|halves', 2],
    ['thirds?', 3],
    ['quarters?|fourths?', 4],
    ['fifths?', 5],
    ['sixths?', 6],
    ['sevenths?', 7],
    ['eighths?', 8],
    ['ninths?', 9],
    ['tenths?', 10],
    ['twentieths?', 20],
    ['hundredths?', 100],
    ['thousandths?', 1000],
  ],
};
const fractions: Record<Language, readonly (readonly [RegExp, number])[]> = {
  fr: parts.fr.map(([names, whole]) => [
    edge(`(?:(?:les |le |la |l )?(\\d+|une?) |la |le |les )?(?:${names})( (?:de|d|des|du))?`),
    whole,
  ]),
  en: parts.en.map(([names, whole]) => [
    edge(`(?:(?:the )?(\\d+|an?|one) |the )?(?:${names})( (?:of|the)(?: the)?)?`),
    whole,
  ]),
};

/** "two thirds of" is a factor; a fraction by itself ("three quarters") only counts where a sum is asked for. */
function writeFractions(text: string, language: Language): string {
  let written = text;
  for (const [names, whole] of fractions[language]) {
    written = written.replace(
      names,
      (said, count: string | undefined, of: string | undefined, at: number) => {
        const share = `( ${/^\d/.test(count ?? '') ? count : 1}`;
        const isFactor = of !== undefined || /^ \d/.test(written.slice(at + said.length));
        return isFactor ? `${share} / ${whole} ) *` : `${share} over ${whole} )`;
      },
    );
  }
  return written;
}

const ordinals = 'second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const ordinalPower = edge(`(?:raised )?to the (${ordinals.join('|')})(?: power)?`);

/** `text` (normalised words) with signs for the words that mean operations; other words are left standing. */
export function writeSigns(text: string, language: Language): string {
  let prepared = text.replace(/[,:]/g, '');
  if (prepared.includes('%')) prepared = prepared.replace(money, '');
  prepared = prepared.replace(ordinalPower, (_said, word: string) => `^ ${ordinals.indexOf(word) + 2}`);
  prepared = writeFractions(prepared, language);
  for (const [pattern, sign] of [...shared, ...spoken[language]]) prepared = prepared.replace(pattern, sign);
  return prepared;
}
