/** Tells that a value was said before in the other language: "noix" and "nuts", by their meaning. */
import type { Fact, ProposedFact } from '../../domain/memory.ts';
import type { Embedder } from '../../ports/embedder.ts';
import { valueKey, valueWords } from './value-words.ts';

/**
 * Cosine of the built-in table. Of 143 values with their translations 79 % are taken for the same, of 3,198 other pairs of
 * the same kinds none; the nearest of those is "chinois" and "Japanese" at 0.72 (`npm run bench -- consolidation`).
 */
const sameWord = 0.75;
/** Several words share much and differ in what matters ("vin rouge", "white wine": 0.78). */
const sameWords = 0.85;
const mostWords = 3;
/** Days and months stand too near to each other ("lundi", "Tuesday": 0.80), and figures mean what they say. */
const exact =
  /\d|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|day\b|janvier|fevrier|mars|avril|mai\b|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may\b|june|july|august|september|october|november|december/;

export class SameMeaning {
  readonly #embedder: Pick<Embedder, 'embed'>;
  readonly #vectors = new Map<string, Float32Array>();

  constructor(embedder: Pick<Embedder, 'embed'>) {
    this.#embedder = embedder;
  }

  /** Reads what `isSame` may be asked: the values of facts in another language that could be those proposed. */
  async read(
    proposed: readonly ProposedFact[],
    known: readonly Fact[],
    language: Fact['language'],
  ): Promise<void> {
    const others = known.filter(fact => fact.language !== language && fact.valueId === undefined);
    if (others.length === 0) return;
    const values = [
      ...proposed.flatMap(({ value, supersedes = '' }) => [value, supersedes]),
      ...others.map(({ value }) => value),
    ];
    await this.readValues(values);
  }

  async readValues(values: readonly string[]): Promise<void> {
    const fresh = [...new Set(values.filter(isComparable))].filter(value => !this.#vectors.has(value));
    const vectors = fresh.length === 0 ? [] : await this.#embedder.embed(fresh);
    for (const [index, value] of fresh.entries()) {
      const vector = vectors[index];
      if (vector) this.#vectors.set(value, vector);
    }
  }

  /** Of values in different languages. */
  isSame(x: string, y: string): boolean {
    const [one, other] = [this.#vectors.get(x), this.#vectors.get(y)];
    if (one === undefined || other === undefined) return false;
    const isWord = valueWords(x).length === 1 && valueWords(y).length === 1;
    return cosine(one, other) >= (isWord ? sameWord : sameWords);
  }
}

const isComparable = (value: string): boolean => {
  const words = valueWords(value).length;
  return words > 0 && words <= mostWords && !exact.test(valueKey(value));
};

/** Both have length 1. */
const cosine = (x: Float32Array, y: Float32Array): number =>
  x.reduce((sum, number, index) => sum + number * (y[index] ?? 0), 0);
