/** `jarvis memory stats`, `private`, `exclude` and `include`. */

import type { CommandOutput } from '../../../src-preload/contract.ts';
import { bytesText } from './catalogue-words.ts';
import { badOption, type CommandContext, onlyOptions, parseOptions, say } from './command.ts';
import { settingWords, statisticsWords, memoryWords as words } from './memory-words.ts';
import { remarkWherePrivateEnds } from './private-remark.ts';

export async function statistics(args: readonly string[], context: CommandContext): Promise<number> {
  const { terminal, language } = context;
  const values = onlyOptions(args, { json: { type: 'boolean' } });
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
  await remarkWherePrivateEnds(client, context);
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

type MemoryPreferences = CommandOutput<'app.snapshot'>['preferences']['memory'];

/** Without a word: what holds now. `recall on|off`, `affect on|off`, `retention DAYS|off`. */
export async function settings(args: readonly string[], context: CommandContext): Promise<number> {
  const { terminal, language } = context;
  const { values, positionals } = parseOptions(args, { json: { type: 'boolean' } });
  const [name, value, surplus] = positionals;
  if (surplus !== undefined) throw badOption(surplus);
  const change = name === undefined ? undefined : settingOf(name, value);
  const client = await context.access.open();
  let { preferences } = await client.call('app.snapshot', {});
  if (change !== undefined)
    preferences = await client.call('preferences.set', {
      ...preferences,
      memory: change(preferences.memory),
    });
  const { recall, affect, retentionDays } = preferences.memory;
  if (values.json) terminal.line(JSON.stringify(preferences.memory));
  else {
    const shown = { recall: onOff(recall), affect: onOff(affect), retention: String(retentionDays ?? 'off') };
    for (const [key, text] of Object.entries(shown)) {
      const what = settingWords[key as keyof typeof shown][language];
      terminal.write(`${key.padEnd(9)}  ${text.padEnd(4)}  ${what}\n`);
    }
  }
  return 0;
}

const onOff = (on: boolean): string => (on ? 'on' : 'off');

/** Throws `host.bad-option` for what cannot be set so. */
function settingOf(
  name: string,
  value: string | undefined,
): (before: MemoryPreferences) => MemoryPreferences {
  if ((name === 'recall' || name === 'affect') && (value === 'on' || value === 'off'))
    return before => ({ ...before, [name]: value === 'on' });
  const days = Number(value);
  if (name === 'retention' && (value === 'off' || (Number.isInteger(days) && days >= 1 && days <= 36_500))) {
    return ({ retentionDays: _before, ...rest }) =>
      value === 'off' ? rest : { ...rest, retentionDays: days };
  }
  throw badOption(`settings ${name} ${value ?? ''} (recall on|off, affect on|off, retention DAYS|off)`);
}
