/** From room to room. */
import { type Command, walk } from './command.ts';

export const roomCommands: readonly Command[] = [
  walk(
    'room.conversation',
    {
      group: 'rooms',
      title: 'commands.goConversation',
      also: 'commandsAlso.goConversation',
      keys: ['Ctrl+1'],
    },
    'conversation',
  ),
  walk(
    'room.memory',
    { group: 'rooms', title: 'commands.goMemory', also: 'commandsAlso.goMemory', keys: ['Ctrl+2'] },
    'memory',
  ),
  walk(
    'room.now',
    { group: 'rooms', title: 'commands.goNow', also: 'commandsAlso.goNow', keys: ['Ctrl+3'] },
    'now',
  ),
  walk(
    'room.system',
    { group: 'rooms', title: 'commands.goSystem', also: 'commandsAlso.goSystem', keys: ['Ctrl+4'] },
    'system',
  ),
  walk(
    'room.settings',
    { group: 'rooms', title: 'commands.goSettings', also: 'commandsAlso.goSettings', keys: ['Ctrl+5'] },
    'settings',
  ),
  walk(
    'room.welcome',
    { group: 'rooms', title: 'commands.goWelcome', also: 'commandsAlso.goWelcome' },
    'welcome',
  ),
  {
    id: 'room.back',
    group: 'rooms',
    title: 'commands.goBack',
    also: 'commandsAlso.goBack',
    run: ({ page }) => page.back(),
  },
];
