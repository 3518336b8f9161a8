/** Conversion of units, and currency (recognised only to be refused honestly). */
import { roundResult } from '../arithmetic.ts';
import { isCurrency, isMoney } from '../currencies.ts';
import type { Built, Match, RulesByLanguage } from '../grammar.ts';
import { convert, readQuantity, unitNamed } from '../units.ts';

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

export const conversionRules: RulesByLanguage = {
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
        '[(convertis|convertissez|convertir|convertit|convertisse|conversion|conversion de|transforme|transformer|passe|passer|exprime|exprimer|change|changer|traduis|traduire|mets|combien font|combien fait|combien ca fait|combien vaut|combien valent|combien represente|combien representent|combien|c est combien|ca fait combien|que font|que fait|quelle est la conversion de|donne|donner|calcule|il fait combien|c est quoi|quel est l equivalent de|equivalent de|ca donne quoi|ca fait quoi|ca vaut quoi|ca donne combien|me donner|me convertir|quelle est la valeur de|la conversion de)[ moi] ]<quantity:line>[ (font|fait|equivalent a|c est|ca fait|ca donne|representent|egale) (combien|quoi)[ de| d| en]| combien][ converti| convertis] (en|vers|dans|a des|vers des|to) <unit:few>',
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
  ],
};
