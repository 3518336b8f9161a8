/** What is known already of everybody whom proposed facts name, with what this consolidation has changed since. */
import { applyChange, type FactChange, factIdOf } from '../../domain/fact-change.ts';
import type { Fact, ProposedFact } from '../../domain/memory.ts';
import type { FactQuery, SemanticMemoryStore } from '../../ports/semantic-memory-store.ts';
import type { Relation } from '../write-gate/relations.ts';
import { nameOf, stagesOfCouple, Who } from './who.ts';

/** More than one person says of one subject, and read within a step; what is beyond was said longest ago. */
const mostOfOneKind = 500;

export class KnownFacts {
  readonly #store: Pick<SemanticMemoryStore, 'facts'>;
  readonly #relationOf: (name: string) => Relation;
  readonly #breathe: () => Promise<void>;
  readonly #facts = new Map<string, Fact>();
  readonly #asked = new Set<string>();

  /** `breathe`: lets everything else have its turn. */
  constructor(
    store: Pick<SemanticMemoryStore, 'facts'>,
    relationOf: (name: string) => Relation,
    breathe: () => Promise<void>,
  ) {
    this.#store = store;
    this.#relationOf = relationOf;
    this.#breathe = breathe;
  }

  /** Enough for `reconcile`: everybody who has a name, all of each named subject, and of the user what may conflict. */
  async about(proposed: readonly ProposedFact[]): Promise<readonly Fact[]> {
    await this.#ask({ namesSomebody: true });
    const relations = new Set<string>();
    for (const fact of proposed.filter(({ subject }) => subject === 'user')) {
      for (const relation of this.#conflicting(fact.relation)) {
        relations.add(relation);
        await this.#ask({ subject: 'user', relation });
      }
    }
    const names = new Set(proposed.map(({ subject }) => subject).filter(name => name !== 'user'));
    const ids = new Set<string>();
    for (const name of names) for (const id of await this.#bearers(name)) ids.add(id);
    const keys = new Set([...names].map(nameOf));
    return [...this.#facts.values()].filter(
      ({ subject, subjectId, relation, valueId }) =>
        valueId !== undefined ||
        (subject === 'user' && relations.has(relation)) ||
        (subjectId !== undefined && ids.has(subjectId)) ||
        keys.has(nameOf(subject)),
    );
  }

  take(changes: readonly FactChange[]): void {
    for (const change of changes) {
      const fact = applyChange(this.#facts.get(factIdOf(change)), change);
      if (fact) this.#facts.set(fact.id, fact);
    }
  }

  get(id: string): Fact | undefined {
    return this.#facts.get(id);
  }

  #conflicting(relation: string): readonly string[] {
    const { excludes } = this.#relationOf(relation);
    const stages = stagesOfCouple.includes(relation) ? stagesOfCouple : [];
    return [relation, ...(excludes === undefined ? [] : [excludes]), ...stages];
  }

  async #bearers(name: string): Promise<readonly string[]> {
    await this.#ask({ subject: name });
    await this.#ask({ about: name, relation: 'nickname' });
    const ids = new Who(this.#facts.values()).called(name).map(({ id }) => id);
    for (const subjectId of ids) await this.#ask({ subjectId });
    return ids;
  }

  async #ask(query: Omit<FactQuery, 'limit' | 'past'>): Promise<void> {
    const key = JSON.stringify(query);
    if (this.#asked.has(key)) return;
    this.#asked.add(key);
    await this.#breathe();
    const found = await this.#store.facts({ ...query, past: true, limit: mostOfOneKind });
    // What was changed since is newer than what the store knows.
    for (const fact of found) if (!this.#facts.has(fact.id)) this.#facts.set(fact.id, fact);
  }
}
