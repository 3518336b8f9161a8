/** Episodic memory: finds the episodes that a plan asks for, and says of each what brought it back. */
import type { RecalledMemory } from '../../domain/memory.ts';
import type { Embedder } from '../../ports/embedder.ts';
import type { EpisodeKey, EpisodicMemoryStore, StoredEpisode } from '../../ports/episodic-memory-store.ts';
import type { RecallPlan } from '../prefrontal-working-memory/recall-plan.ts';
import { type Candidate, candidateSet } from '../recall-ranking/candidates.ts';
import type { RankingInput } from '../recall-ranking/features.ts';
import { linkedWords } from '../recall-ranking/linked-terms.ts';
import { meanless } from '../recall-ranking/meaning-features.ts';
import { type RankingOptions, rank } from '../recall-ranking/rank.ts';
import { foldedWords, type ReadEpisode, readEpisode } from '../recall-ranking/read-episode.ts';
import { asksForAdvice, type ReadQuestion, readQuestion } from '../recall-ranking/read-question.ts';
import type { Rarities } from '../recall-ranking/word-features.ts';
import { RecentlyUsed } from './recently-used.ts';
import { WordMeanings } from './word-meanings.ts';

export interface HippocampusPorts {
  readonly store: EpisodicMemoryStore;
  /** The model of the stored vectors. */
  readonly embedder: Embedder;
  /** Quick vectors of single words (the built-in table); absent: the bridge over other words for the same thing is left out. */
  readonly wordEmbedder?: Embedder;
}

export interface RecallOptions extends RankingOptions {
  /** How many are wanted. Default 10. */
  readonly limit?: number;
  /** Default true. Measures may leave out whose words a question wants. */
  readonly withSpeakers?: boolean;
  readonly signal?: AbortSignal;
}

/** How many candidates each way of finding brings. */
const found = { byWords: 150, byMeaning: 120, byLinks: 60, byTime: 40, byEntities: 30 } as const;
/** Of the best found, so many bring those that were said around them. */
/** More would make the search slow, and the rest follows from everything. */
const linkedWordsAsked = 40;
const withNeighbours = 80;
const reach = 2;
const rememberedEpisodes = 20_000;

export class HippocampusEpisodicMemory {
  readonly #ports: HippocampusPorts;
  readonly #readEpisodes = new RecentlyUsed<EpisodeKey, ReadEpisode>(rememberedEpisodes);
  readonly #meanings: WordMeanings;

  constructor(ports: HippocampusPorts) {
    this.#ports = ports;
    this.#meanings = new WordMeanings(ports.wordEmbedder);
  }

  /** Best first, at most `limit`. Throws AbortError once `signal` is aborted. */
  async recall(plan: RecallPlan, options: RecallOptions = {}): Promise<readonly RecalledMemory[]> {
    const input = await this.rankingInput(plan, options);
    if (input === undefined) return [];
    return rank(input, options)
      .slice(0, options.limit ?? 10)
      .map(({ index, score, parts }) => {
        const { id, text, speaker, atMs, place } = (input.candidates.all[index] as Candidate).episode;
        return { id, kind: 'episode', text, speaker, atMs, score, parts, place };
      });
  }

  /** What is ranked for a plan; undefined where nothing was found. Weights are fitted on it. */
  async rankingInput(plan: RecallPlan, options: RecallOptions = {}): Promise<RankingInput | undefined> {
    const { store, embedder } = this.#ports;
    const { signal } = options;
    const [search] = plan.searches;
    if (search === undefined) return undefined;
    const seeksCompany = !plan.isQuestion || asksForAdvice(search.text);
    const [asked] = await embedder.embed([search.text], signal);
    if (asked === undefined) return undefined;
    const mean = await store.meanVector(embedder.model);
    const episodes = await this.#candidates(plan, asked, seeksCompany ? mean : undefined);
    signal?.throwIfAborted();
    if (episodes.length === 0) return undefined;
    const question = readQuestion(search.text, {
      speakers: new Set(episodes.flatMap(({ speaker }) => foldedWords(speaker))),
      wantedSpeakers: plan.speakers,
      ...(plan.time && { time: plan.time }),
    });
    const keys = episodes.map(({ key }) => key);
    const [content, focus] = await embedder.embed([question.contentText, question.focusText], signal);
    const [vectors, statistics] = await Promise.all([
      store.vectors(keys, embedder.model),
      store.statistics(question.words.map(({ word }) => word)),
    ]);
    const all = episodes.map((episode, index) => ({
      episode,
      read: this.#read(episode),
      ...(vectors[index] && { vectors: vectors[index] }),
    }));
    signal?.throwIfAborted();
    const vectorOfWord = await this.#meanings.of(
      [...question.words.map(({ word }) => word), ...all.flatMap(({ read }) => read.content)],
      signal,
    );
    return {
      question: options.withSpeakers === false ? { ...question, speakers: new Set() } : question,
      vectors: { whole: asked, content: content ?? asked, focus: focus ?? asked },
      candidates: candidateSet(all),
      rarities: raritiesOf(question, statistics),
      ...(mean && { mean }),
      vectorOfWord,
      seeksCompany,
    };
  }

  /**
   * By words, meaning, time and names, best first; then what was said around the best. With `mean`, also by what is left of
   * the meaning without what all memories have in common.
   */
  async #candidates(
    plan: RecallPlan,
    asked: Float32Array,
    mean: Float32Array | undefined,
  ): Promise<readonly StoredEpisode[]> {
    const { store, embedder } = this.#ports;
    const [first, ...others] = plan.searches;
    const scores = new Map<EpisodeKey, number>();
    const take = (keys: readonly EpisodeKey[], weight: number) => {
      for (const [rank, key] of keys.entries())
        scores.set(key, (scores.get(key) ?? 0) + weight / (rank + 10));
    };
    const keysOf = (list: readonly { readonly key: EpisodeKey }[]) => list.map(({ key }) => key);
    const [byWords, byMeaning] = await Promise.all([
      store.findByWords(first?.words ?? [], found.byWords),
      store.findByMeaning(asked, embedder.model, found.byMeaning),
    ]);
    take(keysOf(byWords), 1);
    take(keysOf(byMeaning), 1);
    if (mean) {
      const rest = meanless(asked, mean);
      take(keysOf(await store.findByMeaning(rest, embedder.model, found.byMeaning)), 1);
      const linked = linkedWords(first?.words ?? [], linkedWordsAsked);
      take(keysOf(await store.findByWords(linked, found.byLinks)), 1);
    }
    for (const { kind, words, weight } of others) {
      if (kind === 'content') continue;
      take(keysOf(await store.findByWords(words, found.byWords / 4)), weight);
    }
    if (plan.time) take(await store.findByTime(plan.time, found.byTime), 0.5);
    if (plan.names.length > 0) take(await store.findByEntities(plan.names, found.byEntities), 0.3);
    const keys = [...scores].sort(([, x], [, y]) => y - x).map(([key]) => key);
    const [own, around] = await Promise.all([
      store.read(keys),
      store.neighbours(keys.slice(0, withNeighbours), reach),
    ]);
    const known = new Set(keys);
    return [...own, ...around.filter(({ key }) => !known.has(key))];
  }

  #read(episode: StoredEpisode): ReadEpisode {
    return this.#readEpisodes.get(episode.key, () => readEpisode(episode.text));
  }
}

/** 0 to 1: how much it says that a word of the question stands in an episode. */
function raritiesOf(
  { words }: ReadQuestion,
  { episodes, frequencies }: Awaited<ReturnType<EpisodicMemoryStore['statistics']>>,
): Rarities {
  const rarest = Math.log(1 + (episodes + 0.5) / 0.5);
  return new Map(
    words.map(({ word, term }) => {
      const holding = Math.min(episodes, frequencies.get(word) ?? 0);
      return [term, Math.log(1 + (episodes - holding + 0.5) / (holding + 0.5)) / rarest];
    }),
  );
}
