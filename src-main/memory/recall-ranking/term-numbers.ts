/** Terms and words as they were met first, numbered: what was read of thousands of episodes takes little room then. */
export class TermNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];

  /** The same term has the same number each time. */
  numberOf(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.push(term) - 1;
    this.#numbers.set(term, number);
    return number;
  }

  /** −1: nothing that was read has it. */
  known(term: string): number {
    return this.#numbers.get(term) ?? -1;
  }

  /** The same text, which everybody shares. */
  same(text: string): string {
    return this.termOf(this.numberOf(text));
  }

  /** Of a number that was given. */
  termOf(number: number): string {
    return this.#terms[number] as string;
  }
}
