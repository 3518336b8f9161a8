/** Turn by turn with the keyboard: what can be done with the turn that has the focus, the side panel, and pins. */
import type { Message } from '../store/contract-types.ts';
import type { WindowState } from '../store/state.ts';
import type { Command, CommandAround } from './command.ts';
import { lastMessage } from './conversation-commands.ts';

const turnOf = ({ turnAt, open }: WindowState): Message | undefined =>
  turnAt === undefined ? undefined : open.messages.get(turnAt);

const noTurn = (state: WindowState) => (turnOf(state) === undefined ? 'commandsWhyNot.noTurn' : undefined);
const notA = (role: Message['role']) => (state: WindowState) => {
  const turn = turnOf(state);
  if (turn === undefined) return 'commandsWhyNot.noTurn' as const;
  if (turn.role === role) return undefined;
  return role === 'user' ? ('commandsWhyNot.notAQuestion' as const) : ('commandsWhyNot.notAnAnswer' as const);
};
const noTurns = ({ open }: WindowState) => (open.order.length === 0 ? 'commandsWhyNot.fresh' : undefined);

const withTurn =
  (action: (turn: Message, around: CommandAround) => unknown): Command['run'] =>
  around => {
    const turn = turnOf(around.state());
    return turn && action(turn, around);
  };

function walk({ actions }: CommandAround, step: 1 | -1): void {
  actions.goTo('conversation');
  actions.walkTurns(step);
}

/** The same key reads, and ends the reading. */
function readOrStop(answer: Message, { actions, state, talk }: CommandAround): unknown {
  return state().reading?.messageId === answer.id ? talk?.hush() : actions.readAloud(answer.id);
}

async function copyTurn({ text }: Message, { actions, page }: CommandAround): Promise<void> {
  if (!(await page.copy(text))) actions.toast({ kind: 'copy-failed' });
}

const ofTurn: readonly Command[] = [
  {
    id: 'turn.copy',
    group: 'conversation',
    title: 'commands.turnCopy',
    keys: ['C'],
    whyNot: noTurn,
    run: withTurn(copyTurn),
  },
  {
    id: 'turn.edit',
    group: 'conversation',
    title: 'commands.turnEdit',
    keys: ['E'],
    whyNot: notA('user'),
    run: withTurn(({ id }, { actions }) => actions.edit(id)),
  },
  {
    id: 'turn.again',
    group: 'conversation',
    title: 'commands.turnAgain',
    keys: ['R'],
    whyNot: state => (state.running.has(state.open.id) ? 'commandsWhyNot.running' : noTurn(state)),
    run: withTurn(({ id, role, parentId }, { actions }) => {
      const question = role === 'user' ? id : parentId;
      return question === null ? undefined : actions.regenerate(question);
    }),
  },
  {
    id: 'turn.read',
    group: 'conversation',
    title: 'commands.turnRead',
    keys: ['L'],
    whyNot: notA('assistant'),
    run: withTurn(readOrStop),
  },
  {
    id: 'turn.know',
    group: 'conversation',
    title: 'commands.turnKnow',
    keys: ['D'],
    whyNot: notA('assistant'),
    run: withTurn(({ id }, { actions }) => actions.showTurn(id)),
  },
  {
    id: 'turn.fork',
    group: 'conversation',
    title: 'commands.turnFork',
    keys: ['F'],
    whyNot: noTurn,
    run: withTurn(({ id }, { actions }) => actions.fork(id)),
  },
];

export const turnCommands: readonly Command[] = [
  {
    id: 'turn.up',
    group: 'conversation',
    title: 'commands.turnUp',
    keys: ['Alt+ArrowUp'],
    whyNot: noTurns,
    run: around => walk(around, -1),
  },
  {
    id: 'turn.down',
    group: 'conversation',
    title: 'commands.turnDown',
    keys: ['Alt+ArrowDown'],
    whyNot: noTurns,
    run: around => walk(around, 1),
  },
  ...ofTurn,
  {
    id: 'answer.read',
    group: 'conversation',
    title: 'commands.readAnswer',
    whyNot: state => (lastMessage(state, 'assistant') === undefined ? 'commandsWhyNot.noAnswer' : undefined),
    run: around => {
      const answer = lastMessage(around.state(), 'assistant', around.saidIn);
      return answer && readOrStop(answer, around);
    },
  },
  {
    id: 'conversation.pin',
    group: 'conversation',
    title: 'commands.pin',
    whyNot: ({ open }) => (open.state === 'fresh' ? 'commandsWhyNot.fresh' : undefined),
    isOn: ({ conversations, open }) =>
      conversations.find(({ id }) => id === open.id)?.pinnedAtMs !== undefined,
    run: ({ actions, state }) => {
      const { conversations, open } = state();
      const isPinned = conversations.find(({ id }) => id === open.id)?.pinnedAtMs !== undefined;
      return actions.pin(open.id, !isPinned);
    },
  },
  {
    id: 'window.panel',
    group: 'window',
    title: 'commands.showPanel',
    keys: ['Ctrl+.'],
    isOn: ({ panelOpen }) => panelOpen,
    run: ({ actions, state }) => {
      if (state().place.room !== 'conversation') actions.goTo('conversation');
      actions.togglePanel();
    },
  },
];
