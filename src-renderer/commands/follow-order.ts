/** Does what somebody said this window shall do, or shows why it cannot be done. */
import type { WindowOrder } from '../../src-main/domain/window-command.ts';
import type { CommandAround } from './command.ts';
import { type Entry, entriesOf, findEntries } from './entries.ts';
import { commandOf } from './registry.ts';
import { runCommand } from './run-command.ts';

type Named = Extract<WindowOrder, { readonly kind: string }>;

/** How ids of what is there only because of its name begin. */
const prefixes: Readonly<Record<Named['kind'], string>> = {
  command: '',
  conversation: 'open ',
  model: 'model ',
  setting: 'setting ',
  profile: 'profile ',
};

export async function followOrder(order: WindowOrder, around: CommandAround): Promise<void> {
  if ('command' in order) followCommand(order, around);
  else if (!runNamed(order, around)) await lookElsewhere(order, around);
}

function followCommand(
  { command: id, on }: Extract<WindowOrder, { readonly command: string }>,
  around: CommandAround,
): void {
  const command = commandOf(id);
  if (command === undefined) throw new Error(`no action is called ${id}`);
  // Switched on or off as it was said, not the other way from what it is.
  if (on !== undefined && command.isOn?.(around.state()) === on) return;
  const reason = runCommand(command, around);
  if (reason !== undefined) around.actions.toast({ kind: 'not-now', action: command.title, reason });
}

const isOf = (kind: Named['kind'], { id, isCommand }: Entry): boolean =>
  kind === 'command' ? isCommand : id.startsWith(prefixes[kind]);

function runNamed({ kind, words }: Named, around: CommandAround): boolean {
  const entries = entriesOf(around.state()).filter(one => isOf(kind, one));
  const [best] = findEntries(entries, words, []);
  if (best === undefined) return false;
  if (best.whyNot === undefined) best.run(around);
  else {
    const command = commandOf(best.id);
    const reason = command?.whyNot?.(around.state());
    if (command !== undefined && reason !== undefined)
      around.actions.toast({ kind: 'not-now', action: command.title, reason });
  }
  return true;
}

/** A conversation may be known by what was said in it. */
async function lookElsewhere({ kind, words }: Named, { actions }: CommandAround): Promise<void> {
  const [hit] = kind === 'conversation' ? (await actions.lookUp(words)).hits : [];
  if (hit === undefined) {
    actions.toast({ kind: 'not-called-so', words });
    return;
  }
  actions.goTo('conversation');
  await actions.jumpTo(hit);
}
