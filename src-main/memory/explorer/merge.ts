/** Two facts, or two names, that are the same: one goes on with both histories, in changes that can be undone. */
import { JarvisError } from '../../domain/errors.ts';
import type { FactChange } from '../../domain/fact-change.ts';
import { fold } from '../../domain/fold.ts';
import { newId } from '../../domain/id.ts';
import { civilOf, isoDate } from '../../domain/local-time.ts';
import type { Fact } from '../../domain/memory.ts';
import type { Night } from '../../ports/semantic-memory-store.ts';
import type { BrainPorts } from '../brain-ports.ts';
import { nameOf } from '../consolidation/who.ts';
import { relationOf } from '../write-gate/relations.ts';
import type { MergeOrder } from './explorer.ts';

const mostFacts = 2000;

export async function merge(order: MergeOrder, ports: BrainPorts): Promise<Night> {
  const { semantic, clock, zone } = ports;
  const atMs = clock.nowMs();
  const revision = semantic.revision();
  const today = isoDate(civilOf(atMs, zone()));
  const changes =
    order.kind === 'facts'
      ? mergedFacts(await factOf(order.keep, ports), await factOf(order.gone, ports), today)
      : await mergedNames(order, today, ports);
  if (changes.length === 0) throw new JarvisError('memory.same');
  const id = newId();
  await semantic.commitNight({ ...{ id, atMs, revision, changes }, episodeIds: [], summaries: [] });
  const night = await semantic.night(id);
  if (night === undefined) throw new JarvisError('input.not-found', { what: id });
  return night;
}

async function factOf(id: string, { semantic }: BrainPorts): Promise<Fact> {
  const fact = await semantic.byId(id);
  if (fact === undefined) throw new JarvisError('input.not-found', { what: id });
  return fact;
}

/** What was said of the one was said of the other; the one that goes stays in the past, and says what took its place. */
function mergedFacts(keep: Fact, gone: Fact, today: string): readonly FactChange[] {
  if (keep.id === gone.id) return [];
  const strengthened = gone.sourceEpisodeIds
    .filter(id => !keep.sourceEpisodeIds.includes(id))
    .map(
      (episodeId): FactChange => ({
        ...{ kind: 'strengthened', factId: keep.id, episodeId, saidAtMs: gone.lastSaidMs },
        ...(gone.validFrom !== undefined && { validFrom: gone.validFrom }),
      }),
    );
  return [...strengthened, { kind: 'ended', factId: gone.id, validTo: today, by: keep.id }];
}

async function mergedNames(
  { keep, gone }: MergeOrder,
  today: string,
  { semantic }: BrainPorts,
): Promise<readonly FactChange[]> {
  if (nameOf(keep) === nameOf(gone)) return [];
  const own = await semantic.facts({ subject: keep, past: true, limit: mostFacts });
  const others = await semantic.facts({ subject: gone, past: true, limit: mostFacts });
  const naming = (await semantic.facts({ about: gone, past: true, limit: mostFacts })).filter(
    fact => namesSomebody(fact) && nameOf(fact.value) === nameOf(gone),
  );
  const known = (await semantic.facts({ about: keep, past: true, limit: mostFacts })).filter(
    fact => namesSomebody(fact) && nameOf(fact.value) === nameOf(keep),
  );
  const id = idOf([...own, ...known], keep) ?? idOf([...others, ...naming], gone);
  const renamed = [
    ...others.map(fact => ({ fact, after: { ...fact, subject: keep, ...(id && { subjectId: id }) } })),
    ...naming.map(fact => ({ fact, after: { ...fact, value: keep, ...(id && { valueId: id }) } })),
  ];
  const there = [...own, ...known];
  return renamed.flatMap(({ fact, after }) => {
    const same = there.find(one => isSame(one, after));
    return same === undefined
      ? [{ kind: 'edited' as const, factId: fact.id, before: fact, after }]
      : mergedFacts(same, fact, today);
  });
}

const namesSomebody = ({ valueId, relation }: Fact): boolean =>
  valueId !== undefined || relationOf(relation).isPerson === true;

/** The one by whom this name is borne. */
const idOf = (facts: readonly Fact[], name: string): string | undefined =>
  facts.map(fact => (nameOf(fact.subject) === nameOf(name) ? fact.subjectId : fact.valueId)).find(Boolean);

const isSame = (one: Fact, other: Fact): boolean =>
  one.relation === other.relation &&
  fold(one.subject) === fold(other.subject) &&
  fold(one.value) === fold(other.value) &&
  (one.validTo === undefined) === (other.validTo === undefined);
