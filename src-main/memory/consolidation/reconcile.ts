/** What becomes of the facts that are known when words propose more: learned, strengthened, ended, made more exact. */
import { applyChange, type FactChange, factIdOf } from '../../domain/fact-change.ts';
import { newId } from '../../domain/id.ts';
import { civilOf, isoDate } from '../../domain/local-time.ts';
import type { Episode, Fact, ProposedFact } from '../../domain/memory.ts';
import type { Relation } from '../write-gate/relations.ts';
import { asKin, type Identified, identified, isNameless } from './identified.ts';
import { isSameValue, kinRelationOf, refines } from './value-words.ts';
import { nameOf, stagesOfCouple, Who } from './who.ts';

/** Where the proposed facts were said. */
export type Saying = Pick<Episode, 'id' | 'atMs' | 'language' | 'place'>;

export interface ReconcileOptions {
  /** The table of relations: which have one value at a time, which exclude each other. */
  readonly relationOf: (name: string) => Relation;
  /** IANA: where the days of validity begin. */
  readonly zone: string;
  readonly proposedBy: Fact['proposedBy'];
  /** Whether a value was said in the other language. */
  readonly meansSame?: (value: string, other: string) => boolean;
}

/**
 * The changes that make `known` hold what was said, in an order in which they can be made. `known`: the facts, past ones
 * too, of every subject that is proposed, and the user's kin. Pure; the same words again change nothing.
 */
export function reconcile(
  known: readonly Fact[],
  proposed: readonly ProposedFact[],
  saying: Saying,
  options: ReconcileOptions,
): readonly FactChange[] {
  const work = new Reconciliation(known, saying, options);
  const told = proposed.map(asKin);
  for (const fact of identified(told, work.who, options.relationOf)) work.take(fact);
  return work.changes;
}

class Reconciliation {
  readonly changes: FactChange[] = [];
  readonly who: Who;
  readonly #facts: Map<string, Fact>;
  readonly #saying: Saying;
  readonly #options: ReconcileOptions;
  readonly #latestMs: number;

  constructor(known: readonly Fact[], saying: Saying, options: ReconcileOptions) {
    this.#latestMs = known.reduce((latest, fact) => Math.max(latest, fact.lastSaidMs), saying.atMs);
    this.#facts = new Map(known.map(fact => [fact.id, fact]));
    this.#saying = saying;
    this.#options = options;
    this.who = new Who(known);
  }

  take(proposed: Identified): void {
    const { relationOf } = this.#options;
    const alike = this.#of(proposed).filter(({ relation }) => relation === proposed.relation);
    const same = this.#same(alike, proposed);
    if (same) this.#again(same, proposed);
    else if (hasEnded(proposed, this.#today())) this.#add(proposed);
    else this.#learn(proposed, alike, relationOf(proposed.relation).values === 'one');
  }

  /** The fact that says the same: one that holds rather than one that is past, and never one that ended before. */
  #same(alike: readonly Fact[], proposed: Identified): Fact | undefined {
    const isOne = this.#options.relationOf(proposed.relation).values === 'one';
    const found = alike.filter(fact => saysSame(fact, proposed, isOne) || this.#translates(fact, proposed));
    const open = found.find(fact => this.#holds(fact));
    if (open) return open;
    const today = this.#today();
    if (hasEnded(proposed, today)) return found[0];
    // It was true then: imported words that are older than its end say nothing new. Otherwise it is true again.
    return found.find(
      fact =>
        (!this.#isLive() && isBefore(today, fact.validTo ?? '')) ||
        fact.sourceEpisodeIds.includes(this.#saying.id),
    );
  }

  #again(known: Fact, proposed: Identified): void {
    const { id: episodeId, atMs } = this.#saying;
    const { validTo, validFrom } = proposed;
    if (!known.sourceEpisodeIds.includes(episodeId)) {
      const since = validFrom === undefined || known.validFrom !== undefined ? {} : { validFrom };
      if (validTo === undefined || !this.#holds(known)) {
        this.#make({ kind: 'strengthened', factId: known.id, episodeId, saidAtMs: atMs, ...since });
      }
    }
    if (validTo !== undefined && validTo !== known.validTo && this.#holds(known))
      this.#end(known, { validTo });
    const before = this.#facts.get(known.id) ?? known;
    if (this.#holds(before) && isFiner(proposed.value, before.value)) {
      const { value, valueId } = proposed;
      const after = { ...before, value, ...(valueId !== undefined && { valueId }) };
      this.#make({ kind: 'edited', factId: known.id, before, after });
    }
    if (validTo === undefined) this.#endOthers(proposed, before);
  }

  #learn(proposed: Identified, alike: readonly Fact[], isOne: boolean): void {
    const rivals = alike.filter(fact => this.#mayEnd(fact) && (isOne || this.#takesPlaceOf(proposed, fact)));
    const newer = rivals.find(rival => !this.#isLaterThan(rival) && !this.#takesPlaceOf(proposed, rival));
    if (newer) {
      this.#add({ ...proposed, validTo: this.#endBefore(newer) }, newer.id);
      return;
    }
    const fact = this.#add(proposed);
    for (const rival of rivals) this.#end(rival, { validTo: this.#startOf(proposed, rival), by: fact.id });
    this.#endOthers(proposed, fact);
  }

  /** When the older gave way to what is known: when that began, or was first said; not before the older was said. */
  #endBefore(next: Fact): string {
    const today = this.#today();
    const start = next.validFrom ?? this.#day(next.firstSaidMs);
    return isBefore(today, start) ? start : today;
  }

  /** What the new fact excludes by its meaning: the opposite taste, the earlier stage of a couple. */
  #endOthers(proposed: Identified, fact: Fact): void {
    const { excludes } = this.#options.relationOf(proposed.relation);
    const isStage = stagesOfCouple.includes(proposed.relation);
    for (const other of this.#of(proposed)) {
      if (other.relation === proposed.relation || !this.#mayEnd(other) || !this.#isLaterThan(other)) continue;
      const isOpposite =
        other.relation === excludes &&
        (isSameValue(other.value, proposed.value) || this.#translates(other, proposed));
      const isEarlierStage =
        isStage && stagesOfCouple.includes(other.relation) && other.valueId === proposed.valueId;
      if (isOpposite || isEarlierStage) {
        this.#end(other, { validTo: this.#startOf(proposed, other), by: fact.id });
      }
    }
  }

  #add(proposed: Identified, supersededBy?: string): Fact {
    const { id, atMs, language } = this.#saying;
    const { supersedes: _, aliases: __, ...statement } = proposed;
    const fact: Fact = {
      ...statement,
      id: newId(),
      language,
      timesSaid: 1,
      firstSaidMs: atMs,
      lastSaidMs: atMs,
      proposedBy: this.#options.proposedBy,
      sourceEpisodeIds: [id],
      ...(supersededBy !== undefined && { supersededBy }),
    };
    this.#make({ kind: 'learned', fact });
    return fact;
  }

  #end(fact: Fact, end: { readonly validTo: string; readonly by?: string }): void {
    this.#make({ kind: 'ended', factId: fact.id, ...end, episodeId: this.#saying.id });
  }

  #make(change: FactChange): void {
    const id = factIdOf(change);
    const fact = applyChange(this.#facts.get(id), change);
    if (fact === undefined) return;
    this.#facts.set(id, fact);
    this.who.learn(fact);
    this.changes.push(change);
  }

  #of(proposed: Identified): readonly Fact[] {
    return [...this.#facts.values()].filter(fact => isSameSubject(fact, proposed));
  }

  /**
   * Words that were said to Jarvis come after all that it knows, whatever the clock showed; words that were imported
   * stand where their date puts them.
   */
  #isLaterThan(fact: Fact): boolean {
    return this.#isLive() || this.#saying.atMs >= fact.lastSaidMs;
  }

  #takesPlaceOf({ supersedes }: ProposedFact, { value, language }: Fact): boolean {
    if (supersedes === undefined) return false;
    const isOther = language !== this.#saying.language;
    return (
      isSameValue(value, supersedes) ||
      refines(value, supersedes) ||
      (isOther && this.#options.meansSame?.(value, supersedes) === true)
    );
  }

  #translates({ relation, value, valueId, language }: Fact, proposed: Identified): boolean {
    if (exactRelations.has(relation)) return false;
    if (language === this.#saying.language || valueId !== undefined || proposed.valueId !== undefined)
      return false;
    return this.#options.meansSame?.(value, proposed.value) === true;
  }

  #isLive(): boolean {
    return this.#saying.place.origin !== undefined;
  }

  /** Old words do not move an end that is known. */
  #mayEnd(fact: Fact): boolean {
    return this.#holds(fact) && (fact.validTo === undefined || this.#isLive());
  }

  /** The day from which the new fact holds in place of the old one; a clock that was set back makes it no earlier. */
  #startOf(proposed: Identified, old: Fact): string {
    const { validFrom } = proposed;
    const began = old.validFrom ?? '';
    if (validFrom !== undefined && !isBefore(validFrom, began)) return validFrom;
    const said = this.#day(Math.max(this.#saying.atMs, old.lastSaidMs));
    return isBefore(said, began) ? began : said;
  }

  /** Also what is known to end one day, until then. */
  #holds(fact: Fact): boolean {
    return fact.validTo === undefined || isBefore(this.#today(), fact.validTo);
  }

  /** Of the words; where a clock was set back, no earlier than what was said before them. */
  #today(): string {
    return this.#isLive() ? this.#day(this.#latestMs) : this.#day(this.#saying.atMs);
  }

  #day(atMs: number): string {
    return isoDate(civilOf(atMs, this.#options.zone));
  }
}

/** What resembles is not the same here: "végan" and "vegetarian". */
const exactRelations = new Set(['diet', 'religion', 'takes_medicine']);

/** Local ISO times of any length; a year stands for its beginning. */
const isBefore = (x: string, y: string): boolean => {
  const length = Math.min(x.length, y.length);
  return x.slice(0, length) < y.slice(0, length);
};

const hasEnded = ({ validTo }: ProposedFact, today: string): boolean =>
  validTo !== undefined && !isBefore(today, validTo);

const isSameSubject = (fact: Fact, proposed: Identified): boolean =>
  fact.subjectId !== undefined && proposed.subjectId !== undefined
    ? fact.subjectId === proposed.subjectId
    : nameOf(fact.subject) === nameOf(proposed.subject);

/** Of a relation with one value a more exact or a rougher wording is the same value. */
const saysSame = (fact: Fact, proposed: Identified, isOne: boolean): boolean => {
  if (fact.valueId !== undefined && proposed.valueId !== undefined) return fact.valueId === proposed.valueId;
  if (isSameValue(fact.value, proposed.value)) return true;
  if (kinRelationOf(fact.relation.replaceAll('_', ' ')) !== undefined) {
    return isNameless(fact.value) || isNameless(proposed.value);
  }
  return isOne && (refines(fact.value, proposed.value) || refines(proposed.value, fact.value));
};

const isFiner = (value: string, known: string): boolean =>
  refines(value, known) || (isNameless(known) && !isNameless(value));
