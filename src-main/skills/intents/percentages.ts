/** Percentages that are not written as a sum: share, discount, tip, change. */
import { roundResult } from '../arithmetic.ts';
import type { Built, Match, RulesByLanguage } from '../grammar.ts';
import { askEn, computeFr, endFr, howMuchFr, num } from './sum-questions.ts';

/** Percentages that are not written as a sum: share, discount, tip, change. */
const percent =
  (compute: (a: number, b: number) => number, show: (a: string, b: string) => string) =>
  (match: Match): Built | undefined => {
    const [a, b] = [match.norm('a'), match.norm('b')].map(word =>
      Number(word.replace(/[^\d.-]/g, '') || Number.NaN),
    );
    if (a === undefined || b === undefined || Number.isNaN(a) || Number.isNaN(b)) return undefined;
    const answer = compute(a, b);
    const expression = show(String(a), String(b));
    if (!Number.isFinite(answer))
      return { intent: 'percent', slots: {}, details: { expression, problem: 'division-by-zero' } };
    return { intent: 'percent', slots: { answer: roundResult(answer) }, details: { expression } };
  };
const share = percent(
  (part, whole) => (part / whole) * 100,
  (a, b) => `${a} ÷ ${b} × 100`,
);
const taken = percent(
  (rate, whole) => whole * (1 - rate / 100),
  (a, b) => `${b} − ${a}%`,
);
const added = percent(
  (rate, whole) => whole * (1 + rate / 100),
  (a, b) => `${b} + ${a}%`,
);
const portion = percent(
  (rate, whole) => (whole * rate) / 100,
  (a, b) => `${a}% × ${b}`,
);
const change = percent(
  (from, to) => ((to - from) / from) * 100,
  (a, b) => `(${b} − ${a}) ÷ ${a} × 100`,
);

export const percentageRules: RulesByLanguage = {
  fr: [
    {
      patterns: [
        `[${howMuchFr} |${computeFr} ][le ]quel (pourcentage|% ) (de|du|d|sur) ${num('b')} (represente|representent|fait|font|est|c est|vaut|sont) ${num('a')}`,
        `(quel|quelle) (pourcentage|%|proportion|part|fraction) (represente|representent|font|fait|est|c est|ca fait|vaut) ${num('a')} (sur|de|par rapport a|parmi|dans) ${num('b')}[ en pourcentage| en %]`,
        `${num('a')} (c est|represente|representent|fait|font|est|ca fait|ca represente) (quel|quelle) (pourcentage|%|proportion|part) (de|du|d|sur) ${num('b')}`,
        `${num('a')} (sur|par rapport a) ${num('b')} (en pourcentage|en %|ca fait quel pourcentage|ca fait combien en pourcentage|c est quel pourcentage|ca fait combien de %|quel pourcentage|c est combien en pourcentage|en pourcentage ca fait combien)`,
        `[${howMuchFr} ]combien de % (de ${num('b')} )?(represente|fait|font|ca fait|est) ${num('a')}[ sur]`,
        `${num('a')} (c est|fait|ca fait|represente|representent) combien (de %|en %|% )[ de| sur| par rapport a] ${num('b')}`,
        `[${howMuchFr} |${computeFr} ][le ]pourcentage (de|que represente) ${num('a')} (sur|par rapport a|dans|de) ${num('b')}`,
      ],
      build: share,
    },
    {
      patterns: [
        `[${howMuchFr} |${computeFr} |j ai |avec ][une |un ](remise|reduction|rabais|solde|ristourne|promo|promotion|baisse) de <a:number> % (sur|pour) ${num('b')}[ ${endFr}]`,
        `[${howMuchFr} |${computeFr} ]${num('b')} avec [une |un ]?(<a:number> % (de |d )?(remise|reduction|rabais|reduction|moins)|(remise|reduction|rabais|ristourne|baisse) de <a:number> %)[ ${endFr}]`,
        `[${howMuchFr} |${computeFr} ][-|moins ]?<a:number> % de (remise|reduction|rabais) sur ${num('b')}[ ${endFr}]`,
        `(enleve|enlever|retire|retirer|soustrais|soustraire|deduis|deduire|ote)[ moi] <a:number> % (a|de|sur) ${num('b')}`,
        `(baisse|diminue|reduis|diminuer|baisser) ${num('b')} de <a:number> %`,
      ],
      build: taken,
    },
    {
      patterns: [
        `(ajoute|ajouter|rajoute|additionne|rajouter)[ moi] <a:number> % (a|sur|de) ${num('b')}`,
        `(augmente|augmenter|majore) ${num('b')} de <a:number> %`,
        `[${howMuchFr} ]${num('b')} (avec|augmente de|majore de) <a:number> %( de (tva|taxe|plus|pourboire|marge))?[ en plus][ ${endFr}]`,
      ],
      build: added,
    },
    {
      patterns: [
        `[${howMuchFr} |${computeFr} ][un |le ]?(pourboire|tva|taxe|commission|marge|interet)s? (de|a) <a:number> % (sur|pour|de) ${num('b')}`,
        `[${howMuchFr} |${computeFr} ]<a:number> % de (pourboire|tva|taxe|commission) (sur|pour) ${num('b')}`,
      ],
      build: portion,
    },
    {
      patterns: [
        `[${howMuchFr} ](quel pourcentage d |quelle est l |quelle est la |de quel pourcentage )?(augmentation|evolution|hausse|variation|baisse|diminution)[ en pourcentage| en %] (de|entre) ${num('a')} (a|et) ${num('b')}[ en pourcentage| en %]`,
      ],
      build: change,
    },
  ],
  en: [
    {
      patterns: [
        `(what|which) (percentage|percent|%) (of|out of) ${num('b')} (is|are|s|does|would be|equals) ${num('a')}[ represent| make]`,
        `${num('a')} (is|are|represents|equals|makes) (what|which|how many|what s the) (percentage|%|percent) (of|out of) ${num('b')}`,
        `[(what|how much) ](percentage|%|percent) is ${num('a')} (of|out of|from|over) ${num('b')}`,
        `what is ${num('a')} (out of|of|over) ${num('b')} (as a percentage|in percent|in %|as a %|as percentage)`,
        `${num('a')} (out of|of|over) ${num('b')} (as a percentage|in percent|in %|as a %|is what percentage|is what %|as percent)`,
        `(express|give|write|show) ${num('a')} (out of|of|over) ${num('b')} as a (percentage|%)`,
        `what is ${num('a')} as a (percentage|%) of ${num('b')}`,
        `${num('a')} as a (percentage|%) of ${num('b')}`,
        `what (percentage|%) does ${num('a')} (represent|make) (of|out of) ${num('b')}`,
        `how many % is ${num('a')} of ${num('b')}`,
      ],
      build: share,
    },
    {
      patterns: [
        `[${askEn} ][a |an ]<a:number> % (off|discount on|off of|reduction on|discount off|less than)( of)? ${num('b')}`,
        `[${askEn} ]${num('b')} (with|less|after|minus) [a |an ]?<a:number> % (off|discount|reduction|taken off)`,
        `(take|subtract|deduct|remove) <a:number> % (off|from|of) ${num('b')}`,
        `(decrease|reduce|lower|discount) ${num('b')} by <a:number> %`,
        `[${askEn} ]${num('b')} (decreased|reduced|discounted) by <a:number> %`,
      ],
      build: taken,
    },
    {
      patterns: [
        `add <a:number> %( tip| tax| vat)? (to|on|onto) ${num('b')}`,
        `(increase|raise) ${num('b')} by <a:number> %`,
        `[${askEn} ]${num('b')} (increased by|with|plus|and) [a |an ]?<a:number> %( more| tip| tax| vat| added| on top)?`,
      ],
      build: added,
    },
    {
      patterns: [
        `[${askEn} ][a |an |the ]?<a:number> % (tip|tax|vat|commission|gratuity|service|interest) (on|for|of) ${num('b')}`,
        `[${askEn} ][a |the ]?(tip|tax|gratuity) (on|for|of) ${num('b')} at <a:number> %`,
        `[${askEn} ][a |the ](tip|tax|gratuity|vat|commission|interest) of <a:number> % (on|for) ${num('b')}`,
        `[${askEn} ]<a:number> % (on|from|out of) ${num('b')}`,
      ],
      build: portion,
    },
    {
      patterns: [
        `(what is the )?(percentage|percent|%) (change|increase|decrease|difference) (from|between) ${num('a')} (to|and) ${num('b')}`,
      ],
      build: change,
    },
  ],
};
