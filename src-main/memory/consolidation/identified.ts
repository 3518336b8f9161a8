/** Says whom proposed facts are about: gives every subject, and every value that is somebody, an id. */
import type { Fact, ProposedFact } from '../../domain/memory.ts';
import type { Relation } from '../write-gate/relations.ts';
import { kinRelationOf } from './value-words.ts';
import { nameOf, type Who } from './who.ts';

export type Identified = ProposedFact & Pick<Fact, 'subjectId' | 'valueId'>;

/** "My niece's name is Margot" says the same as "my niece Margot". */
export function asKin(fact: ProposedFact): ProposedFact {
  const relation = fact.relation === 'name' ? kinRelationOf(fact.subject) : undefined;
  return relation === undefined
    ? fact
    : { ...fact, subject: 'user', relation, aliases: [...(fact.aliases ?? []), fact.subject] };
}

/** Gives every subject, and every value that is somebody, an id. Kin come first: they tell who the others are. */
export function identified(
  proposed: readonly ProposedFact[],
  who: Who,
  relationOf: (name: string) => Relation,
): readonly Identified[] {
  const namesSomebody = ({ relation, value }: ProposedFact): boolean =>
    relationOf(relation).isPerson === true && !isNameless(value);
  const roles = rolesIn(proposed, namesSomebody);
  const idOf = (name: string): string => who.resolve(name, roles.get(nameOf(name)) ?? new Set());
  const kinFirst = [...proposed].sort((x, y) => Number(namesSomebody(y)) - Number(namesSomebody(x)));
  return kinFirst.map(fact => ({
    ...fact,
    ...(namesSomebody(fact) && { valueId: idOf(fact.value) }),
    ...(fact.subject !== 'user' && { subjectId: idOf(fact.subject) }),
  }));
}

/** "A sister", "2": somebody without a name. */
export const isNameless = (value: string): boolean =>
  kinRelationOf(value) !== undefined || /^(?:\d+|un|une|one|an?)$/i.test(value.trim());

/** What the words themselves say of each name: the user's `sister` is Anna, or "ma sœur" was said beside it. */
function rolesIn(
  proposed: readonly ProposedFact[],
  namesSomebody: (fact: ProposedFact) => boolean,
): ReadonlyMap<string, ReadonlySet<string>> {
  const roles = new Map<string, Set<string>>();
  const add = (name: string, role: string | undefined) => {
    if (role === undefined) return;
    const key = nameOf(name);
    roles.set(key, (roles.get(key) ?? new Set()).add(role));
  };
  for (const fact of proposed) {
    if (fact.subject === 'user' && namesSomebody(fact)) add(fact.value, fact.relation);
    const named = fact.subject === 'user' ? fact.value : fact.subject;
    for (const alias of fact.aliases ?? []) add(named, kinRelationOf(alias));
  }
  return roles;
}
