/** Cuts an utterance into words with their clause and sentence, and keeps how it was said: loudly, drawn out, asked. */
import { fold } from '../../../domain/fold.ts';
import type { Language } from '../../../domain/language.ts';
import { emoticonMeanings } from './emoticons.ts';
import { englishEndings, fillers, writtenOut } from './written-words.ts';

export interface Token {
  /** Folded, written out: "can't" gives `can` and `not`. */
  readonly word: string;
  /** Counted from 0 over the whole utterance. */
  readonly clause: number;
  readonly sentence: number;
  /** In capitals among small letters, or drawn out ("sooo"). */
  readonly isStressed: boolean;
}

export interface Utterance {
  readonly tokens: readonly Token[];
  /** Whether each sentence ends with a question mark. */
  readonly asked: readonly boolean[];
  readonly exclamations: number;
  /** "..." stands somewhere: an irony, or a sigh. */
  readonly trailsOff: boolean;
}

/** Of a long text the beginning and the end are read, this many characters each. */
const partLength = 2000;

const pieces =
  /[<>]?[:;=]['’]?[-^]?[)(\][dDpPsS/\\|*3oO]+(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:[xX]D+|D:)(?![\p{L}\p{N}])|<3+|\^\^|\p{Extended_Pictographic}|[\p{L}\p{M}\p{N}]+|['’ʼ`]|[.!?…,;:()\n]+/gu;

const address = /\b(?:https?:|www\.)\S+/g;

export function readUtterance(text: string, language: Language): Utterance {
  const read =
    text.length > 2 * partLength ? `${text.slice(0, partLength)}\n${text.slice(-partLength)}` : text;
  const reader = new UtteranceReader(language, isShouted(read));
  let previous = '';
  for (const { 0: piece } of read.replace(address, ' ').matchAll(pieces)) {
    reader.read(piece, previous);
    previous = piece;
  }
  return reader.utterance();
}

/** Written in capitals from end to end: then capitals stress no single word. */
const isShouted = (text: string): boolean => !/\p{Ll}/u.test(text);

class UtteranceReader {
  private readonly tokens: Token[] = [];
  private readonly asked: boolean[] = [false];
  private readonly language: Language;
  private readonly shouted: boolean;
  private clause = 0;
  private sentence = 0;
  private exclamations = 0;
  private trailsOff = false;
  private afterApostrophe = false;

  constructor(language: Language, shouted: boolean) {
    this.language = language;
    this.shouted = shouted;
  }

  read(piece: string, previous: string): void {
    if (/^['’ʼ`]$/.test(piece)) {
      this.afterApostrophe = previous !== '';
      return;
    }
    const meaning = emoticonMeanings.get(piece) ?? emoticonMeanings.get(piece.replace(/(.)\1+$/u, '$1'));
    if (meaning !== undefined) this.push(meaning, false);
    else if (/^[\p{L}\p{M}\p{N}]/u.test(piece)) this.word(piece);
    else if (!/\p{Extended_Pictographic}/u.test(piece)) this.mark(piece);
    this.afterApostrophe = false;
  }

  private word(piece: string): void {
    const folded = fold(piece);
    if (folded === '') return;
    if (this.afterApostrophe && this.language === 'en' && this.contraction(folded)) return;
    if (fillers[this.language].has(folded)) return;
    const isDrawnOut = /(\p{L})\1\1/u.test(folded);
    const plain = isDrawnOut ? folded.replace(/(\p{L})\1{2,}/gu, '$1$1') : folded;
    const isCapital =
      !this.shouted && piece.length > 2 && piece === piece.toUpperCase() && /\p{L}{3}/u.test(piece);
    for (const word of writtenOut(plain, this.language).split(' ')) this.push(word, isDrawnOut || isCapital);
  }

  /** "do n't" and "I 'm": the part after the apostrophe. */
  private contraction(ending: string): boolean {
    if (ending === 't') {
      const last = this.tokens.pop();
      if (last !== undefined)
        this.tokens.push({ ...last, word: uncontracted[last.word] ?? last.word.replace(/n$/, '') });
      this.push('not', false);
      return true;
    }
    const word = englishEndings[ending];
    if (word !== undefined) this.push(word, false);
    return word !== undefined;
  }

  private mark(piece: string): void {
    this.clause++;
    if (piece.includes('!')) this.exclamations += Math.min(piece.split('!').length - 1, 3);
    if (piece.includes('…') || piece.includes('..')) this.trailsOff = true;
    if (piece.includes('?')) this.asked[this.sentence] = true;
    if (!/[.!?…\n]/.test(piece)) return;
    if (this.tokens.at(-1)?.sentence !== this.sentence) return;
    this.sentence++;
    this.asked[this.sentence] = false;
  }

  private push(word: string, isStressed: boolean): void {
    this.tokens.push({ word, clause: this.clause, sentence: this.sentence, isStressed });
  }

  utterance(): Utterance {
    const { tokens, asked, exclamations, trailsOff } = this;
    return { tokens, asked, exclamations, trailsOff };
  }
}

const uncontracted: Readonly<Record<string, string>> = { can: 'can', won: 'will', shan: 'shall', ain: 'is' };
