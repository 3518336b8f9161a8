/** What can be done with conversations, questions and answers. */
import type { Message } from '../store/contract-types.ts';
import type { WindowState } from '../store/state.ts';
import type { Command, CommandAround } from './command.ts';

/** `saidIn`: a turn that does not count, for in it one only said what to do. */
export function lastMessage(
  { open }: WindowState,
  role: Message['role'],
  saidIn?: string,
): Message | undefined {
  const id = open.order.findLast(one => {
    const message = open.messages.get(one);
    return message?.role === role && message.turnId !== saidIn;
  });
  return id === undefined ? undefined : open.messages.get(id);
}

const noAnswer = (state: WindowState) =>
  lastMessage(state, 'assistant') === undefined ? 'commandsWhyNot.noAnswer' : undefined;
const noQuestion = (state: WindowState) =>
  lastMessage(state, 'user') === undefined ? 'commandsWhyNot.noQuestion' : undefined;
const isRunning = ({ running, open }: WindowState): boolean => running.has(open.id);
const isFresh = ({ open }: WindowState) => (open.state === 'fresh' ? 'commandsWhyNot.fresh' : undefined);
const noConversations = ({ conversations }: WindowState) =>
  conversations.length === 0 ? 'commandsWhyNot.noConversations' : undefined;

function startNew({ actions, page }: CommandAround): void {
  actions.goTo('conversation');
  actions.newConversation();
  page.focus('composer');
}

/** Another version of the last answer, if there are several. */
async function walkVersions({ state, actions, saidIn }: CommandAround, step: 1 | -1): Promise<void> {
  const answer = lastMessage(state(), 'assistant', saidIn);
  if (answer === undefined) return;
  const { siblingIds, id } = answer;
  const next = siblingIds[siblingIds.indexOf(id) + step];
  if (next !== undefined) await actions.selectBranch(next);
}
const noVersion = (state: WindowState, step: 1 | -1) => {
  const answer = lastMessage(state, 'assistant');
  const next = answer?.siblingIds[answer.siblingIds.indexOf(answer.id) + step];
  return next === undefined ? ('commandsWhyNot.noVersion' as const) : undefined;
};

/** The conversation above or below the open one, as the rail lists them. */
async function walkConversations({ state, actions }: CommandAround, step: 1 | -1): Promise<void> {
  const { conversations, open } = state();
  const at = conversations.findIndex(one => one.id === open.id);
  const next = conversations[at < 0 ? 0 : at + step];
  actions.goTo('conversation');
  if (next !== undefined) await actions.openConversation(next.id);
}

const exportOpen =
  (format: 'json' | 'markdown') =>
  ({ actions, state }: CommandAround) =>
    actions.exportConversations([state().open.id], format);

export const conversationCommands: readonly Command[] = [
  {
    id: 'conversation.new',
    group: 'conversation',
    title: 'newConversation',
    also: 'commandsAlso.newConversation',
    // Browsers keep Ctrl N for themselves; Alt N is its way in a tab.
    keys: ['Ctrl+N', 'Alt+N'],
    run: startNew,
  },
  {
    id: 'conversation.search',
    group: 'conversation',
    title: 'searchLabel',
    also: 'commandsAlso.search',
    keys: ['Ctrl+F'],
    run: ({ actions, page }) => {
      actions.goTo('conversation');
      page.focus('search');
    },
  },
  {
    id: 'conversation.next',
    group: 'conversation',
    title: 'commands.nextConversation',
    keys: ['Alt+PageDown'],
    whyNot: noConversations,
    run: around => walkConversations(around, 1),
  },
  {
    id: 'conversation.previous',
    group: 'conversation',
    title: 'commands.previousConversation',
    keys: ['Alt+PageUp'],
    whyNot: noConversations,
    run: around => walkConversations(around, -1),
  },
  {
    id: 'conversation.write',
    group: 'conversation',
    title: 'commands.write',
    run: ({ actions, page }) => {
      actions.goTo('conversation');
      page.focus('composer');
    },
  },
  {
    id: 'conversation.earlier',
    group: 'conversation',
    title: 'loadEarlier',
    whyNot: ({ open }) => (open.hasEarlier ? undefined : 'commandsWhyNot.allShown'),
    run: ({ actions }) => actions.loadEarlier(),
  },
  {
    id: 'conversation.delete',
    group: 'conversation',
    title: 'commands.deleteConversation',
    whyNot: isFresh,
    run: ({ actions, state }) => actions.deleteConversation(state().open.id),
  },
  {
    id: 'conversation.exportMarkdown',
    group: 'conversation',
    title: 'commands.exportMarkdown',
    whyNot: isFresh,
    run: exportOpen('markdown'),
  },
  {
    id: 'conversation.exportJson',
    group: 'conversation',
    title: 'commands.exportJson',
    whyNot: isFresh,
    run: exportOpen('json'),
  },
  {
    id: 'conversation.exportAllMarkdown',
    group: 'conversation',
    title: 'exportAllMarkdown',
    whyNot: noConversations,
    run: ({ actions }) => actions.exportConversations('all', 'markdown'),
  },
  {
    id: 'conversation.exportAllJson',
    group: 'conversation',
    title: 'exportAllJson',
    whyNot: noConversations,
    run: ({ actions }) => actions.exportConversations('all', 'json'),
  },
  {
    id: 'conversation.import',
    group: 'conversation',
    title: 'importFile',
    run: ({ page }) => page.openFile('import'),
  },
  {
    id: 'answer.stop',
    group: 'conversation',
    title: 'commands.stopAnswer',
    whyNot: state => (isRunning(state) ? undefined : 'commandsWhyNot.notRunning'),
    run: ({ actions, talk }) => {
      talk?.hush();
      actions.stop();
    },
  },
  {
    id: 'answer.regenerate',
    group: 'conversation',
    title: 'regenerate',
    also: 'commandsAlso.regenerate',
    whyNot: state => (isRunning(state) ? 'commandsWhyNot.running' : noQuestion(state)),
    run: ({ actions, state, saidIn }) => {
      const question = lastMessage(state(), 'user', saidIn);
      return question && actions.regenerate(question.id);
    },
  },
  {
    id: 'answer.continue',
    group: 'conversation',
    title: 'commands.continueAnswer',
    whyNot: state => {
      const answer = lastMessage(state, 'assistant');
      const isCut = answer !== undefined && !['complete', 'streaming'].includes(answer.status);
      return isCut ? undefined : 'commandsWhyNot.notCut';
    },
    run: ({ actions, state, saidIn }) => {
      const answer = lastMessage(state(), 'assistant', saidIn);
      return answer && actions.continueAnswer(answer.id);
    },
  },
  {
    id: 'answer.copy',
    group: 'conversation',
    title: 'commands.copyAnswer',
    whyNot: noAnswer,
    run: async ({ actions, page, state, saidIn }) => {
      if (!(await page.copy(lastMessage(state(), 'assistant', saidIn)?.text ?? '')))
        actions.toast({ kind: 'copy-failed' });
    },
  },
  {
    id: 'answer.previousVersion',
    group: 'conversation',
    title: 'previousVersion',
    whyNot: state => noVersion(state, -1),
    run: around => walkVersions(around, -1),
  },
  {
    id: 'answer.nextVersion',
    group: 'conversation',
    title: 'nextVersion',
    whyNot: state => noVersion(state, 1),
    run: around => walkVersions(around, 1),
  },
  {
    id: 'question.edit',
    group: 'conversation',
    title: 'commands.editQuestion',
    whyNot: noQuestion,
    run: ({ actions, state, saidIn }) => {
      const question = lastMessage(state(), 'user', saidIn);
      actions.goTo('conversation');
      if (question !== undefined) actions.edit(question.id);
    },
  },
];
