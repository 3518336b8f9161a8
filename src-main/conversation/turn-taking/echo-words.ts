/** Recognises Jarvis's own words when the microphone brings them back. */
import { fold } from '../../domain/fold.ts';

/** Words of the answer that may still be heard. */
const memory = 400;
/** An echo loses words, and the recogniser hears others in their place. */
const slack = 2;

export class EchoWords {
  private said: string[] = [];
  private isOver = false;
  private lastSign = '';

  /** Jarvis is about to say this. */
  says(text: string): void {
    if (this.isOver) this.said = [];
    this.isOver = false;
    this.said = [...this.said, ...wordsOf(text)].slice(-memory);
    this.lastSign = text.trim().slice(-1);
  }

  /** The answer was heard to its end; its echo may still come, until the next one begins. */
  answerEnds(): void {
    this.isOver = true;
  }

  /** Whether what Jarvis said last asks for an answer. */
  get isQuestion(): boolean {
    return this.lastSign === '?';
  }

  /** The share of the words of `text` that Jarvis said, in the same order and near to each other. */
  ownShareOf(text: string): number {
    const heard = wordsOf(text);
    if (heard.length === 0) return 0;
    const span = heard.length * 2 + slack;
    let best = 0;
    for (let from = 0; from < this.said.length; from += 1) {
      if (!heard.includes(this.said[from] ?? '')) continue;
      best = Math.max(best, inCommon(heard, this.said.slice(from, from + span)));
    }
    return best / heard.length;
  }

  /** `text` without the words at its beginning that Jarvis said; they ran into the person's. */
  withoutOwnBeginning(text: string): string {
    const pieces = text.trim().split(/\s+/);
    let kept = 0;
    for (let count = 1; count < pieces.length; count += 1) {
      const beginning = pieces.slice(0, count).join(' ');
      if (wordsOf(beginning).length >= 2 && this.isSaid(beginning)) kept = count;
    }
    return pieces.slice(kept).join(' ');
  }

  private isSaid(text: string): boolean {
    const wanted = wordsOf(text).join(' ');
    return ` ${this.said.join(' ')} `.includes(` ${wanted} `);
  }
}

function wordsOf(text: string): string[] {
  return fold(text.replaceAll('’', "'")).match(/[a-z0-9]+/g) ?? [];
}

/** Length of the longest common subsequence. */
function inCommon(heard: readonly string[], said: readonly string[]): number {
  let row = new Array<number>(said.length + 1).fill(0);
  for (const word of heard) {
    const next = [0];
    said.forEach((own, at) => {
      const best = Math.max(row[at + 1] ?? 0, next[at] ?? 0);
      next.push(own === word ? (row[at] ?? 0) + 1 : best);
    });
    row = next;
  }
  return row[said.length] ?? 0;
}
