/** Facts as the windows get them: with their relation in words of the profile's language. */
import type { FactChange } from '../domain/fact-change.ts';
import { factIdOf } from '../domain/fact-change.ts';
import type { Language } from '../domain/language.ts';
import type { Fact } from '../domain/memory.ts';
import type { Explanation } from '../memory/brain.ts';
import { relationOf } from '../memory/write-gate/relations.ts';
import type { NightChange } from '../ports/semantic-memory-store.ts';

export interface ToldFact extends Fact {
  readonly relationText: string;
}

export function telling(language: Language) {
  const fact = (one: Fact): ToldFact => ({
    ...one,
    relationText: relationOf(one.relation).display[language],
  });
  const happened = (change: FactChange) => {
    if (change.kind === 'learned') return { ...change, fact: fact(change.fact) };
    if (change.kind === 'edited')
      return { ...change, before: fact(change.before), after: fact(change.after) };
    return change;
  };
  return {
    fact,
    /** `known`: the facts there are, by id. */
    change: ({ id, change, state }: NightChange, known: ReadonlyMap<string, Fact>) => {
      const about = known.get(factIdOf(change));
      return { id, change: happened(change), state, ...(about && { fact: fact(about) }) };
    },
    explanation: ({ fact: about, history, ...rest }: Explanation) => ({
      ...rest,
      history: history.map(one => ({ ...one, change: happened(one.change) })),
      ...(about && { fact: fact(about) }),
    }),
  };
}
