/** French verbs of the relations: for the user ("vous"), and in the past. */

/** What each relation begins with, said to the user. */
const toUser: Readonly<Record<string, string>> = {
  a: 'avez',
  est: 'êtes',
  vit: 'vivez',
  habite: 'habitez',
  travaille: 'travaillez',
  commence: 'commencez',
  étudie: 'étudiez',
  aime: 'aimez',
  préfère: 'préférez',
  pense: 'pensez',
  soutient: 'soutenez',
  suit: 'suivez',
  mange: 'mangez',
  boit: 'buvez',
  prend: 'prenez',
  souffre: 'souffrez',
  mesure: 'mesurez',
  pèse: 'pesez',
  chausse: 'chaussez',
  fait: 'faites',
  fume: 'fumez',
  attend: 'attendez',
  possède: 'possédez',
  prévoit: 'prévoyez',
  veut: 'voulez',
  joue: 'jouez',
  sait: 'savez',
  lit: 'lisez',
  regarde: 'regardez',
  va: 'allez',
  vient: 'venez',
  parle: 'parlez',
  apprend: 'apprenez',
  doit: 'devez',
  appelle: 'appelez',
  trouve: 'trouvez',
  sent: 'sentez',
  collectionne: 'collectionnez',
  dort: 'dormez',
  connaît: 'connaissez',
  déteste: 'détestez',
  porte: 'portez',
  utilise: 'utilisez',
  élève: 'élevez',
  conduit: 'conduisez',
  court: 'courez',
  grandit: 'grandissez',
}; // prettier-ignore

const pastStems: Readonly<Record<string, string>> = { êtes: 'ét', faites: 'fais' };
/** Beside a participle ("a acheté", "est né") the past is said already. */
const participle =
  /^(?:né|morte?|marié|acheté|perdu|visité|vécu|grandi|arrêté|commencé|diplômé|rencontré|gagné|adopté|déménagé|quitté|eu|fait|été)/;

interface Verb {
  readonly before: string;
  readonly verb: string;
  readonly after: string;
}

/** "ne mange pas de" = ne + mange + pas de; "s'appelle" = se + appelle. */
function verbOf(display: string): Verb | undefined {
  const match = /^(?<before>(?:ne |n'|se |s')*)(?<verb>\p{L}+)(?<after>.*)$/u.exec(display);
  const { before = '', verb = '', after = '' } = match?.groups ?? {};
  return verb === '' ? undefined : { before, verb, after };
}

const isVowel = (text: string): boolean => /^[aeiouyâàéèêëîïôûh]/i.test(text);

const negated = (before: string, verb: string): string =>
  /n['e]/.test(before) ? (isVowel(verb) ? "n'" : 'ne ') : '';

/** `display` in the third person, made to fit the subject and the time. A relation with an unknown verb stays as it is. */
export function conjugated(
  display: string,
  { isUser, isPast }: { isUser: boolean; isPast: boolean },
): string {
  const found = verbOf(display);
  const user = found && toUser[found.verb];
  if (found === undefined || user === undefined) return display;
  const { before, verb, after } = found;
  const isOver = participle.test(after.trim());
  const form = isPast && !isOver ? past(user, isUser) : isUser ? user : verb;
  const reflexive = /s['e]\s?/.test(before) ? (isUser ? 'vous ' : isVowel(form) ? "s'" : 'se ') : '';
  return `${negated(before, reflexive === '' ? form : reflexive)}${reflexive}${form}${after}`.replaceAll(
    "'",
    '’',
  );
}

function past(user: string, isUser: boolean): string {
  const stem = pastStems[user] ?? user.replace(/ez$/, '');
  const soft = /g$/.test(stem) ? `${stem}e` : /c$/.test(stem) ? `${stem.slice(0, -1)}ç` : stem;
  return isUser ? `${stem}iez` : `${soft}ait`;
}

/** By their endings; a few words go the other way. */
const feminine = /(?:[ts]ion|té|e)$/;
const masculine =
  /(?:age|isme|[bcdfgptvr]re|ège|ble|ôme|aume)$|^(?:thé|blé|pâté|côté|été|comité|légume|livre|groupe|crabe|musée|lycée|rhume|monde|type|style|code)$/;

/** Singular, though they end as a plural does. */
const endsAsPlural =
  /^(?:tennis|bus|jus|maïs|anis|couscous|ananas|cassis|houmous|pastis|radis|repas|ours|pays|temps|cours|bras|sens|prix|choix|houx|blues|rubis|cactus|virus|bois|riz|succès|dos|gras|lilas|colis|tapis|permis|avis|silex|index)$/i;

/** `à` or `de` before a value without an article: "à noix" becomes "aux noix", "de café" "du café". */
export function contracted(preposition: 'à' | 'de', value: string): string {
  const article = /^(?:(?<le>le )|(?<les>les )|(?<l>l['’])|(?<la>la ))/i.exec(value);
  if (article?.groups?.le) return `${preposition === 'à' ? 'au' : 'du'} ${value.slice(3)}`;
  if (article?.groups?.les) return `${preposition === 'à' ? 'aux' : 'des'} ${value.slice(4)}`;
  if (
    article ||
    /^(?:un|une|mon|ma|mes|son|sa|ses|notre|nos|ce|cette|\d)\b/i.test(value) ||
    /^\p{Lu}/u.test(value)
  ) {
    return elided(preposition, value);
  }
  return `${preposition === 'à' ? 'à' : 'de'} ${withArticle(value)}`
    .replace(/^à le /, 'au ')
    .replace(/^à les /, 'aux ')
    .replace(/^de le /, 'du ')
    .replace(/^de les /, 'des ');
}

export const elided = (preposition: 'à' | 'de', value: string): string =>
  preposition === 'de' && isVowel(value) ? `d’${value}` : `${preposition} ${value}`;

/** "le thé", "la pistache", "les noix", "l'arachide"; names and what has an article stay as they are. */
export function withArticle(value: string): string {
  if (
    /^(?:le|la|les|l['’]|un|une|des|du|de|mon|ma|mes|son|sa|ses|ce|cette|\d)(?:\s|$|(?<=['’]))/i.test(value)
  )
    return value;
  if (/^\p{Lu}/u.test(value)) return value;
  const [first = ''] = value.split(/[\s,]/);
  if (/[sx]$/.test(first) && first.length > 3 && !endsAsPlural.test(first)) return `les ${value}`;
  if (isVowel(first)) return `l’${value}`;
  return `${feminine.test(first) && !masculine.test(first) ? 'la' : 'le'} ${value}`;
}
