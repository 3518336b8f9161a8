/** Cuts a growing answer into pieces that a voice can say, each word with its place in the answer. */
import type { Language } from '../domain/language.ts';
import type { VoicePreferences } from '../domain/settings.ts';
import { type AnswerPiece, createSentenceSplitter } from './sentence-splitter.ts';
import { createSpeakable } from './speakable-text/speakable.ts';
import type { WordPlace } from './spoken-timeline.ts';

export interface SpokenPiece {
  /** Words only. */
  readonly spoken: string;
  /** Places are those of the whole answer. */
  readonly words: readonly WordPlace[];
  /** Silence that belongs after it. */
  readonly pauseMs: number;
}

export interface AnswerPieces {
  /** More of the answer, in Markdown; gives the pieces that are complete by now. */
  push(delta: string): readonly SpokenPiece[];
  end(): readonly SpokenPiece[];
}

export function createAnswerPieces(language: Language, numbers: VoicePreferences['numbers']): AnswerPieces {
  const splitter = createSentenceSplitter({ firstClause: true });
  const speakable = createSpeakable(language, { numbers });
  const say = ({ text, from, pauseAfterMs }: AnswerPiece): SpokenPiece => {
    const { spoken, words } = speakable(text);
    const inAnswer = words.map(word => ({ ...word, from: from + word.from, to: from + word.to }));
    return { spoken, words: inAnswer, pauseMs: pauseAfterMs };
  };
  const sayAll = (pieces: readonly AnswerPiece[]): readonly SpokenPiece[] =>
    pieces.map(say).filter(({ spoken }) => spoken !== '');
  return {
    push: delta => sayAll(splitter.push(delta)),
    end: () => sayAll(splitter.end()),
  };
}
