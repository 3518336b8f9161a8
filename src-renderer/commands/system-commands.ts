/** How the program is, and its models. */
import { type Command, walk } from './command.ts';

export const systemCommands: readonly Command[] = [
  {
    id: 'system.doctor',
    group: 'system',
    title: 'doctor',
    also: 'commandsAlso.doctor',
    whyNot: ({ doctor }) => (doctor.state === 'running' ? 'commandsWhyNot.checking' : undefined),
    run: ({ actions }) => {
      actions.goTo('system');
      return actions.runDoctor();
    },
  },
  walk(
    'system.models',
    { group: 'system', title: 'modelsMenu', also: 'commandsAlso.models' },
    'system',
    'models',
  ),
  walk(
    'system.measures',
    { group: 'system', title: 'system.showMeasures', also: 'system.alsoMeasures' },
    'system',
    'measures',
  ),
  walk(
    'system.ledger',
    { group: 'system', title: 'system.showLedger', also: 'system.alsoLedger' },
    'system',
    'ledger',
  ),
  walk(
    'system.logs',
    { group: 'system', title: 'system.showLogs', also: 'system.alsoLogs' },
    'system',
    'logs',
  ),
  {
    id: 'system.getReady',
    group: 'system',
    title: 'commands.getReady',
    also: 'commandsAlso.getReady',
    run: ({ actions }) => {
      actions.goTo('system', 'models');
      return actions.getReady();
    },
  },
  {
    id: 'system.verify',
    group: 'system',
    title: 'commands.verify',
    whyNot: ({ catalogue }) => (catalogue.isReading ? 'commandsWhyNot.checking' : undefined),
    run: ({ actions }) => {
      actions.goTo('system', 'models');
      return actions.verifyModels();
    },
  },
  {
    id: 'system.refreshModels',
    group: 'system',
    title: 'commands.refreshModels',
    run: ({ actions }) => actions.refreshModels(),
  },
  {
    id: 'system.addServer',
    group: 'system',
    title: 'addServer',
    run: ({ actions }) => actions.showDialog('add-server'),
  },
  {
    id: 'system.addModelFile',
    group: 'system',
    title: 'addModelFile',
    run: ({ page }) => page.openFile('model'),
  },
];
