/** Abbreviations written out as they are said, so that no voice spells them or pauses after their point. */
import type { Language } from '../domain/language.ts';

type Rule = readonly [pattern: RegExp, words: string];

/** What may stand before a written word. */
const start = String.raw`(?<![\p{L}\p{N}.])`;
const before = (word: string, what: string): RegExp => new RegExp(`${start}${word}(?=${what})`, 'gu');
const name = String.raw`\s+\p{Lu}`;
const number = String.raw`\s*\d`;
const anything = String.raw`(?![\p{L}\p{N}])`;
const alone = (word: string): RegExp => new RegExp(`${start}${word}${anything}`, 'gu');

const french = (): readonly Rule[] => [
  [before(String.raw`M\.`, name), 'monsieur'],
  [before(String.raw`MM\.`, name), 'messieurs'],
  [alone(String.raw`Mme\.?`), 'madame'],
  [alone(String.raw`Mmes\.?`), 'mesdames'],
  [alone(String.raw`Mlle\.?`), 'mademoiselle'],
  [alone(String.raw`Mlles\.?`), 'mesdemoiselles'],
  [before(String.raw`Dr\.?`, name), 'docteur'],
  [before(String.raw`Pr\.?`, name), 'professeur'],
  [before(String.raw`Mgr\.?`, name), 'monseigneur'],
  [before(String.raw`St\.?[\s-]`, String.raw`\p{Lu}`), 'saint '],
  [before(String.raw`Ste\.?[\s-]`, String.raw`\p{Lu}`), 'sainte '],
  [alone(String.raw`p\.\s?ex\.`), 'par exemple'],
  [alone(String.raw`c\.-à-d\.`), 'c’est-à-dire'],
  [alone(String.raw`av\.\s?J\.-C\.`), 'avant Jésus-Christ'],
  [alone(String.raw`apr\.\s?J\.-C\.`), 'après Jésus-Christ'],
  [alone('J\\.-C\\.'), 'Jésus-Christ'],
  [before('[nN]°', number), 'numéro '],
  [alone('cf\\.'), 'voir'],
  [before(String.raw`env\.`, String.raw`\s`), 'environ'],
  [alone(String.raw`etc(?:\.{3}|…)`), 'et cetera'],
  [before(String.raw`etc\.`, String.raw`\s+\p{Ll}|[),;]`), 'et cetera'],
  [alone('etc'), 'et cetera'],
];

const english = (): readonly Rule[] => [
  [before(String.raw`Mr\.?`, name), 'Mister'],
  [before(String.raw`Mrs\.?`, name), 'Missus'],
  [before(String.raw`Ms\.?`, name), 'Miz'],
  [before(String.raw`Dr\.?`, name), 'Doctor'],
  [before(String.raw`Prof\.?`, name), 'Professor'],
  [before(String.raw`St\.`, name), 'Saint'],
  [alone(String.raw`e\.\s?g\.,?`), 'for example,'],
  [alone(String.raw`i\.\s?e\.,?`), 'that is,'],
  [alone(String.raw`vs\.?`), 'versus'],
  [before(String.raw`approx\.`, String.raw`\s`), 'approximately'],
  [before(String.raw`No\.`, number), 'number'],
  [before(String.raw`etc\.`, String.raw`\s+\p{Ll}|[),;]`), 'et cetera'],
  [alone('etc'), 'et cetera'],
];

const rules = new Map<Language, readonly Rule[]>();

/** Compiled when a language is first spoken: three dozen expressions would delay the start. */
function rulesOf(language: Language): readonly Rule[] {
  const known = rules.get(language);
  if (known !== undefined) return known;
  const made = language === 'fr' ? french() : english();
  rules.set(language, made);
  return made;
}

/** The points of initials: `J. R. R. Tolkien` is one name. */
const initialPoint = /(?<![\p{L}\p{N}])(\p{Lu})\.(?=\s?\p{Lu})/gu;

/** @returns `text` with titles, "e.g." and the like as words; numbers and units are left to the voice. */
export function sayAbbreviations(text: string, language: Language): string {
  let said = text;
  for (const [pattern, words] of rulesOf(language)) said = said.replace(pattern, words);
  return said.replace(initialPoint, '$1 ').replace(/ {2,}/g, ' ');
}
