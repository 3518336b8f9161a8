/** `jarvis memory`: what is remembered, why, and what is to be done with it. */
import type { CommandOutput } from '../../../src-preload/contract.ts';
import { fillIn } from './catalogue-words.ts';
import {
  actionOf,
  badOption,
  type CliAction,
  type CliCommand,
  type CommandContext,
  onlyOptions,
  parseOptions,
  say,
} from './command.ts';
import { embedder } from './memory-embedder.ts';
import { forget, receipts } from './memory-forget.ts';
import { judging, nights, printNight } from './memory-nights.ts';
import { exclude, include, isPrivate, settings, statistics } from './memory-settings.ts';
import { bringIn, takeOut } from './memory-transfer.ts';
import { changeText, factText, scoreText, timeText, memoryWords as words } from './memory-words.ts';

/** With a language model it may read for a while. */
const longMs = 3_600_000;

const actions: Readonly<Record<string, CliAction>> = {
  search,
  facts,
  show: explain,
  why: explain,
  edit,
  forget,
  receipts,
  nights,
  accept: judging('accepted'),
  undo: judging('undone'),
  consolidate,
  stats: statistics,
  export: takeOut,
  import: bringIn,
  private: isPrivate,
  exclude,
  include,
  settings,
  embedder,
};

export const memoryCommand: CliCommand = {
  run: async (args, context) => {
    const { run, rest } = actionOf('memory', actions, args);
    return run(rest, context);
  },
};

async function search(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseOptions(args, {
    json: { type: 'boolean' },
    limit: { type: 'string', default: '10' },
  });
  const query = positionals.join(' ').trim();
  if (query === '') throw badOption('WORDS ?');
  const limit = limitOf(values.limit, 100);
  const found = await (await context.access.open()).call('memory.search', { query, limit });
  if (values.json) context.terminal.line(JSON.stringify(found));
  else printMemories(found, context);
  return 0;
}

function printMemories({ memories }: CommandOutput<'memory.search'>, context: CommandContext): void {
  const { terminal, language } = context;
  if (memories.length === 0) terminal.line(say(words.none, context));
  for (const { id, text, atMs, score, parts } of memories) {
    terminal.write(`${text}\n`);
    const about = `  ${timeText(atMs, language)} · ${scoreText(score, parts, language)} · ${id}`;
    terminal.line(terminal.styled('dim', about));
  }
}

async function facts(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseOptions(args, {
    json: { type: 'boolean' },
    past: { type: 'boolean' },
    limit: { type: 'string', default: '200' },
  });
  const about = positionals.join(' ').trim();
  const client = await context.access.open();
  const found = await client.call('memory.facts', {
    limit: limitOf(values.limit, 1000),
    ...(about !== '' && { about }),
    ...(values.past && { past: true }),
  });
  if (values.json) context.terminal.line(JSON.stringify(found));
  else if (found.facts.length === 0) context.terminal.line(say(words.noFacts, context));
  else for (const fact of found.facts) printFact(fact, context);
  return 0;
}

function printFact(fact: CommandOutput<'memory.edit'>, { terminal, language }: CommandContext): void {
  terminal.write(`${factText(fact, language)}  ${fact.id}\n`);
}

async function explain(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseOptions(args, { json: { type: 'boolean' } });
  const [id, surplus] = positionals;
  if (id === undefined || id === '') throw badOption('ID ?');
  if (surplus !== undefined) throw badOption(surplus);
  const explanation = await (await context.access.open()).call('memory.explain', { id });
  if (values.json) context.terminal.line(JSON.stringify(explanation));
  else printExplanation(explanation, context);
  return 0;
}

function printExplanation(
  { text, fact, sources, history, strength, recalls }: CommandOutput<'memory.explain'>,
  context: CommandContext,
): void {
  const { terminal, language } = context;
  terminal.write(`${fact === undefined ? text : factText(fact, language)}\n`);
  terminal.line(say(sources.length === 0 ? words.noSources : words.sources, context));
  for (const source of sources) terminal.write(`  ${timeText(source.atMs, language)} · ${source.text}\n`);
  if (history.length > 0) terminal.line(say(words.history, context));
  for (const { atMs, change } of history) {
    const what = changeText({ change, state: 'made', ...(fact && { fact }) }, language);
    terminal.write(`  ${timeText(atMs, language)} · ${what}\n`);
  }
  const figures = { strength: String(Math.round(100 * strength)), recalls: String(recalls) };
  terminal.line(fillIn(say(words.strength, context), figures));
}

async function edit(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseOptions(args, { json: { type: 'boolean' } });
  const [factId, ...rest] = positionals;
  const value = rest.join(' ').trim();
  if (factId === undefined || factId === '' || value === '') throw badOption('ID VALUE ?');
  const fact = await (await context.access.open()).call('memory.edit', { factId, value });
  if (values.json) context.terminal.line(JSON.stringify(fact));
  else
    context.terminal.write(
      `${fillIn(say(words.edited, context), { fact: factText(fact, context.language) })}\n`,
    );
  return 0;
}

async function consolidate(args: readonly string[], context: CommandContext): Promise<number> {
  const values = onlyOptions(args, { json: { type: 'boolean' } });
  const client = await context.access.open();
  const { night } = await client.call('memory.consolidate', {}, { limitMs: longMs });
  if (values.json) context.terminal.line(JSON.stringify(night ?? null));
  else if (night === undefined) context.terminal.line(say(words.nothingNew, context));
  else printNight(night, context);
  return 0;
}

export function limitOf(text: string, most: number): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > most) throw badOption(`--limit ${text} (1–${most})`);
  return limit;
}
