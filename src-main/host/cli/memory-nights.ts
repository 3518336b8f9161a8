/** `jarvis memory nights`, `accept` and `undo`: what each consolidation changed, one by one. */
import type { CommandInput, CommandOutput } from '../../../src-preload/contract.ts';
import { fillIn } from './catalogue-words.ts';
import { type CommandContext, onlyArgument, onlyOptions, parseOptions, say } from './command.ts';
import { changeText, timeText, memoryWords as words } from './memory-words.ts';

const shownNights = 20;

type Night = CommandOutput<'memory.nights'>['nights'][number];

export async function nights(args: readonly string[], context: CommandContext): Promise<number> {
  const { terminal } = context;
  const values = onlyOptions(args, { json: { type: 'boolean' } });
  const found = await (await context.access.open()).call('memory.nights', { limit: shownNights });
  if (values.json) {
    terminal.line(JSON.stringify(found));
    return 0;
  }
  if (found.nights.length === 0) terminal.line(say(words.noNights, context));
  for (const night of found.nights) printNight(night, context);
  return 0;
}

export function printNight({ id, atMs, episodes, changes }: Night, context: CommandContext): void {
  const { terminal, language } = context;
  const when = timeText(atMs, language);
  const head = fillIn(say(words.night, context), { when, episodes: String(episodes), id });
  terminal.line(terminal.styled('bold', head));
  if (changes.length === 0) terminal.line(`  ${say(words.noChange, context)}`);
  for (const change of changes) terminal.write(`  ${changeText(change, language)}  ${change.id}\n`);
}

export const judging =
  (verdict: CommandInput<'memory.judge'>['verdict']) =>
  async (args: readonly string[], context: CommandContext): Promise<number> => {
    const { values, positionals } = parseOptions(args, { json: { type: 'boolean' } });
    const changeId = onlyArgument(positionals, 'CHANGE');
    const change = await (await context.access.open()).call('memory.judge', { changeId, verdict });
    const { state: _state, ...rest } = change;
    const what = changeText({ ...rest, state: 'made' }, context.language);
    if (values.json) context.terminal.line(JSON.stringify(change));
    else context.terminal.write(`${fillIn(say(words[verdict], context), { change: what })}\n`);
    return 0;
  };
