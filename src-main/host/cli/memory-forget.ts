/** `jarvis memory forget`: shows everything that would go, asks, and prints the receipt. */
import { createInterface } from 'node:readline/promises';
import type { CommandOutput } from '../../../src-preload/contract.ts';
import { fillIn } from './catalogue-words.ts';
import { badOption, type CommandContext, parseOptions, say } from './command.ts';
import { factText, timeText, memoryWords as words } from './memory-words.ts';

type Preview = CommandOutput<'memory.previewForget'>;

/** Rewriting every backup takes a while. */
const longMs = 3_600_000;
/** Lines of each kind; the counts say how many there are. */
const shown = 20;

/** Exits with 1 when nothing was forgotten because nobody said yes. */
export async function forget(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseOptions(args, { json: { type: 'boolean' }, yes: { type: 'boolean' } });
  const about = positionals.join(' ').trim();
  if (about === '') throw badOption('WORDS | ID ?');
  const client = await context.access.open();
  const preview = await client.call('memory.previewForget', { about });
  const isEmpty = Object.values(preview.counts).every(count => count === 0);
  if (isEmpty || !(values.yes || (await isWanted(preview, context, values.json === true)))) {
    return decline(preview, isEmpty, context, values.json === true);
  }
  const receipt = await client.call('memory.forget', { token: preview.token }, { limitMs: longMs });
  if (values.json) context.terminal.line(JSON.stringify(receipt));
  else printReceipt(receipt, context);
  return 0;
}

function decline(preview: Preview, isEmpty: boolean, context: CommandContext, asJson: boolean): number {
  if (asJson) context.terminal.line(JSON.stringify({ preview }));
  else context.terminal.line(say(isEmpty ? words.nothingToForget : words.notForgotten, context));
  return isEmpty ? 0 : 1;
}

/** Only a person who watches is asked. */
async function isWanted(preview: Preview, context: CommandContext, asJson: boolean): Promise<boolean> {
  if (asJson) return false;
  printPreview(preview, context);
  const { stdin, stdout } = context.terminal;
  if (!stdin.isTTY) return false;
  const dialogue = createInterface({ input: stdin, output: stdout });
  try {
    return /^(o|oui|y|yes)$/i.test((await dialogue.question(say(words.askForget, context))).trim());
  } finally {
    dialogue.close();
  }
}

function printPreview(preview: Preview, context: CommandContext): void {
  const { terminal, language } = context;
  const { counts, episodes, messages, facts, summaries, notes } = preview;
  terminal.line(fillIn(say(words.wouldForget, context), asTexts(counts)));
  printSome(
    counts.episodes,
    episodes.map(({ atMs, text }) => `${timeText(atMs, language)} · ${text}`),
    context,
  );
  const isNew = new Set(episodes.map(({ text }) => text));
  printSome(
    counts.messages,
    messages
      .filter(({ text }) => !isNew.has(text))
      .map(({ atMs, text }) => `${timeText(atMs, language)} · ${text}`),
    context,
  );
  printSome(
    counts.facts,
    facts.map(fact => factText(fact, language)),
    context,
  );
  printSome(
    counts.summaries,
    summaries.map(({ text }) => text),
    context,
  );
  printSome(
    counts.notes,
    notes.map(({ text }) => text),
    context,
  );
}

function printSome(count: number, lines: readonly string[], context: CommandContext): void {
  for (const line of lines.slice(0, shown)) context.terminal.write(`  ${line}\n`);
  const more = String(count - shown);
  if (count > shown) context.terminal.line(fillIn(say(words.andMore, context), { count: more }));
}

/** What was forgotten so far, in numbers. */
export async function receipts(args: readonly string[], context: CommandContext): Promise<number> {
  const { values } = parseOptions(args, { json: { type: 'boolean' } });
  const client = await context.access.open();
  const { receipts: kept } = await client.call('memory.receipts', { limit: 100 });
  for (const receipt of kept) {
    if (values.json) context.terminal.line(JSON.stringify(receipt));
    else {
      context.terminal.line(timeText(receipt.atMs, context.language));
      printReceipt(receipt, context);
    }
  }
  return 0;
}

function printReceipt(receipt: CommandOutput<'memory.forget'>, context: CommandContext): void {
  const { terminal } = context;
  const { id, copies, atMs: _atMs, ...counts } = receipt;
  terminal.line(fillIn(say(words.forgotten, context), asTexts(counts)));
  if (copies.length > 0)
    terminal.write(`${fillIn(say(words.copies, context), { names: copies.join(', ') })}\n`);
  terminal.line(fillIn(say(words.receipt, context), { id }));
}

const asTexts = (counts: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]));
