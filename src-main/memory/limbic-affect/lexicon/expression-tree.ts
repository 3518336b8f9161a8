/** The lexicon as a tree over words, so that an utterance is matched in one pass whatever the number of expressions. */
import { protectedWords } from '../../../domain/detect-language.ts';
import { fold } from '../../../domain/fold.ts';
import type { Language } from '../../../domain/language.ts';
import { baseForms } from '../reading/base-forms.ts';
import { irregularForms } from '../reading/irregular-forms.ts';
import { stemOf } from '../reading/stem.ts';
import { wordClasses } from '../reading/word-classes.ts';
import { writtenOut } from '../reading/written-words.ts';
import type { Entry, LexiconPart } from './entry.ts';

export interface TreeNode {
  readonly next: Map<string, TreeNode>;
  entry?: Entry;
}

export interface Lexicon {
  readonly root: TreeNode;
  /** What a word may be looked up as, itself first; only what the lexicon knows. */
  keysOf(word: string): readonly string[];
  readonly size: number;
}

const node = (): TreeNode => ({ next: new Map() });

export function buildLexicon(parts: readonly LexiconPart[], language: Language): Lexicon {
  const root = node();
  const irregular = irregularForms(language);
  // A single word is found by its exact base form, an expression by rough stems: its other words rule out mistakes.
  const stemmed = (words: readonly string[]) =>
    words.length < 2
      ? words
      : words.map(word =>
          isWord(word) ? stemKey(isTensed(word) ? word : (irregular.get(word)?.[0] ?? word), language) : word,
        );
  const known = new Set<string>();
  let size = 0;
  for (const part of parts) {
    for (const { entry, expression } of readPart(part, language)) {
      size++;
      for (const words of spellings(expression, language)) plant(root, stemmed(words), entry, known);
    }
  }
  return { root, size, keysOf: keyFinder(language, known) };
}

/** "Aurait" and "sera" keep their tense: "qui aurait cru" is no "qui a cru". */
const isTensed = (word: string): boolean =>
  /^(?:aur|ser|ir)(?:ai|as|a|ons|ez|ont|ais|ait|ions|aient)$/.test(word);
const isWord = (key: string): boolean => !/^[:@*~]/.test(key);
const stemKey = (word: string, language: Language): string => `~${stemOf(word, language)}`;

function plant(root: TreeNode, words: readonly string[], entry: Entry, known: Set<string>): void {
  let at = root;
  for (const word of words) {
    known.add(word);
    const next = at.next.get(word) ?? node();
    at.next.set(word, next);
    at = next;
  }
  // What is written twice counts as its surest reading.
  if (at.entry === undefined || at.entry.strength < entry.strength) at.entry = entry;
}

function* readPart(part: LexiconPart, language: Language) {
  for (const line of part[language].trim().split(/\n(?! )/)) {
    const [numbers = '', expressions = ''] = line.split(': ');
    const [valence = Number.NaN, arousal = Number.NaN, dominance = Number.NaN, strength = Number.NaN] =
      numbers.trim().split(' ').map(Number);
    if (Number.isNaN(strength)) throw new TypeError(`lexicon, ${part.feeling}: ${line.slice(0, 60)}`);
    const standsAlone = part.standsAlone === true;
    const entry: Entry = { feeling: part.feeling, valence, arousal, dominance, strength, standsAlone };
    for (const expression of expressions.split(',')) yield { entry, expression: expression.trim() };
  }
}

/** Every row of words that an expression stands for. */
function spellings(expression: string, language: Language): readonly (readonly string[])[] {
  let rows: string[][] = [[]];
  for (const part of expression.split(' ')) {
    const choices = choicesOf(part, language);
    rows = rows.flatMap(row => choices.map(choice => [...row, ...choice]));
  }
  return rows;
}

function choicesOf(part: string, language: Language): readonly (readonly string[])[] {
  if (part === '...') return [[], ['*'], ['*', '*'], ['*', '*', '*']];
  const isOptional = part.endsWith('?');
  const words = (isOptional ? part.slice(0, -1) : part).split('/');
  const choices = words.map(word => (/^[:@*]/.test(word) ? [word] : plainWords(word, language)));
  return isOptional ? [...choices, []] : choices;
}

/** "j'en" is two words, in the lexicon as in an utterance. */
const plainWords = (word: string, language: Language): string[] =>
  fold(word)
    .split(/['-]/)
    .flatMap(piece => writtenOut(piece, language).split(' '));

function keyFinder(language: Language, known: ReadonlySet<string>): (word: string) => readonly string[] {
  const irregular = irregularForms(language);
  const common = protectedWords(language);
  const classes = wordClasses(language);
  const ownKeys = (word: string): string[] => {
    const bases = [word, ...(irregular.get(word) ?? []), ...baseForms(word, language)];
    const plural = word.length > 3 && word.endsWith('s') ? classes.get(word.slice(0, -1)) : undefined;
    const stems = [word, ...(irregular.get(word) ?? [])].map(base => stemKey(base, language));
    return [...bases, ...stems].filter(key => known.has(key)).concat(classes.get(word) ?? plural ?? []);
  };
  const isFeeling = (key: string) => isWord(key);
  const find = (word: string): readonly string[] => {
    const keys = ownKeys(word);
    if (keys.some(isFeeling) || common.has(word) || classes.has(word)) return keys;
    const respelled = respellings(word, language).find(candidate => ownKeys(candidate).some(isFeeling));
    return respelled === undefined ? keys : [...keys, ...ownKeys(respelled)];
  };
  return remembering(find);
}

/** Words seen last, so that the frequent ones are looked up once; emptied when full. */
const mostRemembered = 4000;
const longestRemembered = 30;

function remembering(find: (word: string) => readonly string[]): (word: string) => readonly string[] {
  const remembered = new Map<string, readonly string[]>();
  return word => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const found = find(word);
    if (word.length > longestRemembered) return found;
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(word, found);
    return found;
  };
}

/** What an unknown word may have been meant to be: drawn out, its apostrophe lost, a double letter single or the reverse, two letters changed round. */
function respellings(word: string, language: Language): readonly string[] {
  const candidates: string[] = [];
  const single = word.replace(/([a-z])\1/g, '$1');
  if (single !== word) candidates.push(single);
  if (language === 'fr' && /^(?:[jldn]|qu)[aeiouyh][a-z]{3}/.test(word))
    candidates.push(word.replace(/^(?:qu|.)/, ''));
  if (word.length >= 8) {
    for (let at = 1; at < Math.min(word.length, 14) - 1; at++) {
      candidates.push(word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
      candidates.push(word.slice(0, at) + word[at] + word.slice(at));
    }
  }
  return candidates;
}
