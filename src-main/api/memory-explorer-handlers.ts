/** What a client may ask in order to look through the memory by hand. */
import type { Language } from '../domain/language.ts';
import type { MemoryGraph } from '../memory/explorer/explorer.ts';
import { relationOf } from '../memory/write-gate/relations.ts';
import { kinRelations } from '../memory/write-gate/relations-of-people.ts';
import type { Handlers } from './handlers-type.ts';
import type { Services } from './services.ts';

type Names = `memory.${'overview' | 'days' | 'browse' | 'graph' | 'merge'}`;

export function memoryExplorerHandlers(services: Services): Pick<Handlers, Names> {
  const explorer = () => services.current().brain.explorer;
  return {
    'memory.overview': () => explorer().overview(),
    'memory.days': ({ name }) => explorer().days(name),
    'memory.browse': query => explorer().browse(query),
    'memory.graph': async ({ about }) =>
      toldGraph(await explorer().graph(about), services.current().profile.language),
    'memory.merge': async order => {
      const { id: nightId, changes } = await explorer().merge(order);
      return { nightId, changes: changes.length };
    },
  };
}

const toldGraph = ({ edges, ...graph }: MemoryGraph, language: Language) => ({
  ...graph,
  edges: edges.map(({ relation, ...edge }) => ({ ...edge, text: nounOf(relation, language) })),
});

/** Between two people a noun says it: "sœur", not "a pour sœur". */
const nounOf = (relation: string, language: Language): string =>
  (kinRelations.find(({ name }) => name === relation)?.noun ?? relationOf(relation).display)[language];
