/** The part of `jarvis model` that knows the catalogue: fetches, pauses, deletes, imports and checks models. */
import { resolve } from 'node:path';
import { printCatalogue } from './catalogue-list.ts';
import { fillIn, catalogueWords as words } from './catalogue-words.ts';
import {
  badOption,
  type CliAction,
  type CommandContext,
  onlyArgument,
  parseOptions,
  say,
} from './command.ts';
import { watchDownloads } from './download-progress.ts';

/** Reading gigabytes from a stick, or their digests, takes a while. */
const longMs = 3_600_000;
const underWay = new Set(['waiting', 'downloading', 'checking']);

export const catalogueActions: Readonly<Record<string, CliAction>> = {
  catalogue,
  get,
  pause,
  resume,
  cancel,
  delete: remove,
  import: bringIn,
  verify,
};

async function catalogue(args: readonly string[], context: CommandContext): Promise<number> {
  const { json } = jsonOption(args, 0);
  const client = await context.access.open();
  const picture = await client.call('catalogue.get', {});
  if (json) context.terminal.line(JSON.stringify(picture));
  else printCatalogue(picture, true, context);
  return 0;
}

async function get(args: readonly string[], context: CommandContext): Promise<number> {
  const { json, ids } = jsonOption(args);
  const client = await context.access.open();
  if (ids.length === 1 && ids[0] === 'ready') {
    const { ready } = await client.call('catalogue.get', {});
    if (ready.ids.length === 0 && !json) context.terminal.line(say(words.ready, context));
    const picture = await client.call('catalogue.getReady', {});
    return watchDownloads(ready.ids, picture, client, context, json);
  }
  if (ids.length === 0) throw badOption('ID | ready ?');
  const picture = await client.call('catalogue.download', { ids: [...ids] });
  return watchDownloads(ids, picture, client, context, json);
}

async function pause(args: readonly string[], context: CommandContext): Promise<number> {
  return each('pause', args, context, entry => underWay.has(entry.state));
}

async function cancel(args: readonly string[], context: CommandContext): Promise<number> {
  return each('cancel', args, context, entry => underWay.has(entry.state) || entry.state === 'paused');
}

async function resume(args: readonly string[], context: CommandContext): Promise<number> {
  const { json, ids } = jsonOption(args);
  const client = await context.access.open();
  let picture = await client.call('catalogue.get', {});
  const waiting = picture.models.filter(({ state }) => state === 'paused' || state === 'failed');
  const chosen = ids.length > 0 ? ids : waiting.map(({ id }) => id);
  if (chosen.length === 0) context.terminal.line(say(words.nothing, context));
  for (const id of chosen) picture = await client.call('catalogue.resume', { id });
  return watchDownloads(chosen, picture, client, context, json);
}

/** One order for every model that is named, or for all that it is meant for. */
async function each(
  what: 'pause' | 'cancel',
  args: readonly string[],
  context: CommandContext,
  isMeant: (entry: { readonly state: string }) => boolean,
): Promise<number> {
  const { ids } = jsonOption(args);
  const client = await context.access.open();
  const { models } = await client.call('catalogue.get', {});
  const chosen = ids.length > 0 ? ids : models.filter(isMeant).map(({ id }) => id);
  if (chosen.length === 0) context.terminal.line(say(words.nothing, context));
  for (const id of chosen) {
    await client.call(`catalogue.${what}`, { id });
    const text = what === 'pause' ? words.paused : words.cancelled;
    context.terminal.line(fillIn(say(text, context), { name: id }));
  }
  return 0;
}

async function remove(args: readonly string[], context: CommandContext): Promise<number> {
  const id = onlyArgument(parseOptions(args, {}).positionals, 'ID');
  const client = await context.access.open();
  await client.call('catalogue.delete', { id });
  context.terminal.line(fillIn(say(words.deleted, context), { name: id }));
  return 0;
}

async function bringIn(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseOptions(args, { json: { type: 'boolean' } });
  const path = resolve(onlyArgument(positionals, 'FOLDER'));
  const client = await context.access.open();
  const result = await client.call('catalogue.import', { path }, { limitMs: longMs });
  if (values.json) {
    context.terminal.line(JSON.stringify(result));
    return 0;
  }
  for (const name of result.installed) context.terminal.line(fillIn(say(words.installed, context), { name }));
  for (const name of result.added) context.terminal.write(`${fillIn(say(words.added, context), { name })}\n`);
  for (const { id: name, missing } of result.incomplete)
    context.terminal.remark(fillIn(say(words.incomplete, context), { name, files: missing.join(', ') }));
  return 0;
}

/** Exits with 1 when something is damaged. */
async function verify(args: readonly string[], context: CommandContext): Promise<number> {
  const { json, ids } = jsonOption(args);
  const client = await context.access.open();
  const result = await client.call('catalogue.verify', { ids: [...ids] }, { limitMs: longMs });
  if (json) context.terminal.line(JSON.stringify(result));
  for (const name of json ? [] : result.checked) {
    const paths = result.damaged.find(({ id }) => id === name)?.paths;
    const text = paths ? words.damaged : words.fine;
    context.terminal.line(fillIn(say(text, context), { name, files: paths?.join(', ') ?? '' }));
  }
  return result.damaged.length > 0 ? 1 : 0;
}

function jsonOption(args: readonly string[], most = Number.POSITIVE_INFINITY) {
  const { values, positionals } = parseOptions(args, { json: { type: 'boolean' } });
  const surplus = positionals[most];
  if (surplus !== undefined) throw badOption(surplus);
  return { json: values.json === true, ids: positionals };
}
