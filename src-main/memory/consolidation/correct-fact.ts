/** Corrects a fact by hand; who was called by a wrong name goes by the right one everywhere. */
import { JarvisError } from '../../domain/errors.ts';
import type { FactChange } from '../../domain/fact-change.ts';
import type { Fact } from '../../domain/memory.ts';
import type { SemanticMemoryStore } from '../../ports/semantic-memory-store.ts';
import { nameOf } from './who.ts';

const mostFacts = 2000;

/** The old value stays in the history; what was corrected is sure. Throws `input.not-found`. */
export async function correctFact(
  store: Pick<SemanticMemoryStore, 'byId' | 'facts' | 'change'>,
  factId: string,
  value: string,
  atMs: number,
): Promise<Fact> {
  const before = await store.byId(factId);
  if (before === undefined) throw new JarvisError('input.not-found', { what: factId });
  const after: Fact = { ...before, value, proposedBy: 'user', confidence: 1 };
  const named = await othersNamed(before, store);
  const renamed = named.map(fact => editOf(fact, withName(fact, before, value)));
  await store.change([editOf(before, after), ...renamed], atMs);
  return (await store.byId(factId)) ?? after;
}

const editOf = (before: Fact, after: Fact): FactChange => ({
  kind: 'edited',
  factId: before.id,
  before,
  after,
});

/** All other facts that call the same person or animal by the name that was wrong. */
async function othersNamed(
  { id, value, valueId }: Fact,
  store: Pick<SemanticMemoryStore, 'facts'>,
): Promise<readonly Fact[]> {
  if (valueId === undefined) return [];
  const own = await store.facts({ subjectId: valueId, past: true, limit: mostFacts });
  const naming = await store.facts({ namesSomebody: true, past: true, limit: mostFacts });
  const others = [...own, ...naming.filter(fact => fact.valueId === valueId && fact.id !== id)];
  const isCalledSo = (fact: Fact) =>
    nameOf(fact.subjectId === valueId ? fact.subject : fact.value) === nameOf(value);
  return others.filter(isCalledSo);
}

const withName = (fact: Fact, wrong: Fact, name: string): Fact =>
  fact.subjectId === wrong.valueId ? { ...fact, subject: name } : { ...fact, value: name };
