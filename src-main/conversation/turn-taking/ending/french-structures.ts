/** French beginnings that only the whole phrase shows: numbers cut in two, rising lists, clauses without a main one. */
import { digitsIn } from './numbers.ts';
import type { Phrase } from './phrase.ts';
import { oneLine } from './rule.ts';

const digit = 'zéro|un|deux|trois|quatre|cinq|six|sept|huit|neuf';
const teen =
  'dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|vingt|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante|quatre-vingts?';
const numeral = `(?:\\d[\\d·]*|(?:${digit}|${teen}|cent|cents|mille|[\\p{L}]+-(?:[\\p{L}]+-)*(?:${digit}|${teen}|et|un))(?: (?:et|${digit}|${teen}|cent|cents|mille|et-un))*)`;

const open = new RegExp(
  ` (?:${numeral}) (?:et|virgule|fois|plus|moins|divisé|divisé par|multiplié|multiplié par|pour|sur|euros et|heures et|h|x|\\*|\\+|/|=|égal|égale) $`,
  'u',
);
const unitless = new RegExp(
  ` (?:minuteur|minuterie|chronomètre|alarme|rappel|timer|réveil|pendant|dans|de|d'|à|vers|avant|après|toutes les|il y a|environ|pour) (?:${numeral}) $`,
  'u',
);
/** `trois heures et dix` : the second number has its own unit. */
const secondUnit = new RegExp(
  ` (?:heures?|minutes?|mètres?|jours?|semaines?|ans|mois|kilos?) et ${numeral} $`,
  'u',
);
const asAnswer =
  / (?:page|numéro|chapitre|canal|chaîne|volume|niveau|plus|étape|point|tome|option|ligne|bus|racine|font|fait|nombre|chiffre|code|table|étage|combien|lequel|entre|degrés|égale|divisé par|multiplié par|carrée de|de \d+ à) /u;
const phone = / (?:numéro|téléphone|appelle|appeler|compose|portable|joindre) /u;

/** A number that wants a unit, another operand or more digits; undefined where there is none. */
export function isCutNumber({ words }: Phrase): number | undefined {
  if (open.test(words) && !/ pour cent $/u.test(words)) return 0.04;
  if (secondUnit.test(words)) return 0.1;
  const said = digitsIn(words, 'fr');
  if (said !== undefined) {
    if (said.digits.startsWith('0') && said.pieces > 1) return said.digits.length < 10 ? 0.06 : 0.92;
    const isPhone = phone.test(words) && (said.pieces > 1 || said.digits.startsWith('0'));
    if (isPhone) return said.digits.length < 8 ? 0.12 : 0.85;
  }
  if (unitless.test(words) && !/ pour cent $/u.test(words) && !asAnswer.test(words)) return 0.25;
  return undefined;
}

const partOfList =
  /^(?:(?:du|de la|de l'|des|un|une|le|la|les|deux|trois|quatre|cinq|six|\d+|mon|ma|mes|d'|de|et aussi)) /u;
const listVerb =
  / (?:ajoute|ajouter|achète|acheter|mets|mettre|prends|prendre|liste|courses|faut|besoin|voudrais|veux|invite|inviter|commande|note|rapporte) /u;

/** `du pain, du lait`: things in a row without the `et` that announces the last one. */
export function isCutList({ words }: Phrase): number | undefined {
  const parts = words.trim().split(' , ');
  const last = parts.at(-1) ?? '';
  if (parts.length < 2 || / et | ou /u.test(` ${last} `) || last.split(' ').length > 5) return undefined;
  // Whoever searches for a word is not at the end of a list.
  if (/^(?:euh+|heu+|hum+|hmm+)$/u.test(last)) return undefined;
  if (
    parts.length >= 3 &&
    (listVerb.test(words) || parts.slice(1).every(part => part.split(' ').length <= 4))
  ) {
    return /^(?:s' il|merci|jarvis|non|oui)/u.test(last) ? undefined : 0.2;
  }
  const areThings =
    partOfList.test(`${last} `) && (partOfList.test(`${parts.at(-2)} `) || listVerb.test(words));
  return areThings && !/ (?:est|sont|a|ai|fait|faut|vais|va) /u.test(` ${last} `) ? 0.25 : undefined;
}

const lead = '(?:(?:et|mais|oui|non|alors|ok|bon|jarvis|donc|en fait|ah|dis) ,? ?)*';
const opener = new RegExp(
  `^ ${lead}(?:${oneLine(`
    quand|si|s'|lorsque|lorsqu'|dès que|dès qu'|aussitôt que|aussitôt qu'|une fois que|une fois qu'|après que|avant que|avant qu'|avant de|avant d'|après avoir|après être|pendant que|pendant qu'|tant que|tant qu'
    puisque|puisqu'|bien que|bien qu'|pour que|pour qu'|afin que|afin de|chaque fois que|chaque fois qu'|à moins que|à moins de|au cas où|depuis que|depuis qu'|jusqu' à ce que|même si|sauf si|au lieu de|étant donné que|vu que|quoique|à chaque fois que|le jour où|la prochaine fois que|au moment où|en attendant que
  `)}) (.*)$`,
  'u',
);
const asksWhen =
  /^ (?:et )?quand (?:est -ce|est|sont|a|ont|était|aura|sera|arrive|part|commence|finit|dois|peux|vas|va|doit|peut|vais|[\p{L}]+ -)/u;
const subject = /(?:^| )(?:je|j'|tu|il|elle|on|nous|vous|ils|elles|ça|c'|ce) (?!$)/gu;
const order = new RegExp(
  ` (?:${oneLine(`
    rappelle|dis|mets|mettez|allume|éteins|ajoute|envoie|appelle|préviens|réveille|ouvre|ferme|lance|joue|baisse|monte|arrête|coupe|donne|note|fais|prends|pense|demande|achète|va|montre|cherche|trouve|n' oublie|ne|lis|commande|réserve
    faut|faudra|faudrait|que faire|comment|combien|quel|quelle|pourquoi|où|est -ce|qu' est -ce|merci de
  `)}) `,
  'u',
);
const because = new RegExp(`^ ${lead}(?:parce que|parce qu'|car) (.*)$`, 'u');

/** A clause that begins with a subordinator and has no main clause behind it; undefined for another phrase. */
export function dangles({ words, mark }: Phrase): number | undefined {
  if (because.test(words)) return 0.7;
  const rest = opener.exec(words)?.[1];
  if (rest === undefined || asksWhen.test(words)) return undefined;
  if (/^ (?:et )?si /u.test(words) && mark === '?') return 0.85;
  const behindComma = / , (?!(?:[^ ]+ )?$)/u.test(` ${rest}`);
  const subjects = ` ${rest}`.match(subject)?.length ?? 0;
  const hasMain = behindComma || subjects >= 2 || order.test(` ${rest}`);
  return hasMain ? undefined : 0.12;
}
