/** The base forms that a word's ending may lead back to; most of them are no words, the lexicon knows which are. */
import type { Language } from '../../../domain/language.ts';

type Endings = readonly (readonly [ending: string, ...replacements: string[]])[];

const english: Endings = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['ed', '', 'e'],
  ['ied', 'y'],
  ['ing', '', 'e'],
  ['in', 'ing'],
  ['ly', '', 'le'],
  ['ily', 'y'],
  ['ier', 'y'],
  ['est', '', 'e'],
  ['iest', 'y'],
];

const verbEndings = (
  'e es ons ez ent ais ait ions iez aient ai as a ant ante ants antes ee ees erai eras era erons erez eront erais erait ' +
  'erions eraient eons eais eait eant'
).split(' ');
const secondEndings =
  'i ie is ies it issons issez issent issais issait issaient issant issante issants issantes irai iras ira irons irez iront irais irait'.split(
    ' ',
  );
const thirdEndings = 's ons ez ent ais ait aient u ue us ues ant rai ra rais rait'.split(' ');

const french: Endings = [
  ['s', ''],
  ['x', ''],
  ['aux', 'al'],
  ['e', ''],
  ['es', ''],
  ['euse', 'eux', 'eur'],
  ['euses', 'eux', 'eur'],
  ['ive', 'if'],
  ['ives', 'if'],
  ['elle', 'el'],
  ['elles', 'el'],
  ['enne', 'en'],
  ['ennes', 'en'],
  ['onne', 'on'],
  ['onnes', 'on'],
  ['ere', 'er'],
  ['trice', 'teur'],
  ['trices', 'teur'],
  ['sse', 's'],
  ['tte', 't'],
  ['ment', '', 'e'],
  ['amment', 'ant'],
  ['emment', 'ent'],
  ...verbEndings.map(ending => [ending, 'er'] as const),
  ...secondEndings.map(ending => [ending, 'ir'] as const),
  ...thirdEndings.map(ending => [ending, 're'] as const),
];

function byLastLetter(endings: Endings): ReadonlyMap<string, Endings> {
  const sorted = new Map<string, (readonly [string, ...string[]])[]>();
  for (const row of endings) {
    const last = row[0].slice(-1);
    sorted.set(last, [...(sorted.get(last) ?? []), row]);
  }
  return sorted;
}

const endingsOf: Record<Language, ReadonlyMap<string, Endings>> = {
  en: byLastLetter(english),
  fr: byLastLetter(french),
};

/** At least this many letters stand before an ending. */
const shortestStem = 3;

/** Likeliest first; the word itself is not among them. */
export function baseForms(word: string, language: Language): readonly string[] {
  const found: string[] = [];
  for (const [ending, ...replacements] of endingsOf[language].get(word.slice(-1)) ?? []) {
    if (!word.endsWith(ending) || word.length - ending.length < shortestStem) continue;
    const stem = word.slice(0, -ending.length);
    for (const replacement of replacements) {
      // "Rend" and "bat" lead to "rendre" and "battre", "mars" to nothing.
      if (replacement === 're' && !/[dtp]$/.test(stem)) continue;
      found.push(stem + replacement);
    }
    const isDoubled = language === 'en' && stem.at(-1) === stem.at(-2);
    if (isDoubled) found.push(stem.slice(0, -1));
  }
  return found;
}
