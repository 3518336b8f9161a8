/** What is held at the end of the simulated days: facts reconciled as a night does it, and how episodes grow with chatter. */
import { applyChange, factIdOf } from '../../../domain/fact-change.ts';
import { fold } from '../../../domain/fold.ts';
import type { Fact, GateVerdict } from '../../../domain/memory.ts';
import { reconcile } from '../../consolidation/reconcile.ts';
import { judge } from '../judge.ts';
import { relationOf } from '../relations.ts';
import type { Half } from './hand-written.ts';
import { type SimulatedTurn, simulate } from './simulate.ts';

const zone = 'Europe/Paris';

export const judgeTurn = ({ text, lang, provenance = 'user', context, nowMs }: SimulatedTurn): GateVerdict =>
  judge({ text, language: lang, provenance, nowMs, zone, ...(context && { context }) });

/** Every proposed fact, taken in as consolidation does; then what is held twice and what did not come from the person. */
export function keptTwice(turns: readonly SimulatedTurn[]) {
  const known = new Map<string, Fact>();
  let fromOthers = 0;
  for (const turn of turns) {
    const { facts, store } = judgeTurn(turn);
    if (store && turn.provenance !== 'user') fromOthers++;
    const saying = {
      id: turn.id,
      atMs: turn.nowMs,
      language: turn.lang,
      place: { conversationId: `day-${turn.day}` },
    };
    for (const change of reconcile([...known.values()], facts, saying, {
      relationOf,
      zone,
      proposedBy: 'rules',
    })) {
      const fact = applyChange(known.get(factIdOf(change)), change);
      if (fact) known.set(fact.id, fact);
    }
  }
  return { facts: known.size, duplicates: twins([...known.values()]), fromOthers };
}

/** Facts that hold now and say the same of the same. */
function twins(facts: readonly Fact[]): number {
  const seen = new Set<string>();
  let count = 0;
  for (const { subject, subjectId, relation, value, validFrom, validTo } of facts) {
    if (validTo !== undefined) continue;
    // Two trips to one town on two days are two plans.
    const day = /^(?:plan|appointment)$/.test(relation) ? validFrom : undefined;
    const key = JSON.stringify([subjectId ?? fold(subject), relation, fold(value), day]);
    if (seen.has(key)) count++;
    seen.add(key);
  }
  return count;
}

/** The same life with four times the chatter, questions and orders. */
export function growthOf(half: Half, seed: number) {
  const once = simulate({ half, seed });
  const fourfold = simulate({ half, seed, chatter: 4 });
  const kept = (turns: readonly SimulatedTurn[]): number =>
    turns.filter(turn => judgeTurn(turn).store).length;
  const [few, many] = [kept(once), kept(fourfold)];
  return { once: few, fourfold: many, turns: fourfold.length / once.length, episodes: many / few };
}
