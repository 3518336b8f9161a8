/** Arithmetic, percentages, conversion of units, and currency (recognised only to be refused honestly). */
import { readSum, roundResult } from '../arithmetic.ts';
import { isCurrency, isMoney } from '../currencies.ts';
import type { Built, Match, RulesByLanguage } from '../grammar.ts';
import { convert, readQuantity, unitNamed } from '../units.ts';

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

function units(match: Match): Built | undefined {
  const quantity = readQuantity(match.norm('quantity'));
  const name = match.norm('unit');
  const target = unitNamed(name.replace(/^(?:de |d |des |en |the )/, ''));
  if (!quantity || !target) return undefined;
  const result = convert(quantity, target);
  const from = `${roundResult(quantity.value)} ${quantity.unit.symbol}`;
  if (result === undefined)
    return {
      intent: 'units',
      slots: { unit: target.symbol },
      details: { expression: from, problem: 'different-dimensions' },
    };
  return {
    intent: 'units',
    slots: { answer: roundResult(result), unit: target.symbol },
    details: { expression: from },
  };
}

function currency(match: Match): Built | undefined {
  const money = match.norm('money');
  const other = match.norm('currency');
  if (money !== '' && !isMoney(money) && !isCurrency(money)) return undefined;
  if (other !== '' && !isCurrency(other)) return undefined;
  return { intent: 'currency', slots: {} };
}

const howMuchFr =
  '(combien (font|fait|ca fait|ca donne|vaut|valent|donne|donnent|egale|egalent|est ce que ca fait|est ce que fait|est ce que font|c est|est|ca vaut|represente|representent|ferait|feraient)|ca fait combien|c est combien|c est quoi|c quoi|ca donne quoi|ca fait quoi|que (font|fait|vaut|valent|donne|donnent)|qu est ce que (font|fait|donne|ca fait)|quel est|quelle est|quels sont|quel est le resultat de|quelle est la valeur de|combien)';
const computeFr =
  '[me |m ](calcule|calcules|calculez|calculer|compte|resous|resoudre|effectue|effectuer|fais|faire|trouve|trouver|donne|donner|additionne|evalue|evaluer|calculons|fais le calcul de|faire le calcul de|fais le calcul|le calcul|le resultat de|donne le resultat de)[ moi| nous][ le calcul| l operation| le resultat de| combien font| combien fait| combien ca fait]';
const endFr =
  '((ca|cela|c|ce qui|sa) (fait|donne|fera|vaut) (combien|quoi)|c est combien|(fait|font|egale|egal|egalent|donne|vaut|valent) combien|egale|egal|=|combien|est egal a|est egal a combien|egal combien|= combien|combien ca fait|combien ca donne)';
/** "si je divise 91 par 7, ça fait combien" */
const ifFr =
  '[[(combien (ca fait|ca donne|font|fait|est ce que ca fait)|ca fait combien|ca donne quoi|que se passe t il) ]?(si|quand) (je|j|on|tu|vous) ]';
const n = '[(\\$|€|£) ]<NAME:number>[ (euros?|dollars?|€|\\$|£|bucks|balles|pounds)]';
const num = (name: string): string => n.replace('NAME', name);
const askEn =
  '(what is|what are|whats|what does|how much is|how much are|how much does|how much do|how many is|calculate|compute|work out|evaluate|solve|find|figure out|what do you get (for|from|when you|if you|if i|when i)|what is the (result|answer|value|total) (of|to|for)|the result of|do the math[ on| for]|how much would|how much will|calc|give me|math|what do you get if you do|do the (sum|calculation|math|maths)|can you do|do|whats the answer to|what will|what would)';
/** "if I divide 91 by 7, what do I get" */
const ifEn =
  '[[(what (do|will|would) (you|i|we) get|what is the result|what is left|what happens|how much is it) ]?(if|when) (you|i|we) ]';
const getEn =
  '[ (what|how much) (do|will|would) (you|i|we) (get|have)| what is (left|the result|it)| how much is (it|that|left)]';
const endEn =
  '(equal|equals|equals what|is what|is how much|make|makes|makes what|come to|give|be|=|is|total|is equal to|is equal to what|equals how much|equal to)';

export const calculationRules: RulesByLanguage = {
  fr: [
    {
      patterns: [
        '[(combien (font|fait|vaut|valent|ca fait|donne)|convertis|convertissez|convertir|convertit|change|changer|changez|c est combien|ca fait combien|ca vaut combien|quel est le (prix|cours|taux|montant) (de|du)|quelle est la valeur (de|du|d)|transforme|que (vaut|valent)|combien) ][moi ]<money:line> (en|vers|contre des|pour des|par rapport a l|par rapport au|face a l|face au) <currency:few>',
        '<money:line> (c est combien|ca fait combien|ca vaut combien|font combien|fait combien|vaut combien|combien) (en|d|de) <currency:few>',
        'combien (d|de) <currency:few> (font|fait|pour|dans|valent|vaut|y a t il dans|represente|representent|ca fait|c est) <money:line>',
        '[(quel est|c est quoi|donne moi|quel) ][le |les ]?(taux de change|cours|taux|taux de conversion)[ actuel| du jour] (entre |de l |de |du |d |des |de la )<money:few>[ (et|en|par rapport a|vers|contre|face a|face) [l |le |la |au |aux ]<currency:few>][ aujourd hui]',
        '(combien vaut|que vaut|quelle est la valeur de|quelle est la valeur du|ca vaut combien) (l |le |la |un |une )?<currency:few>[ aujourd hui| en ce moment]',
        '[(quel est|c est quoi|donne moi) ](le |les )?(taux de change|cours|taux) <money:word> <currency:word>',
        '[quel est |quels sont |donne moi ](le |les )?taux de change[ du jour| actuels?| aujourd hui]',
        'combien vaut <money:few> en <currency:few>[ aujourd hui| en ce moment]',
      ],
      build: currency,
    },
    {
      patterns: [
        '[(convertis|convertissez|convertir|convertit|convertisse|conversion|conversion de|transforme|transformer|passe|passer|exprime|exprimer|change|changer|traduis|traduire|mets|combien font|combien fait|combien ca fait|combien vaut|combien valent|combien represente|combien representent|combien|c est combien|ca fait combien|que font|que fait|quelle est la conversion de|donne|donner|calcule|il fait combien|c est quoi|quel est l equivalent de|equivalent de|ca donne quoi|ca donne combien|me donner|me convertir|quelle est la valeur de|la conversion de)[ moi] ]<quantity:line>[ (font|fait|equivalent a|c est|ca fait|ca donne|representent|egale) (combien|quoi)[ de| d| en]| combien][ converti| convertis] (en|vers|dans|a des|vers des|to) <unit:few>',
        'a combien (de|d) <unit:few> (correspondent|correspond|equivaut|equivalent|ca correspond|cela correspond)[ a] <quantity:line>',
        '<intro:few> <quantity:measured>~(ca fait|c est|cela fait|ca donne|ca represente) combien (en|de|d) <unit:few>',
        '[(je pese|je mesure|je fais|il fait|elle fait|il pese|elle pese|il mesure|j ai couru|on a fait|ca fait|ca pese|c est|j ai|mon fils pese|ma fille mesure) ]<quantity:line>~(ca fait|c est|cela fait|ca donne|combien ca fait|ca represente) [combien ](combien )?(en|de|d) <unit:few>',
        'combien (y a t il|il y a|est ce qu il y a|y a|compte t on|on a|a t on) (de|d) <unit:few> (dans|en|pour) <quantity:line>',
        'combien (de|d) <unit:few> (dans|pour|font|fait|representent|represente|valent|vaut|contient|contiennent|compte|comptent|il y a dans|y a t il dans|il y a|ya dans|y a dans|ya t il dans|il y a t il dans|est ce qu il y a dans|ca fait|c est|a|ont|equivalent a|equivaut a|correspondent a|equivalent|en|sont|composent) <quantity:line>',
        '(il y a|y a|ya|on compte|on a|ca fait|c est|font|fait) combien (de|d) <unit:few> (dans|en|pour|avec) <quantity:line>',
        '<quantity:line> (c est|ca fait|font|fait|vaut|valent|represente|representent|contient|equivaut a|equivalent a|ca donne|cela fait|il y a|ca represente) (combien|combien de|combien d|quoi en|combien en|combien des) <unit:few>',
        'dans <quantity:line> (il y a|on a|y a t il|combien y a t il de|y a) ?(combien (de|d) )?<unit:few>',
        'nombre de <unit:few> (dans|pour|en) <quantity:line>',
        '<quantity:line> combien (de|d|en) <unit:few>',
        'en <unit:few> (combien font|ca fait combien|combien ca fait|c est combien|combien fait) <quantity:line>',
        '<quantity:line> en <unit:few> (ca fait combien|c est combien|combien|ca donne quoi|font combien|fait combien|ca donne combien)',
      ],
      build: units,
    },
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
        '[(how much (is|are|would|does|do)|convert|change|exchange|what is|what are|whats|turn|swap|how many is|what does|how much will) ]<money:line>[ cost| worth| be| be worth| equal| make] (in|into|to|for) <currency:few>[ today| right now| now| worth]',
        'how many <currency:few> (is|are|for|in|to|do i get for|can i get for|would i get for|will i get for|do you get for|make|equal|does it take to make) <money:line>',
        '<money:line> (is|are|equals|in|equal) how (many|much)[ in]? ?<currency:few>',
        '[(what is|whats|tell me|give me|check) ][the ][current |today s |latest ]?(exchange rate|conversion rate|rate)[ (between|from|of|for) [the ]<money:few> (and|to|in|into|against|vs) [the ]<currency:few>][ today| right now]',
        '[what is |whats ][the ](<money:few> (to|vs|against) <currency:few>) (exchange rate|rate|conversion)',
        '(how much is|what is) <money:few> worth (in|to) <currency:few>',
        'how much is (the |a |an |one )<currency:few>( worth)?[ today| right now]',
        'what is (the |a |an |one )<currency:few> worth[ today| right now]',
      ],
      build: currency,
    },
    {
      patterns: [
        '[(convert|change|turn|transform|express|what is|whats|what are|how much is|how much are|how much does|how long is|how far is|how tall is|how heavy is|how hot is|how cold is|how fast is|how big is|what would|calculate|translate|give me|conversion of|conversion|conversion from|what does|how much would|how many is|show me|compute|work out|what s the conversion of|what is the equivalent of|switch) ]<quantity:line>[ equal| be| come out to| converted| equivalent| expressed| measure| weigh] (in|into|to|as|in terms of) <unit:few>',
        'how many <unit:few> (are there in|are equal to|are in|is equal to|is there in|is in|there are in|there is in|there in|are|is|in|make up|make|equals|equal|does it take to make|do|does|per|to|would|will|for|s in|fit in|go into) <quantity:line>[ make| have| equal| be| contain| hold| come to| equals| has| equal to]',
        '<quantity:line> (is|are|equals|equal|in|makes|has|have|contains) how (many|much)[ in]? ?<unit:few>',
        '<quantity:line> = (how many )?<unit:few>',
        '<intro:few> <quantity:measured>~(how much|what|how many|how long|how far|how hot) is (that|it|this) in <unit:few>',
        '[(i weigh|i am|it is|it weighs|he weighs|she weighs|he is|she is|i ran|we drove|it measures|i have|that is|my \\w+ (is|weighs)) ]<quantity:line>[ tall| long| high| wide| heavy| away]~(how much|what|how far|how tall|how many|how long|how heavy|how high|how big) is (that|it|this) in <unit:few>',
        'in <quantity:line> how many <unit:few>( are there| is there)?',
        '[what is ]the number of <unit:few> (in|per) <quantity:line>',
        '<quantity:line> how many <unit:few>',
      ],
      build: units,
    },
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
    {
      patterns: [
        `${ifEn}(add|sum|add up|total) <sum2:number> (and|to|with|plus) <sum3:number>[ together]${getEn}`,
      ],
      build: match => binary(match, '+'),
    },
    {
      patterns: [
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
