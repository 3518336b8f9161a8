/** Finds the words of an answer's Markdown in the text that is drawn of it: in order, each once. */

/** How far ahead a word may lie: what is not spoken (code, tables) stands between. */
const farthest = 2_000;
const markup = /^[\s*_`~#>|[\](){}!\\]+|[\s*_`~#>|[\](){}!\\]+$/g;

export interface Place {
  readonly from: number;
  readonly to: number;
}

export class WordPlaces {
  private readonly places: (Place | undefined)[] = [];
  private cursor = 0;

  /**
   * Where word `index` of `words` stands in `drawn`; undefined when it is not drawn. The text may have grown since the last
   * call, but what was drawn before stays where it is.
   */
  find(drawn: string, source: string, words: readonly Place[], index: number): Place | undefined {
    for (let next = this.places.length; next <= index; next++) {
      const word = words[next];
      this.places.push(word && this.next(drawn, source.slice(word.from, word.to)));
    }
    return this.places[index];
  }

  private next(drawn: string, written: string): Place | undefined {
    const word = written.replaceAll(markup, '');
    if (word === '') return undefined;
    const from = drawn.indexOf(word, this.cursor);
    if (from < 0 || from - this.cursor > farthest) return undefined;
    this.cursor = from + word.length;
    return { from, to: this.cursor };
  }
}
