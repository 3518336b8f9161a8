/** English verbs of the relations: for the user ("you"), and in the past. */

const toUser: Readonly<Record<string, string>> = {
  is: 'are',
  has: 'have',
  was: 'were',
  does: 'do',
  cannot: 'cannot',
};

const pasts: Readonly<Record<string, string>> = {
  is: 'was',
  are: 'were',
  has: 'had',
  have: 'had',
  does: 'did',
  do: 'did',
  speaks: 'spoke',
  takes: 'took',
  feels: 'felt',
  thinks: 'thought',
  knows: 'knew',
  comes: 'came',
  cannot: 'could not',
  weighs: 'weighed',
  keeps: 'kept',
  drives: 'drove',
  sleeps: 'slept',
  prefers: 'preferred',
  plans: 'planned',
  runs: 'ran',
  reads: 'read',
  wears: 'wore',
  grows: 'grew',
  eats: 'ate',
  drinks: 'drank',
  goes: 'went',
}; // prettier-ignore
/** Said in the past already. */
const isOver =
  /^(?:was|were|bought|lost|got|died|quit|started|visited|experienced|graduated|grew|won|met|moved)$/;

/** `display` in the third person, made to fit the subject and the time. */
export function conjugated(
  display: string,
  { isUser, isPast }: { isUser: boolean; isPast: boolean },
): string {
  const [verb = '', ...rest] = display.split(' ');
  if (isOver.test(verb)) return [isUser ? (toUser[verb] ?? verb) : verb, ...rest].join(' ');
  const form = isPast ? past(verb, isUser) : isUser ? plain(verb) : verb;
  return [form, ...rest].join(' ');
}

function plain(verb: string): string {
  const known = toUser[verb];
  if (known !== undefined) return known;
  if (/[^aeiou]ies$/.test(verb)) return verb.replace(/ies$/, 'y');
  return verb.replace(/(ch|sh|ss|x)es$/, '$1').replace(/(?<!s)s$/, '');
}

function past(verb: string, isUser: boolean): string {
  const known = pasts[verb];
  if (known !== undefined) return isUser && known === 'was' ? 'were' : known;
  const stem = plain(verb);
  if (/e$/.test(stem)) return `${stem}d`;
  return /[^aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ied` : `${stem}ed`;
}
