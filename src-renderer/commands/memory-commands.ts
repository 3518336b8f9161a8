/** What Jarvis remembers, and private mode. */
import { type Command, walk } from './command.ts';

export const memoryCommands: readonly Command[] = [
  {
    id: 'memory.private',
    group: 'memory',
    title: 'privateMode',
    also: 'commandsAlso.private',
    keys: ['Ctrl+Shift+P'],
    isOn: ({ memory }) => memory.isPrivate,
    run: ({ actions, state }) => actions.setPrivate(!state().memory.isPrivate),
  },
  walk('memory.search', { group: 'memory', title: 'memorySearchLabel' }, 'memory', 'search'),
  walk(
    'memory.facts',
    { group: 'memory', title: 'commands.facts', also: 'commandsAlso.facts' },
    'memory',
    'facts',
  ),
  walk(
    'memory.nights',
    { group: 'memory', title: 'commands.nights', also: 'commandsAlso.nights' },
    'memory',
    'nights',
  ),
  walk(
    'memory.documents',
    { group: 'memory', title: 'knowledgeMenu', also: 'commandsAlso.documents' },
    'memory',
    'documents',
  ),
  walk('memory.keeping', { group: 'memory', title: 'commands.keeping' }, 'memory', 'keeping'),
  walk(
    'memory.forget',
    { group: 'memory', title: 'commands.forget', also: 'commandsAlso.forget' },
    'memory',
    'search',
  ),
  {
    id: 'memory.consolidate',
    group: 'memory',
    title: 'memoryConsolidate',
    also: 'commandsAlso.nights',
    whyNot: ({ memory }) => (memory.isPrivate ? 'commandsWhyNot.private' : undefined),
    run: ({ actions }) => {
      actions.goTo('memory', 'nights');
      return actions.consolidate();
    },
  },
  {
    id: 'memory.recall',
    group: 'memory',
    title: 'memoryRecall',
    isOn: ({ preferences }) => preferences.memory.recall,
    run: ({ actions, state }) => actions.changeSetting('recall', !state().preferences.memory.recall),
  },
  {
    id: 'memory.affect',
    group: 'memory',
    title: 'memoryAffect',
    isOn: ({ preferences }) => preferences.memory.affect,
    run: ({ actions, state }) => actions.changeSetting('affect', !state().preferences.memory.affect),
  },
  {
    id: 'memory.exportLines',
    group: 'memory',
    title: 'commands.memoryExportLines',
    run: ({ actions }) => actions.exportMemory('jsonl'),
  },
  {
    id: 'memory.exportMarkdown',
    group: 'memory',
    title: 'commands.memoryExportMarkdown',
    run: ({ actions }) => actions.exportMemory('markdown'),
  },
  walk('memory.import', { group: 'memory', title: 'commands.memoryImport' }, 'memory', 'keeping'),
];
