/** Turns a sentence that another program noted about its user into the user's own: "User likes tea" → "I like tea". */

const rewrites: readonly (readonly [RegExp, string])[] = [
  [/^(?:the )?user['’]s (?=name\b)/i, 'My '],
  [/^(?:the )?user['’]s /i, 'My '],
  [/^(?:the )?user is /i, 'I am '],
  [/^(?:the )?user was /i, 'I was '],
  [/^(?:the )?user has /i, 'I have '],
  [/^(?:the )?user does(?:n['’]t| not) /i, 'I do not '],
  [/^(?:the )?user goes /i, 'I go '],
  [/^(?:the )?user (\w+?)ies /i, 'I $1y '],
  [/^(?:the )?user (\w+?(?:sh|ch|ss|x))es /i, 'I $1 '],
  [/^(?:the )?user (\w+?)s /i, 'I $1 '],
  [/^(?:the )?user (?=\w)/i, 'I '],
  [/^is /i, 'I am '],
  [/^has /i, 'I have '],
  [/^name is /i, 'My name is '],
  [
    /^(?=(?:likes|loves|hates|enjoys|prefers|lives|works|owns|plays|speaks|wants|needs|dislikes)\b)(\w+)s /i,
    'I $1 ',
  ],
  [/^l['’]utilisat(?:eur|rice) est /i, 'Je suis '],
  [/^l['’]utilisat(?:eur|rice) a /i, 'J’ai '],
  [/^l['’]utilisat(?:eur|rice) s['’]appelle /i, 'Je m’appelle '],
  [/^l['’]utilisat(?:eur|rice) (?=[aeéèêiouh])/i, 'J’'],
  [/^l['’]utilisat(?:eur|rice) (?=\w)/i, 'Je '],
];

/** What is in the first person already, or about somebody else, stays as it is. */
export function inFirstPerson(sentence: string): string {
  const found = rewrites.find(([pattern]) => pattern.test(sentence));
  if (found === undefined) return sentence;
  const [pattern, words] = found;
  const turned = sentence.replace(pattern, words);
  const isEnglish = words.startsWith('I') || words.startsWith('My');
  const own = isEnglish ? turned.replace(/\btheir\b/g, 'my').replace(/\bthemselves\b/g, 'myself') : turned;
  // "loves" is told by its own rule, "likes" by the general one: a small first letter reads wrong in neither.
  return own.replace(/^I (\w)/, (_all, letter: string) => `I ${letter.toLowerCase()}`);
}
