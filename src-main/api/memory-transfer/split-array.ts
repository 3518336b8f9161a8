/** Cuts a JSON document that comes in pieces into the elements of its outermost array, each of them parsed. */
import { cutShort, noMemories, tooDeep, tooLong, wrongAt } from './faults.ts';

/** UTF-16 units: one conversation of another program. */
const longestElement = 64 * 1024 * 1024;
const deepest = 200;

/**
 * The elements of the array that the document is, or of the first array that stands directly in the object that it is
 * (`{"results": […]}`). Throws `memory.import-malformed`.
 */
export async function* splitArray(pieces: AsyncIterable<string>): AsyncGenerator<unknown> {
  const scanner = new ArrayScanner();
  let elements = 0;
  for await (const piece of pieces) {
    for (const element of scanner.add(piece)) {
      elements++;
      yield parse(element, elements);
    }
    if (scanner.waitingLength > longestElement) throw tooLong(elements + 1);
  }
  if (!scanner.hasEnded) throw cutShort();
}

function parse(text: string, at: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw wrongAt(at, error);
  }
}

/** Follows strings and brackets only; what stands between them is checked by the parser. */
class ArrayScanner {
  /** UTF-16 units of the element that is not whole yet. */
  waitingLength = 0;
  hasEnded = false;
  readonly #signs = /["\\[\]{},]/g;
  #stack = '';
  #array: 'sought' | 'open' | 'over' = 'sought';
  /** How many brackets are open where its elements stand. */
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #element: string[] = [];

  *add(piece: string): Generator<string> {
    let from = 0;
    this.#signs.lastIndex = this.#isEscaped ? 1 : 0;
    this.#isEscaped = false;
    for (let found = this.#signs.exec(piece); found !== null; found = this.#signs.exec(piece)) {
      const [sign] = found;
      if (this.#isInString || sign === '"') {
        this.#followString(sign, found.index, piece);
        continue;
      }
      if (this.#isBetweenElements() && (sign === ',' || sign === ']')) {
        const element = this.#take(piece.slice(from, found.index));
        from = found.index + 1;
        if (element !== undefined) yield element;
        else if (sign === ',') throw noMemories({ fr: 'une entrée est vide', en: 'an entry is empty' });
      }
      if (sign !== ',' && this.#followBracket(sign)) from = found.index + 1;
    }
    if (this.#array === 'open') this.#keep(piece.slice(from));
  }

  #isBetweenElements(): boolean {
    return this.#array === 'open' && this.#stack.length === this.#depth;
  }

  #keep(text: string): void {
    this.#element.push(text);
    this.waitingLength += text.length;
  }

  #take(end: string): string | undefined {
    const element = [...this.#element, end].join('').trim();
    this.#element = [];
    this.waitingLength = 0;
    return element === '' ? undefined : element;
  }

  #followString(sign: string, at: number, piece: string): void {
    if (sign === '"') this.#isInString = !this.#isInString;
    if (sign !== '\\') return;
    if (at + 1 < piece.length) this.#signs.lastIndex = at + 2;
    else this.#isEscaped = true;
  }

  /** True where the array begins whose elements are wanted. */
  #followBracket(sign: string): boolean {
    if (this.hasEnded) throw noMemories({ fr: 'quelque chose suit sa fin', en: 'something follows its end' });
    if (sign === ']' || sign === '}') {
      this.#close(sign);
      return false;
    }
    if (this.#stack.length >= deepest) throw tooDeep();
    this.#stack += sign;
    if (sign !== '[' || this.#array !== 'sought' || this.#stack.length > 2) return false;
    this.#array = 'open';
    this.#depth = this.#stack.length;
    return true;
  }

  #close(sign: string): void {
    if (!['[]', '{}'].includes(`${this.#stack.at(-1)}${sign}`))
      throw noMemories({ fr: 'ce n’est pas du JSON', en: 'it is no JSON' });
    if (this.#isBetweenElements()) this.#array = 'over';
    this.#stack = this.#stack.slice(0, -1);
    this.hasEnded = this.#stack === '';
  }
}
