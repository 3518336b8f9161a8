/** Tells the people (animals, things) of the facts apart: who bears a name, and what they are to the user. */
import { fold } from '../../domain/fold.ts';
import { newId } from '../../domain/id.ts';
import type { Fact } from '../../domain/memory.ts';
import { kinRelationOf, valueKey } from './value-words.ts';

export interface Somebody {
  readonly id: string;
  /** Folded. */
  readonly names: Set<string>;
  /** What they are to the user: `sister`, `colleague`. */
  readonly roles: Set<string>;
  lastSaidMs: number;
}

/** Roles that one person has one after the other, or together. */
const kinds: readonly (readonly string[])[] = [
  ['girlfriend', 'boyfriend', 'partner', 'fiance', 'wife', 'husband', 'ex_wife', 'ex_husband', 'ex_partner'],
  ['colleague', 'boss', 'assistant', 'friend', 'best_friend'],
  ['neighbour', 'roommate', 'friend', 'best_friend', 'landlord', 'tenant'],
  ['classmate', 'friend', 'best_friend', 'roommate'],
  ['child', 'son', 'daughter'],
  ['mother', 'stepmother'],
  ['father', 'stepfather'],
];

/** Stages of one bond: a new one ends the one before. */
export const stagesOfCouple: readonly string[] = kinds[0] ?? [];

const mayBeOne = (role: string, other: string): boolean =>
  role === other || kinds.some(kind => kind.includes(role) && kind.includes(other));

const isUser = (name: string): boolean => name === 'user';

/** A name as it is compared: "ma sœur Anna" and "Anna" differ only by what comes before the name. */
export const nameOf = (name: string): string => valueKey(name);

export class Who {
  readonly #people = new Map<string, Somebody>();

  /** `facts`: all that is known of those who may be meant, past ones too. */
  constructor(facts: Iterable<Fact>) {
    for (const fact of facts) this.learn(fact);
  }

  /** Takes over whom a fact names. */
  learn(fact: Fact): void {
    const { subjectId, valueId, subject, value, relation, lastSaidMs } = fact;
    if (subjectId !== undefined) this.#add(subjectId, subject, lastSaidMs);
    if (valueId !== undefined) {
      const somebody = this.#add(valueId, value, lastSaidMs);
      if (isUser(subject)) somebody.roles.add(relation);
    }
    if (subjectId !== undefined && (relation === 'nickname' || relation === 'name')) {
      this.#add(subjectId, value, lastSaidMs);
    }
  }

  /**
   * The id of the bearer of `name`, whom the words give these roles; a new one where nobody known can be meant. Of
   * several the one spoken of last is meant.
   */
  resolve(name: string, roles: ReadonlySet<string>): string {
    const role = kinRelationOf(name);
    const given = role === undefined ? roles : new Set([...roles, role]);
    const [found] = this.#candidates(name, role, given).sort(
      (x, y) => Number(shareRole(y, given)) - Number(shareRole(x, given)) || y.lastSaidMs - x.lastSaidMs,
    );
    const somebody = found ?? this.#add(newId(), name, Number.NEGATIVE_INFINITY);
    somebody.names.add(nameOf(name));
    for (const one of given) somebody.roles.add(one);
    return somebody.id;
  }

  /** All who bear the name, or are this to the user ("ma sœur"). */
  called(name: string): readonly Somebody[] {
    const key = nameOf(name);
    const role = kinRelationOf(name);
    return [...this.#people.values()].filter(
      ({ names, roles }) => names.has(key) || (role !== undefined && roles.has(role)),
    );
  }

  #candidates(name: string, role: string | undefined, given: ReadonlySet<string>): Somebody[] {
    const compatible = this.called(name).filter(({ roles }) => fits(roles, given));
    if (compatible.length > 0 || role !== undefined) return compatible;
    // "My sister" was spoken of before; now she has a name.
    return [...this.#people.values()].filter(somebody => isNameless(somebody) && shareRole(somebody, given));
  }

  #add(id: string, name: string, lastSaidMs: number): Somebody {
    const somebody = this.#people.get(id) ?? { id, names: new Set(), roles: new Set(), lastSaidMs };
    const role = kinRelationOf(name);
    somebody.names.add(nameOf(name));
    if (role !== undefined) somebody.roles.add(role);
    somebody.lastSaidMs = Math.max(somebody.lastSaidMs, lastSaidMs);
    this.#people.set(id, somebody);
    return somebody;
  }
}

const shareRole = ({ roles }: Somebody, given: ReadonlySet<string>): boolean =>
  [...given].some(role => roles.has(role));

/** Where nothing is said of what they are, the name alone decides. */
const fits = (roles: ReadonlySet<string>, given: ReadonlySet<string>): boolean =>
  roles.size === 0 ||
  given.size === 0 ||
  [...given].some(role => [...roles].some(other => mayBeOne(role, other)));

const isNameless = ({ names }: Somebody): boolean =>
  [...names].every(name => kinRelationOf(name) !== undefined || kinRelationOf(fold(name)) !== undefined);
