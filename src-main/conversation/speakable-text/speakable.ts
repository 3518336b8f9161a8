/** Turns an answer in Markdown into the words that a voice says, each with its place in what the screen shows. */
import type { Bilingual, Language } from '../../domain/language.ts';
import type { VoicePreferences } from '../../domain/settings.ts';
import { englishRules } from './english-rules.ts';
import { frenchRules } from './french-rules.ts';
import { withoutMarkup } from './markdown-inline.ts';
import { applyRules, type RuleGroup } from './rule.ts';
import {
  append,
  joinSpanned,
  rewrite,
  type SpannedText,
  type SpokenWord,
  sliceSpanned,
  spanned,
  wordsOf,
} from './spanned-text.ts';

export interface SpeakableOptions {
  /** How French counts from 70 on; as in France where absent. */
  readonly numbers?: VoicePreferences['numbers'];
}

export interface Speakable {
  /** Words and the marks that make pauses; empty where nothing is to be said. */
  readonly spoken: string;
  /** In order; `from` and `to` are places in the text given. */
  readonly words: readonly SpokenWord[];
}

const codeAnnouncement: Bilingual = { fr: 'Le code est à l’écran.', en: 'The code is on the screen.' };

const fence = /^\s*(?:[-*+>]\s+|\d+[.)]\s+)*(`{3,}|~{3,})/;
const rule = /^\s*(?:(?:[-*_=]\s*){3,}|\|?[\s:|-]*-{2,}[\s:|-]*\|?)\s*$/;
const tableRow = /^\s*\|.*\|\s*$|^[^|]+(?: \| [^|]+)+$/;
const blockMarks =
  /^\s*(?:>\s*)*(?:(?<heading>#{1,6})\s+|(?<item>[-*+•‣▪–]|(?<number>\d{1,4})[.)])\s+(?:\[[ xX]\]\s+)?)?(?:>\s*)*/;

const ruleSets = new Map<string, readonly RuleGroup[]>();

/** Made when a language is first spoken: its expressions would delay the start. */
function rulesOf(language: Language, numbers: VoicePreferences['numbers']): readonly RuleGroup[] {
  const key = `${language} ${numbers}`;
  const known = ruleSets.get(key);
  if (known !== undefined) return known;
  const made = language === 'fr' ? frenchRules(numbers) : englishRules();
  ruleSets.set(key, made);
  return made;
}

/** Expressions are compiled when they are first used, and again when used more: some 200 ms, best spent while nobody waits. */
export function warmSpeakable(language: Language, options: SpeakableOptions = {}): void {
  const speak = createSpeakable(language, options);
  for (let round = 0; round < 3; round++) for (const sample of warmSamples) speak(sample);
}

const warmSamples = [
  'Il est 15 h 30, le 3/04/2025 : 12,50 € à +33 6 12 34 56 78, 3/4 de 21 °C + 10–12 %, Louis XIV, J. R.',
  'Mr. Smith = a@b.org, v2.1.3, 3:30 pm, $3.99, May 5, Henry VIII; 1/2 × 2² < 5 km/h & 1984, 21st #1.',
];

/** The words of a whole answer. Linear in its length; never throws. */
export const speakable = (markdown: string, language: Language, options: SpeakableOptions = {}): Speakable =>
  createSpeakable(language, options)(markdown);

/**
 * Speaks one answer: give its sentences in order, each may hold several lines. Code blocks may begin in one
 * sentence and end in another; they are announced once and left out. Places are relative to the sentence given.
 */
export function createSpeakable(
  language: Language,
  { numbers = 'france' }: SpeakableOptions = {},
): (sentence: string) => Speakable {
  const rules = rulesOf(language, numbers);
  let openFence: string | undefined;

  function speakLine(line: SpannedText): SpannedText {
    const marks = fence.exec(line.text)?.[1];
    if (openFence !== undefined) {
      if (marks?.startsWith(openFence)) openFence = undefined;
      return spanned('');
    }
    if (marks === undefined) return speakProse(line, rules);
    const closesAtOnce = line.text.trimEnd().endsWith(marks) && line.text.trim() !== marks;
    if (!closesAtOnce) openFence = marks;
    return rewrite(line, /^.+$/gsu, () => codeAnnouncement[language]);
  }

  return sentence => {
    const lines = boundedLines(sentence).map(speakLine);
    const said = tidy(joinSpanned(lines, ' '));
    return { spoken: said.text, words: wordsOf(said) };
  };
}

/** Lines, the longest in parts: the patterns need a time that grows with the square of a line's length. */
function boundedLines(text: string): SpannedText[] {
  const lines: SpannedText[] = [];
  for (const line of text.matchAll(/[^\n]+/g))
    for (const part of line[0].matchAll(/.{1,1000}(?:\s|$)|.{1,1000}/gsu))
      lines.push(spanned(part[0], line.index + part.index));
  return lines;
}

function speakProse(line: SpannedText, rules: readonly RuleGroup[]): SpannedText {
  if (rule.test(line.text)) return spanned('');
  if (tableRow.test(line.text)) return asSentence(tableCells(line, rules));
  const block = blockMarks.exec(line.text);
  const { heading, item, number } = block?.groups ?? {};
  const words = speakInline(sliceSpanned(line, block?.[0].length ?? 0), rules);
  if (heading === undefined && item === undefined) return words;
  if (number === undefined || words.text === '') return asSentence(words);
  const at = line.text.indexOf(number);
  const place = sliceSpanned(line, at, at + number.length);
  return joinSpanned([append(applyRules(place, rules), '.'), asSentence(words)], ' ');
}

/** A row is said with a pause after each cell. */
function tableCells(line: SpannedText, rules: readonly RuleGroup[]): SpannedText {
  const cells: SpannedText[] = [];
  for (const cell of line.text.matchAll(/(?:\\\||[^|])+/g))
    cells.push(speakInline(sliceSpanned(line, cell.index, cell.index + cell[0].length), rules));
  return joinSpanned(cells, ', ');
}

/** A heading, an item or a row is said with a pause after it. */
const asSentence = (words: SpannedText): SpannedText =>
  words.text === '' || /[.!?…:;,][»”")]*$/u.test(words.text) ? words : append(words, '.');

function speakInline(markdown: SpannedText, rules: readonly RuleGroup[]): SpannedText {
  const plain = withoutMarkup(markdown);
  if (!/[\p{L}\p{N}\p{S}%&@#]/u.test(plain.text)) return spanned('');
  return tidy(applyRules(plain, rules));
}

/** Space and repeated marks that were left behind. */
function tidy(text: SpannedText): SpannedText {
  const steps: readonly (readonly [RegExp, string])[] = [
    [/\(\s*\)|"\s*"|«\s*»/gu, ' '],
    [/([!?])\1+/gu, '$1'],
    [/\s{2,}/gu, ' '],
    [/\s+(?=[.,)](?:\s|$))/gu, ''],
    [/(?<=\()\s+/gu, ''],
    [/,(?:\s*,)+/gu, ','],
    [/^[\s.,;:…!?-]+$/gu, ''],
    [/^[\s,;]+|\s+$/gu, ''],
  ];
  return steps.reduce(
    (said, [pattern, by]) => rewrite(said, pattern, match => (by === '$1' ? (match[1] ?? '') : by)),
    text,
  );
}
