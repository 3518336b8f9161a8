/** `jarvis memory stats`, `private`, `exclude` and `include`. */
import { bytesText } from './catalogue-words.ts';
import { badOption, type CommandContext, parseOptions, say } from './command.ts';
import { statisticsWords, memoryWords as words } from './memory-words.ts';

export async function statistics(args: readonly string[], context: CommandContext): Promise<number> {
  const { terminal, language } = context;
  const { values, positionals } = parseOptions(args, { json: { type: 'boolean' } });
  if (positionals[0] !== undefined) throw badOption(positionals[0]);
  const found = await (await context.access.open()).call('memory.statistics', {});
  if (values.json) {
    terminal.line(JSON.stringify(found));
    return 0;
  }
  const names = Object.keys(statisticsWords) as (keyof typeof statisticsWords)[];
  const width = Math.max(...names.map(name => statisticsWords[name][language].length));
  for (const name of names) {
    const value = name === 'bytes' ? bytesText(found.bytes, language) : String(found[name]);
    terminal.write(`${statisticsWords[name][language].padEnd(width)}  ${value}\n`);
  }
  return 0;
}

/** Without a word: whether it is on. It lasts as long as the program runs. */
export async function isPrivate(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseOptions(args, { json: { type: 'boolean' } });
  const [wish, surplus] = positionals;
  if (surplus !== undefined) throw badOption(surplus);
  if (wish !== undefined && wish !== 'on' && wish !== 'off') throw badOption(`private ${wish} (on, off)`);
  const client = await context.access.open();
  const on =
    wish === undefined
      ? (await client.call('app.snapshot', {})).memory.isPrivate
      : (await client.call('memory.private', { on: wish === 'on' })).on;
  if (values.json) context.terminal.line(JSON.stringify({ on }));
  else context.terminal.line(say(on ? words.isPrivate : words.isNotPrivate, context));
  return 0;
}

/** Without a topic: those that are excluded. */
export const exclude = (args: readonly string[], context: CommandContext) => topics(args, context, true);
export const include = (args: readonly string[], context: CommandContext) => topics(args, context, false);

async function topics(args: readonly string[], context: CommandContext, on: boolean): Promise<number> {
  const { terminal } = context;
  const { values, positionals } = parseOptions(args, { json: { type: 'boolean' } });
  const topic = positionals.join(' ').trim();
  if (topic === '' && !on) throw badOption('TOPIC ?');
  const client = await context.access.open();
  const found =
    topic === ''
      ? await client.call('memory.exclusions', {})
      : await client.call('memory.exclude', { topic, on });
  if (values.json) terminal.line(JSON.stringify(found));
  else if (found.topics.length === 0) terminal.line(say(words.noTopics, context));
  else for (const one of found.topics) terminal.write(`${one}\n`);
  return 0;
}
