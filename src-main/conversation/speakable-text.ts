/** Turns an answer in Markdown into the words that a voice may say: no marks, tags, addresses, code or emoji. */
import type { Bilingual, Language } from '../domain/language.ts';
import { sayAbbreviations } from './spoken-abbreviations.ts';

const codeAnnouncement: Bilingual = { fr: 'Le code est à l’écran.', en: 'The code is on the screen.' };
const times: Bilingual = { fr: 'fois', en: 'times' };

const fence = /^\s*(?:[-*+>]\s+|\d+[.)]\s+)*(`{3,}|~{3,})/;
const rule = /^\s*(?:(?:[-*_=]\s*){3,}|\|?[\s:|-]*-{2,}[\s:|-]*\|?)\s*$/;
const tableRow = /^\s*\|(.*)\|\s*$/;
const blockMarks =
  /^\s*(?:>\s*)*(?:(?<heading>#{1,6})\s+|(?<item>[-*+•‣▪]|(?<number>\d{1,4})[.)])\s+(?:\[[ xX]\]\s+)?)?(?:>\s*)*/;

/**
 * Speaks one answer: give its sentences in order, each may hold several lines. Code blocks may begin in one
 * sentence and end in another; they are announced once and left out.
 * @returns the words of each sentence; empty when it holds none.
 */
export function createSpeakable(language: Language): (sentence: string) => string {
  let openFence: string | undefined;

  function speakLine(line: string): string {
    const marks = fence.exec(line)?.[1];
    if (openFence !== undefined) {
      if (marks?.startsWith(openFence)) openFence = undefined;
      return '';
    }
    if (marks !== undefined) {
      const closesAtOnce = line.trimEnd().endsWith(marks) && line.trim() !== marks;
      if (!closesAtOnce) openFence = marks;
      return codeAnnouncement[language];
    }
    return speakProse(line, language);
  }

  return sentence => tidy(boundedLines(sentence).map(speakLine).filter(Boolean).join(' '));
}

/** Lines, the longest in parts: the patterns below need a time that grows with the square of a line's length. */
const boundedLines = (text: string): string[] =>
  text.split(/\r?\n/).flatMap(line => line.match(/.{1,2000}(?:\s|$)|.{1,2000}/gsu) ?? []);

/** The words of a whole answer. */
export const speakableText = (markdown: string, language: Language): string =>
  createSpeakable(language)(markdown);

function speakProse(line: string, language: Language): string {
  if (rule.test(line)) return '';
  const cells = tableRow.exec(line)?.[1];
  if (cells !== undefined) {
    const words = cells.split(/(?<!\\)\|/).map(cell => speakInline(cell, language));
    return asSentence(words.filter(Boolean).join(', '));
  }
  const block = blockMarks.exec(line);
  const words = speakInline(line.slice(block?.[0].length ?? 0), language);
  const { heading, item, number } = block?.groups ?? {};
  if (heading === undefined && item === undefined) return words;
  return asSentence(number === undefined || words === '' ? words : `${number}, ${words}`);
}

/** A heading, an item or a row is said with a pause after it. */
const asSentence = (words: string): string =>
  words === '' || /[.!?…:;,][»”")]*$/u.test(words) ? words : `${words}.`;

function speakInline(markdown: string, language: Language): string {
  const words = withoutMarks(withoutLinks(withoutTags(markdown)))
    .replace(/(?<=\d)\s*[*×]\s*(?=\d)/gu, ` ${times[language]} `)
    .replace(/[*~|`\\{}[\]_^]+/g, ' ')
    .replace(/(?<![\p{L}])#+/gu, ' ')
    .replace(/\s*(?:->|=>|[\u2190-\u21FF\u27F0-\u27FF])\s*/gu, ', ');
  return tidy(sayAbbreviations(withoutPictures(words), language));
}

/** Tags, comments, and what lies between the tags of scripts and styles. */
function withoutTags(text: string): string {
  return text
    .replace(/<(script|style)\b[^>]*>.*?(?:<\/\1\s*>|$)/gis, ' ')
    .replace(/<!--.*?(?:-->|$)/gs, ' ')
    .replace(/<((?:https?|mailto):[^>\s]*)>/gi, ' $1 ')
    .replace(/<\/?\p{L}[^<>]*(?:>|$)/gu, ' ')
    .replace(/&(nbsp|amp|lt|gt|quot|apos|#39);/g, (_, entity: string) => entities[entity] ?? ' ');
}

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  '#39': '’',
};

/** A link says its text, an image its description, a bare address its host. */
function withoutLinks(text: string): string {
  return text
    .replace(/\[\^[^\]]*\]/g, '')
    .replace(/!?\[((?:[^[\]]|\[[^\]]*\])*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(/!?\[([^\]]+)\]\[[^\]]*\]/g, '$1')
    .replace(/\[\d{1,3}\]/g, '')
    .replace(
      /\b(?:https?|ftp):\/\/(?:www\.)?([^\s/?#<>()"'»]+)[^\s<>()"'»]*?(?=[.,;:!?]*(?:[\s<>()"'»]|$))/gi,
      '$1',
    )
    .replace(/\b(?:mailto|tel):(?=\S)/gi, '');
}

/** Emphasis and inline code; a star between figures is kept for what it means. */
function withoutMarks(text: string): string {
  return text
    .replace(/`+([^`]*)`+/g, '$1')
    .replace(/(\*{1,3}|_{1,3}|~~)(?=\S)(.*?\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/\*\*|~~/g, '');
}

const pictures =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u{E0000}-\u{E007F}]|\uFE0F|\u20E3|(?!°)\p{So}/gu;

/** Emoji and symbols, control and format characters, halves of characters. */
const withoutPictures = (text: string): string =>
  text
    .replace(pictures, ' ')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, '');

/** Space and repeated marks that were left behind. */
const tidy = (text: string): string =>
  text
    .replace(/\(\s*\)|"\s*"|«\s*»/g, ' ')
    .replace(/([!?])\1+/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/\s+(?=[.,)](?:\s|$))/g, '')
    .replace(/^[\s.,;:…!?-]+$/, '')
    .replace(/^[\s,;]+/, '')
    .trim();
