/** Episodic memory: finds the episodes that a plan asks for, and says of each what brought it back. */
import type { RecalledMemory } from '../../domain/memory.ts';
import type { Embedder } from '../../ports/embedder.ts';
import type { EpisodeKey, EpisodicMemoryStore } from '../../ports/episodic-memory-store.ts';
import type { RecallPlan } from '../prefrontal-working-memory/recall-plan.ts';
import { type Candidate, candidateSet } from '../recall-ranking/candidates.ts';
import type { RankingInput } from '../recall-ranking/features.ts';
import { linkedWords } from '../recall-ranking/linked-terms.ts';
import { meanless } from '../recall-ranking/meaning-features.ts';
import { type RankingOptions, rank } from '../recall-ranking/rank.ts';
import { foldedWords, readEpisode } from '../recall-ranking/read-episode.ts';
import { asksForAdvice, type ReadQuestion, readQuestion } from '../recall-ranking/read-question.ts';
import type { Rarities } from '../recall-ranking/word-features.ts';
import { type Asked, askAll, byAllMeanings, spaceOf } from './ask-models.ts';
import { KnownEpisodes, knownAtMost } from './known-episodes.ts';
import { WordMeanings } from './word-meanings.ts';

export interface HippocampusPorts {
  readonly store: EpisodicMemoryStore;
  /** The model of the stored vectors. */
  readonly embedder: Embedder;
  /** For one question, in place of it: several while a change of the model is worked off, the one in use first. */
  readonly embedders?: () => readonly Embedder[];
  /** Quick vectors of single words (the built-in table); absent: the bridge over other words for the same thing is left out. */
  readonly wordEmbedder?: Embedder;
}

export interface RecallOptions extends RankingOptions {
  /** Default true. Measures may leave out whose words a question wants. */
  readonly withSpeakers?: boolean;
  readonly signal?: AbortSignal;
}

const limitByDefault = 10;
/** How many candidates each way of finding brings. */
const wanted = { byWords: 150, byMeaning: 120, byLinks: 60, byTime: 40, byEntities: 30 } as const;
/** Of the found, so many are ranked. */
const mostFound = 200;
/** The best bring what was said around them, the more the better they are. */
const withNeighbours = { two: 40, one: 80 } as const;
/** More would make the search slow, and the rest follows from everything. */
const linkedWordsAsked = 40;
/** Their words are most of those that older ones hold too. */
const preparedEpisodes = 50_000;
/** About 2 ms. */
const preparedAtOnce = 40;

/** What was read for questions before. */
interface Kept {
  readonly episodes: KnownEpisodes;
  readonly meanings: WordMeanings;
}

export class HippocampusEpisodicMemory {
  readonly #ports: HippocampusPorts;
  #kept: Kept;

  constructor(ports: HippocampusPorts) {
    this.#ports = ports;
    this.#kept = this.#nothingKept();
  }

  /** Best first, at most `limit` (default 10). Throws AbortError once `signal` is aborted. */
  async recall(plan: RecallPlan, options: RecallOptions = {}): Promise<readonly RecalledMemory[]> {
    const input = await this.rankingInput(plan, options);
    if (input === undefined) return [];
    await othersTurn(options.signal);
    return rank(input, { limit: limitByDefault, ...options }).map(({ index, score, parts }) => {
      const { id, text, speaker, atMs, place } = (input.candidates.all[index] as Candidate).episode;
      return { id, kind: 'episode', text, speaker, atMs, score, parts, place };
    });
  }

  /**
   * Reads the newest memories and makes the vectors of their words, in short steps, so that questions need not. Throws
   * AbortError once `signal` is aborted.
   */
  async prepare(signal?: AbortSignal): Promise<void> {
    const { store } = this.#ports;
    const kept = this.#kept;
    const { episodes, meanings } = kept;
    // Keys are never given twice: these are at least so many.
    const count = await store.count();
    let after = Math.max(0, count - preparedEpisodes);
    for (;;) {
      await othersTurn(signal);
      const page = await store.page(after, preparedAtOnce);
      const shown = page.filter(({ isHidden }) => !isHidden);
      const isOlder = ({ key }: { readonly key: EpisodeKey }) => key <= count - knownAtMost;
      const older = shown.filter(isOlder);
      const newest = await episodes.of(shown.filter(one => !isOlder(one)).map(({ key }) => key));
      const hasRoom = await meanings.learn(
        [
          ...older.map(({ episode }) => readEpisode(episode.text, episodes.terms)),
          ...newest.map(({ read }) => read),
        ],
        signal,
      );
      const last = page.at(-1);
      if (last === undefined || page.length < preparedAtOnce || !hasRoom || kept !== this.#kept) return;
      after = last.key;
    }
  }

  /** Keeps nothing of what it read: some of it may be forgotten by now. */
  letGo(): void {
    this.#kept = this.#nothingKept();
  }

  #nothingKept(): Kept {
    return {
      episodes: new KnownEpisodes(this.#ports.store),
      meanings: new WordMeanings(this.#ports.wordEmbedder),
    };
  }

  /** What is ranked for a plan; undefined where nothing was found. Weights are fitted on it. */
  async rankingInput(plan: RecallPlan, options: RecallOptions = {}): Promise<RankingInput | undefined> {
    const { store } = this.#ports;
    // What is let go meanwhile must not come back with what was read before.
    const kept = this.#kept;
    const { signal } = options;
    const [search] = plan.searches;
    if (search === undefined) return undefined;
    const seeksCompany = !plan.isQuestion || asksForAdvice(search.text);
    const asked = await askAll(
      search.text,
      this.#ports.embedders?.() ?? [this.#ports.embedder],
      store,
      signal,
    );
    const keys = await this.#candidateKeys(plan, asked, seeksCompany);
    await othersTurn(signal);
    const episodeKeys = await this.#withNeighbours(keys);
    const episodes = await kept.episodes.of(episodeKeys);
    await othersTurn(signal);
    if (episodes.length === 0) return undefined;
    const question = readQuestion(search.text, {
      speakers: new Set([...new Set(episodes.map(({ episode }) => episode.speaker))].flatMap(foldedWords)),
      wantedSpeakers: plan.speakers,
      ...(plan.time && { time: plan.time }),
    });
    const found = episodes.map(({ episode }) => episode.key);
    const texts = [question.contentText, question.focusText] as const;
    const [spaces, statistics] = await Promise.all([
      Promise.all(asked.map(one => spaceOf(one, texts, found, store, signal))),
      store.statistics(question.words.map(({ word }) => word)),
    ]);
    const [main, ...others] = spaces;
    const all = episodes.map(({ episode, read }, index) => {
      const own = main?.of[index];
      return { episode, read, ...(own && { vectors: own }) };
    });
    await othersTurn(signal);
    const vocabulary = await kept.meanings.vocabularyOf(
      all.map(({ read }) => read),
      question.words.map(({ word }) => word),
      signal,
    );
    return {
      question: options.withSpeakers === false ? { ...question, speakers: new Set() } : question,
      vectors: main?.vectors ?? { whole: nothing, content: nothing, focus: nothing },
      candidates: candidateSet(all, kept.episodes.terms),
      rarities: raritiesOf(question, statistics),
      ...(main?.mean && { mean: main.mean }),
      ...(others.length > 0 && { otherSpaces: others }),
      vocabulary,
      seeksCompany,
    };
  }

  /**
   * By words, meaning, time and names, best first. What seeks company is also looked for by what is left of the meaning
   * without what all memories have in common.
   */
  async #candidateKeys(
    plan: RecallPlan,
    asked: readonly Asked[],
    seeksCompany: boolean,
  ): Promise<readonly EpisodeKey[]> {
    const { store } = this.#ports;
    const [first, ...others] = plan.searches;
    const scores = new Map<EpisodeKey, number>();
    const take = (keys: readonly EpisodeKey[], weight: number) => {
      for (const [rank, key] of keys.entries())
        scores.set(key, (scores.get(key) ?? 0) + weight / (rank + 10));
    };
    const keysOf = (list: readonly { readonly key: EpisodeKey }[]) => list.map(({ key }) => key);
    const [byWords, byMeaning] = await Promise.all([
      store.findByWords(first?.words ?? [], wanted.byWords),
      byAllMeanings(asked, store, wanted.byMeaning, ({ vector }) => vector),
    ]);
    take(keysOf(byWords), 1);
    take(byMeaning, 1);
    if (seeksCompany) {
      const rest = ({ vector, mean }: Asked) => mean && meanless(vector, mean);
      take(await byAllMeanings(asked, store, wanted.byMeaning, rest), 1);
      const linked = linkedWords(first?.words ?? [], linkedWordsAsked);
      take(keysOf(await store.findByWords(linked, wanted.byLinks)), 1);
    }
    for (const { kind, words, weight } of others) {
      if (kind === 'content') continue;
      take(keysOf(await store.findByWords(words, wanted.byWords / 4)), weight);
    }
    if (plan.time) take(await store.findByTime(plan.time, wanted.byTime), 0.5);
    if (plan.names.length > 0) take(await store.findByEntities(plan.names, wanted.byEntities), 0.3);
    return [...scores]
      .sort(([, x], [, y]) => y - x)
      .slice(0, mostFound)
      .map(([key]) => key);
  }

  /** And what was said around the best; what is hidden by now is left out. */
  async #withNeighbours(keys: readonly EpisodeKey[]): Promise<readonly EpisodeKey[]> {
    const { store } = this.#ports;
    const [own, two, one] = await Promise.all([
      store.shown(keys),
      store.neighbourKeys(keys.slice(0, withNeighbours.two), 2),
      store.neighbourKeys(keys.slice(withNeighbours.two, withNeighbours.one), 1),
    ]);
    return [...new Set([...own, ...two, ...one])];
  }
}

/** A token or a frame never waits for a whole recall. Throws AbortError once `signal` is aborted. */
async function othersTurn(signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>(resolve => setImmediate(resolve));
  signal?.throwIfAborted();
}

const nothing = new Float32Array(0);

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
