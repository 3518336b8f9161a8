/** Words of a phrase in the one form that the rules of an ending are written for. */
import type { Language } from '../../../domain/language.ts';

export interface Phrase {
  /**
   * Lower case, each word between single spaces, one space before the first and after the last; commas are words.
   * French elisions and hyphenated pronouns stand apart: ` rappelle -moi d' appeler `. Empty for no words.
   */
  readonly words: string;
  /** The last mark: `.`, `?`, `!`, `,`, `;`, `:`, `…`, `-` or nothing. */
  readonly mark: string;
  readonly count: number;
}

const frenchWholes = /(?<![\p{L}])(aujourd|quelqu|presqu|prud|entr)'(?=[\p{L}])/gu;

export function readPhrase(text: string, language: Language): Phrase {
  const plain = text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[’ʼ`´]/g, "'")
    .trim();
  const mark = closingMark(plain);
  const spaced = language === 'fr' ? spaceFrench(plain) : spaceEnglish(plain);
  // A mark between digits belongs to the number; other marks but the comma tell nothing here.
  const words = spaced
    .replace(/(?<=\d)[.,:](?=\d)/g, '·')
    .replace(/[,;]/g, ' , ')
    .replace(/[^\p{L}\p{N}' ,·%€$£°+*/=&@-]/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])-(?![\p{L}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ ,]+|[ ,]+$/g, '');
  const count = words.split(' ').filter(word => /[\p{L}\p{N}]/u.test(word)).length;
  return { words: words === '' ? '' : ` ${words} `, mark, count };
}

function closingMark(text: string): string {
  const tail = text.replace(/[\s"»”')\]]+$/u, '');
  if (/(\.{2,}|…)$/.test(tail)) return '…';
  if (/[-–—]$/.test(tail)) return '-';
  return /[.?!,;:]$/.exec(tail)?.[0] ?? '';
}

function spaceFrench(text: string): string {
  return text
    .replace(frenchWholes, '$1’')
    .replace(/(?<![\p{L}])(jusqu|lorsqu|puisqu|quoiqu|qu|[cdjlmnst])'/gu, "$1' ")
    .replace(/-t-(?=(?:il|elle|on|ils|elles)(?![\p{L}]))/gu, '-')
    .replace(
      /-(?=(?:moi|toi|lui|leur|nous|vous|le|la|les|je|tu|il|elle|on|ils|elles|ce|y|en)(?!\p{L}))/gu,
      ' -',
    )
    .replaceAll('’', "'");
}

function spaceEnglish(text: string): string {
  return text.replace(/(?<=\p{L})-(?=\p{L})/gu, ' ');
}
