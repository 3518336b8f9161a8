/** Vectors of single words, made once each and kept: they tell which words mean nearly the same. */
import type { Embedder } from '../../ports/embedder.ts';
import type { ReadEpisode } from '../recall-ranking/read-episode.ts';
import { type Vocabulary, WordTable } from '../recall-ranking/word-table.ts';

/** About 42 MB of vectors of 128 numbers, where a memory holds so many words: most people use a third of them. */
const mostWords = 65_000;
/** Of each episode, so that a vocabulary's numbers stay within 16 bits. */
const mostOfEpisode = 150;

interface Known {
  readonly table: WordTable;
  /** The words of episodes that were read. */
  readonly numbers: WeakMap<ReadEpisode, Uint32Array>;
}

export class WordMeanings {
  readonly #embedder: Embedder | undefined;
  #known: Known;

  constructor(embedder: Embedder | undefined) {
    this.#embedder = embedder;
    this.#known = this.#nothing();
  }

  /** Of these episodes, to be asked how like they are to these words. Throws AbortError once `signal` is aborted. */
  async vocabularyOf(
    episodes: readonly ReadEpisode[],
    asked: readonly string[],
    signal?: AbortSignal,
  ): Promise<Vocabulary> {
    if (this.#known.table.size > mostWords) this.#known = this.#nothing();
    // Another question may clear them meanwhile.
    const { table, numbers } = this.#known;
    const fresh = episodes.filter(episode => !numbers.has(episode));
    const words = fresh.map(({ content }) => content.slice(0, mostOfEpisode));
    await this.#learn(table, new Set([...asked, ...words.flat()]), signal);
    for (const [at, episode] of fresh.entries()) numbers.set(episode, table.numbersOf(words[at] ?? []));
    return table.vocabularyOf(episodes.map(episode => numbers.get(episode) as Uint32Array));
  }

  /** Of episodes that may be asked about later. False once there is no room for more. */
  async learn(episodes: readonly ReadEpisode[], signal?: AbortSignal): Promise<boolean> {
    const { table } = this.#known;
    const words = episodes.flatMap(({ content }) => content.slice(0, mostOfEpisode));
    if (table.size + words.length > mostWords) return false;
    await this.#learn(table, new Set(words), signal);
    return true;
  }

  async #learn(table: WordTable, words: ReadonlySet<string>, signal?: AbortSignal): Promise<void> {
    const unknown = [...words].filter(word => !table.has(word));
    if (unknown.length === 0) return;
    const vectors = await this.#embedder?.embed(unknown, signal);
    for (const [at, word] of unknown.entries()) table.add(word, vectors?.[at]);
  }

  #nothing(): Known {
    return { table: new WordTable(this.#embedder?.dimensions ?? 0), numbers: new WeakMap() };
  }
}
