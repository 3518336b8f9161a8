/** Where things are: "the keys are in the blue drawer", "mon passeport est dans le tiroir du bureau"; and codes of doors. */
import type { Entity } from '../entities.ts';
import { surface } from '../name-span.ts';
import { tokenAt } from '../tokens.ts';
import type { Draft } from './draft.ts';
import type { Clause } from './values.ts';

const things =
  `keys?|spare keys?|car keys?|house keys?|passports?|charger|documents|papers|contract|toolbox|tools|medicine|medication|remote|remote control|glasses|wallet|umbrella|suitcase|suitcases|first aid kit|flashlight|torch|batteries|scissors|drill|ladder|christmas decorations|
  decorations|photos|photo albums?|birth certificate|insurance papers|vacuum|vacuum cleaner|iron|hammer|screwdriver|candles|fuse box|router|water meter|ring|jewellery|jewelry|money|cash|credit card|headphones|tent|skis|bikes?|car|laptop|ipad|notebook|diary|recipe book|will|sewing kit|lightbulbs|spare bulbs|spare tyre|
  cles?|cles? de secours|clefs?|double des cles|double de la cle|passeport|passeports|chargeur|papiers|contrat|outils|boite a outils|medicaments|telecommande|lunettes|portefeuille|parapluie|valises?|trousse de secours|lampe torche|piles|ciseaux|perceuse|echelle|decorations de noel|albums? photos?|acte de naissance|aspirateur|fer a repasser|marteau|tournevis|
  bougies|compteur|disjoncteur|bague|bijoux|argent|liquide|carte bleue|casque|tente|carnet de sante|carnet|livret de famille|voiture|velos?|machine a coudre|testament|factures?|doudou|carte grise|permis`.replace(
    /\s*\n\s*/g,
    '',
  );
const longestFirst = things
  .split('|')
  .sort((a, b) => b.length - a.length)
  .join('|');
const where: Readonly<Record<'fr' | 'en', RegExp>> = {
  en: new RegExp(
    `(?:the|my|our|his|her) (?<thing>(?:\\S+ ){0,2}?(?:${longestFirst}))(?: (?:of|for|to) (?:the|my|our) \\S+)? (?:is|are|'s)(?: now| always| kept| hidden| stored| parked)? (?=(?:in|on|under|behind|inside|next to|at|above|beside|near|by|on top of) )(?:in|on top of|on|under|behind|inside|next to|at|above|beside|near|by) (?:(?:the|my|our|a|an) )?`,
    'dy',
  ),
  fr: new RegExp(
    `(?:le|la|les|mon|ma|mes|notre|nos|son|sa|ses) (?<thing>(?:\\S+ ){0,2}?(?:${longestFirst}))(?: (?:de|du|des) (?:la |le |l )?\\S+)? (?:est|sont|se trouve(?:nt)?|sont toujours|est toujours)(?: rangee?s?| cachee?s?| gare| garee| posee?s?)? (?:dans|sur|sous|derriere|a cote de|au fond de|au dessus de|au|aux|chez|devant|pres de|a) (?:(?:le|la|les|l|un|une|mon|ma|notre|du|de) )*`,
    'dy',
  ),
};
const storage =
  'drawer|cupboard|closet|wardrobe|garage|attic|cellar|basement|shed|box|shelf|safe|bag|backpack|pocket|cabinet|pantry|fridge|freezer|desk|bookcase|trunk|glove box|loft|laundry room|tiroir|placard|armoire|grenier|cave|cabane|boite|etagere|coffre|sac|poche|buffet|frigo|congelateur|bureau|bibliotheque|buanderie|commode|remise|dressing|meuble|valise|carton';
/** Anything at all, where it is kept in something that things are kept in. */
const stored: Readonly<Record<'fr' | 'en', RegExp>> = {
  en: new RegExp(
    `(?:the|my|our|his|her) (?<thing>(?:[a-z']+ ){1,3}?)(?:is|are|'s) (?:in|on|under|behind|inside|at the back of|at the bottom of|on top of) (?:(?:the|my|our|a) )?(?=(?:[a-z']+ ){0,3}?(?:${storage})s?(?: |$))`,
    'dy',
  ),
  fr: new RegExp(
    `(?:le|la|les|mon|ma|mes|notre|nos|son|sa|ses) (?<thing>(?:[a-z']+ ){1,3}?)(?:est|sont|se trouve|se trouvent) (?:dans|sur|sous|derriere|au fond de|au|a) (?:(?:le|la|les|un|une|mon|ma|notre) )?(?=(?:[a-z']+ ){0,3}?(?:${storage})s?(?: |$))`,
    'dy',
  ),
};
const code: Readonly<Record<'fr' | 'en', RegExp>> = {
  en: /(?:the|my|our) (?<thing>(?:\S+ ){1,2})(?:code|pin|password|combination)(?: (?:of|for|to) (?:the|my) \S+)? (?:is|'s|:) /dy,
  fr: /(?:le|mon|notre) (?:(?<door>digicode|interphone) (?=, |est |ce |:)|(?:code|digicode|mot de passe)(?: pin)? (?:de |du |de la |de l )?(?:la |le |l |mon |ma )?(?<thing>\S+ ))(?:, )?(?:est|ce est|:)(?: le)? /dy,
};
const number: Readonly<Record<'fr' | 'en', RegExp>> = {
  en: /(?:the|my|our) (?<thing>locker|room|flat|desk|seat|apartment|office|membership|customer|account|passport|policy|social security|national insurance|parking(?: space)?|library card|student|employee|badge) number (?:is|'s|:) /dy,
  fr: /(?:(?:mon|notre|le) numero (?:de )?(?:le )?(?<thing>secu|securite sociale|client|compte|casier|chambre|passeport|adherent|contrat|dossier|badge|etudiant|place)|(?:mon|ma|notre) (?<door>casier|chambre|place de parking)) (?:, )?(?:est|ce est|:)(?: le| la)? /dy,
};

/** The fact that begins at token `at` ("the", "my", "le"); undefined where none does. */
export function readPlace({ words, end }: Clause, at: number): Draft | undefined {
  const offset = words.offsets[at];
  if (
    offset === undefined ||
    !/^(?:the|my|our|his|her|le|la|les|mon|ma|mes|notre|nos|son|sa|ses)$/.test(words.tokens[at]?.w ?? '')
  )
    return undefined;
  const pattern = where[words.language];
  pattern.lastIndex = offset;
  const wide = stored[words.language];
  wide.lastIndex = offset;
  const match = pattern.exec(words.line) ?? wide.exec(words.line);
  if (match) return located();
  const other = code[words.language];
  other.lastIndex = offset;
  const coded = other.exec(words.line);
  if (coded) return codeFact(coded, 'code');
  const numbers = number[words.language];
  numbers.lastIndex = offset;
  const numbered = numbers.exec(words.line);
  return numbered ? codeFact(numbered, 'number') : undefined;

  function located(): Draft | undefined {
    const found = match as RegExpExecArray;
    const from = tokenAt(words, found.index + found[0].length);
    let to = from;
    while (
      to < end &&
      to < from + 8 &&
      !/^[,.!?;]$|^(?:and|et|but|mais|so|because|if|just|for|pour|now|parce)$/.test(
        words.tokens[to]?.w ?? '.',
      )
    )
      to++;
    const subject = thingOf(found);
    if (to === from || !subject || words.tokens.slice(at, from).some(({ denied }) => denied))
      return undefined;
    return { subject, relation: 'located_in', value: surface(words, from, to), confidence: 0.9, at, to };
  }
  function codeFact(found: RegExpExecArray, relation: 'code' | 'number'): Draft | undefined {
    const from = tokenAt(words, found.index + found[0].length);
    let to = from;
    while (
      to < words.tokens.length &&
      to < from + 5 &&
      !/^[,.!?;]$|^(?:and|et|but|mais)$/.test(words.tokens[to]?.w ?? '.')
    )
      to++;
    const subject = thingOf(found);
    if (
      to === from ||
      !subject ||
      /wifi|wi fi|wi|postal/.test(found[0]) ||
      !/\d|\*/.test(surface(words, from, to))
    )
      return undefined;
    return { subject, relation, value: surface(words, from, to), confidence: 0.9, at, to };
  }
  function thingOf(found: RegExpExecArray): Entity | undefined {
    const range = found.indices?.groups?.thing ?? found.indices?.groups?.door;
    if (!range) return undefined;
    const name = surface(words, tokenAt(words, range[0]), tokenAt(words, range[1]));
    return name === '' ? undefined : { name, aliases: [], isNamed: true };
  }
}
