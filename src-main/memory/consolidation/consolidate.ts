/** "Sleep": reads what was said and not yet thought over, and makes facts and summaries of it, a batch in one transaction. */

import { detectLanguage } from '../../domain/detect-language.ts';
import { JarvisError } from '../../domain/errors.ts';
import type { FactChange } from '../../domain/fact-change.ts';
import { newId } from '../../domain/id.ts';
import { civilOf, isoDate } from '../../domain/local-time.ts';
import type { Episode, Fact, ProposedFact } from '../../domain/memory.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Embedder } from '../../ports/embedder.ts';
import type { EpisodeRecord, EpisodicMemoryStore, StoredEpisode } from '../../ports/episodic-memory-store.ts';
import type { Night, SemanticMemoryStore, Summary } from '../../ports/semantic-memory-store.ts';
import { relationOf } from '../write-gate/relations.ts';
import { Breath } from './breath.ts';
import { KnownFacts } from './known-facts.ts';
import type { ConsolidationModel } from './model-consolidation.ts';
import { reconcile } from './reconcile.ts';
import { SameMeaning } from './same-meaning.ts';
import { summariseDay, summarisePerson, withFactsOf } from './summaries.ts';
import { isSameValue, kinRelationOf } from './value-words.ts';

/** The facts that rules find in an episode; `before`: what was said before it in the same conversation, oldest first. */
export type ExtractFacts = (episode: Episode, before: readonly Episode[]) => readonly ProposedFact[];

export interface ConsolidationParts {
  readonly episodes: Pick<
    EpisodicMemoryStore,
    'unconsolidated' | 'neighbours' | 'findByTime' | 'findByEntities' | 'read'
  >;
  readonly facts: SemanticMemoryStore;
  readonly clock: Clock;
  readonly extract: ExtractFacts;
  /** Tells that a value was said in the other language; absent: only by its words. */
  readonly embedder?: Pick<Embedder, 'embed'>;
  /** Absent: rules alone. */
  readonly model?: ConsolidationModel;
  readonly signal: AbortSignal;
  /** Resolves when work may go on; by default as soon as nothing else waits. */
  readonly idle?: () => Promise<void>;
  /** A model that fails is not asked again this night; rules go on. */
  readonly onModelFault?: (error: JarvisError) => void;
  /** The most episodes in one transaction; default 40. */
  readonly batchSize?: number;
}

const usualBatch = 40;
/** A transaction of so many is over within a step (10 ms); what goes beyond waits for the next. */
const mostChanges = 24;
/** A night can be read by a person; after an import what is left is for the next. */
const mostChangesOfNight = 200;
/** In UTF-16 units; nobody says facts at such length, and rules would hold everybody up. */
const longestRead = 8000;
/** A person who edits facts meanwhile makes the plan old; it is made again. */
const mostAttempts = 5;
/** How far back "she" may reach. */
const mostBefore = 4;
/** People with a summary of their own made again, a batch. */
const mostPeople = 10;

/**
 * One night, of as many transactions as there are batches of episodes, in the order they were stored. Each is all or
 * nothing; when the signal is aborted the batch in hand is dropped, and what was committed before it is returned. Undefined
 * where there was nothing to do, or nothing was done. After some hundred changes the night is over, though there may be more
 * to do: it is called again as long as it returns something. Episodes are never changed, apart from the mark that they were read.
 */
export async function consolidate(parts: ConsolidationParts): Promise<Night | undefined> {
  const work = new Consolidation(parts);
  try {
    return await work.run();
  } catch (error) {
    if (parts.signal.aborted) return work.night();
    throw error;
  }
}

class Consolidation {
  readonly #parts: ConsolidationParts;
  readonly #breath: Breath;
  readonly #id = newId();
  #model: ConsolidationModel | undefined;
  readonly #meaning: SameMeaning | undefined;
  #isBegun = false;
  #changesMade = 0;

  constructor(parts: ConsolidationParts) {
    this.#parts = parts;
    this.#breath = new Breath(parts.clock, parts.idle);
    this.#model = parts.model;
    this.#meaning = parts.embedder && new SameMeaning(parts.embedder);
  }

  async run(): Promise<Night | undefined> {
    const { episodes, batchSize = usualBatch, signal } = this.#parts;
    for (;;) {
      await this.#breath.always(signal);
      const batch = await episodes.unconsolidated(batchSize);
      if (batch.length === 0 || this.#changesMade >= mostChangesOfNight) return this.night();
      await this.#commit(batch);
    }
  }

  /** What is committed of it. */
  async night(): Promise<Night | undefined> {
    return this.#isBegun ? this.#parts.facts.night(this.#id) : undefined;
  }

  async #commit(batch: readonly EpisodeRecord[]): Promise<void> {
    let left = batch;
    for (let attempt = 1; left.length > 0; attempt += 1) {
      try {
        await this.#attempt(left);
        return;
      } catch (error) {
        const isOld = error instanceof JarvisError && error.code === 'memory.changed';
        if (!isOld || attempt >= mostAttempts) throw error;
        left = await this.#stillThere(left);
      }
    }
  }

  /** What was forgotten while the night was planned is not read again. */
  async #stillThere(batch: readonly EpisodeRecord[]): Promise<readonly EpisodeRecord[]> {
    const there = await this.#parts.episodes.read(batch.map(({ key }) => key));
    const ids = new Set(there.map(({ id }) => id));
    return batch.filter(({ episode }) => ids.has(episode.id));
  }

  async #attempt(batch: readonly EpisodeRecord[]): Promise<void> {
    const { facts, clock, signal } = this.#parts;
    const revision = facts.revision();
    const known = new KnownFacts(facts, relationOf, () => this.#breath.take(signal));
    const { read, changes } = await this.#changes(batch, known);
    const summaries = await this.#summaries(read, changes, known);
    await this.#breath.always(signal);
    const episodeIds = read.map(({ episode }) => episode.id);
    await facts.commitNight({ id: this.#id, atMs: clock.nowMs(), episodeIds, changes, summaries, revision });
    this.#isBegun = true;
    this.#changesMade += changes.length;
  }

  /** `read`: the beginning of the batch whose changes fit in one transaction. */
  async #changes(
    batch: readonly EpisodeRecord[],
    known: KnownFacts,
  ): Promise<{ readonly read: readonly EpisodeRecord[]; readonly changes: readonly FactChange[] }> {
    const own = batch.filter(({ episode }) => episode.provenance === 'user');
    const byModel = await this.#askModel(
      own.map(({ episode }) => episode).filter(({ text }) => text.length <= longestRead),
    );
    const changes: FactChange[] = [];
    for (const [index, record] of batch.entries()) {
      if (changes.length >= mostChanges) return { read: batch.slice(0, index), changes };
      if (record.episode.provenance !== 'user') continue;
      await this.#breath.take(this.#parts.signal);
      changes.push(...(await this.#ofEpisode(own, record, byModel.get(record.episode.id) ?? [], known)));
    }
    return { read: batch, changes };
  }

  async #ofEpisode(
    own: readonly EpisodeRecord[],
    record: EpisodeRecord,
    byModel: readonly ProposedFact[],
    known: KnownFacts,
  ): Promise<readonly FactChange[]> {
    const { episode } = record;
    const isTooLong = episode.text.length > longestRead;
    const byRules = isTooLong ? [] : this.#parts.extract(episode, await this.#before(own, record));
    const more = byModel.filter(fact => !byRules.some(other => saysThat(other, fact)));
    const found = await this.#reconcile(episode, byRules, 'rules', known);
    return [...found, ...(await this.#reconcile(episode, more, 'model', known))];
  }

  async #reconcile(
    episode: Episode,
    proposed: readonly ProposedFact[],
    proposedBy: Fact['proposedBy'],
    known: KnownFacts,
  ): Promise<readonly FactChange[]> {
    if (proposed.length === 0) return [];
    const spoken = proposed.map(fact => ofSpeaker(fact, episode.speaker));
    const facts = await known.about(spoken);
    const zone = this.#parts.clock.zone();
    const meaning = this.#meaning;
    await meaning?.read(spoken, facts, episode.language);
    const changes = reconcile(facts, spoken, episode, {
      relationOf,
      zone,
      proposedBy,
      ...(meaning && { meansSame: (x, y) => meaning.isSame(x, y) }),
    });
    known.take(changes);
    return changes;
  }

  async #askModel(episodes: readonly Episode[]): Promise<ReadonlyMap<string, readonly ProposedFact[]>> {
    const { signal } = this.#parts;
    const answered = await this.#tryModel(model => model.propose(episodes, signal));
    return answered ?? new Map();
  }

  async #tryModel<T>(ask: (model: ConsolidationModel) => Promise<T>): Promise<T | undefined> {
    if (this.#model === undefined) return undefined;
    try {
      return await ask(this.#model);
    } catch (error) {
      if (this.#parts.signal.aborted || !(error instanceof JarvisError)) throw error;
      this.#model = undefined;
      this.#parts.onModelFault?.(error);
      return undefined;
    }
  }

  async #summaries(
    batch: readonly EpisodeRecord[],
    changes: readonly FactChange[],
    known: KnownFacts,
  ): Promise<readonly Summary[]> {
    const { episodes, clock, signal } = this.#parts;
    const zone = clock.zone();
    const fresh = changes.flatMap(sourceOf);
    const withFacts = withFactsOf(this.#parts.facts);
    const parts = {
      episodes,
      zone,
      nowMs: clock.nowMs(),
      signal,
      model: {
        summarise: (...asked: Parameters<ConsolidationModel['summarise']>) =>
          this.#tryModel(model => model.summarise(...asked)),
      },
      breathe: () => this.#breath.always(signal),
      withFacts: async (ids: readonly string[]) => new Set([...fresh, ...(await withFacts(ids))]),
    };
    const days = new Set(batch.map(({ episode }) => isoDate(civilOf(episode.atMs, zone))));
    const made: (Summary | undefined)[] = [];
    for (const day of days) made.push(await summariseDay(day, parts));
    for (const name of peopleIn(changes, known)) made.push(await summarisePerson(name, parts));
    return made.filter(summary => summary !== undefined);
  }

  /** The user's words before it in its conversation, also those of an earlier night. */
  async #before(batch: readonly EpisodeRecord[], at: EpisodeRecord): Promise<readonly Episode[]> {
    const { conversationId } = at.episode.place;
    const here = batch.filter(({ episode }) => episode.place.conversationId === conversationId);
    const earlier = here.slice(0, here.indexOf(at)).map(({ episode }) => episode);
    if (earlier.length >= mostBefore) return earlier.slice(-mostBefore);
    const first = here[0] ?? at;
    const around = await this.#parts.episodes.neighbours([first.key], mostBefore);
    const own = around.filter(({ key, speaker }) => key < first.key && speaker === first.episode.speaker);
    return [...own.map(episodeOf), ...earlier].slice(-mostBefore);
  }
}

const episodeOf = (stored: StoredEpisode): Episode => {
  const { id, place, speaker, atMs, text, affect, salience, entities } = stored;
  const language = detectLanguage(text) ?? 'en';
  return { id, place, speaker, atMs, text, affect, salience, entities, language, provenance: 'user' };
};

/** In a dialogue that was imported everybody speaks of themselves. */
const ofSpeaker = (fact: ProposedFact, speaker: string): ProposedFact =>
  speaker === 'user' || fact.subject !== 'user' ? fact : { ...fact, subject: speaker };

const saysThat = (fact: ProposedFact, other: ProposedFact): boolean =>
  isSameValue(fact.subject, other.subject) && isSameValue(fact.value, other.value);

function sourceOf(change: FactChange): readonly string[] {
  if (change.kind === 'learned') return change.fact.sourceEpisodeIds;
  return change.kind === 'strengthened' ? [change.episodeId] : [];
}

/** Names of the people whom the changes are about. */
function peopleIn(changes: readonly FactChange[], known: KnownFacts): readonly string[] {
  const facts = changes.map(change => (change.kind === 'learned' ? change.fact : known.get(change.factId)));
  const names = facts.flatMap(fact =>
    fact === undefined
      ? []
      : [
          ...(fact.subjectId === undefined ? [] : [fact.subject]),
          ...(fact.valueId === undefined ? [] : [fact.value]),
        ],
  );
  return [...new Set(names.filter(name => kinRelationOf(name) === undefined))].slice(0, mostPeople);
}
