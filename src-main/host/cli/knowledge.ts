/** `jarvis knowledge`: the person's documents, added, listed, searched, shown and removed. */
import { resolve } from 'node:path';
import type { Client } from '../../../src-preload/connect.ts';
import type { CommandOutput, EventData } from '../../../src-preload/contract.ts';
import { bytesText, fillIn } from './catalogue-words.ts';
import {
  actionOf,
  badOption,
  type CliAction,
  type CliCommand,
  type CommandContext,
  onlyArgument,
  onlyOptions,
  parseOptions,
  say,
} from './command.ts';
import { documentStateWords, placeText, knowledgeWords as words } from './knowledge-words.ts';
import { limitOf } from './memory.ts';

type Status = EventData<'knowledge.changed'>;
/** Taking away what was kept of a large folder rewrites the database. */
const longMs = 3_600_000;
const listedAtOnce = 1000;

const actions: Readonly<Record<string, CliAction>> = {
  add,
  remove,
  list,
  search,
  show,
  open,
  pause: (args, context) => setPaused(args, context, true),
  resume: (args, context) => setPaused(args, context, false),
};

export const knowledgeCommand: CliCommand = {
  run: async (args, context) => {
    const { run, rest } = actionOf('knowledge', actions, args);
    return run(rest, context);
  },
};

/** Waits until all is read; Ctrl-C leaves the rest for later. Exits with 1 where a document could not be read. */
async function add(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseOptions(args, { json: { type: 'boolean' } });
  const path = resolve(onlyArgument(positionals, 'PATH'));
  const client = await context.access.open();
  const source = await client.call('knowledge.add', { path });
  if (!values.json) context.terminal.write(`${fillIn(say(words.added, context), { path: source.path })}\n`);
  const status = await readAll(client, context);
  const failed = (await documentsOf(client)).filter(
    ({ sourceId, state }) => sourceId === source.id && state === 'failed',
  );
  if (values.json) context.terminal.line(JSON.stringify({ source, status, failed }));
  else {
    for (const one of failed) printProblem(one, context);
    context.terminal.line(fillIn(say(words.done, context), asTexts(status)));
    if (status.waiting > 0) context.terminal.line(say(words.later, context));
  }
  return failed.length > 0 ? 1 : 0;
}

async function readAll(client: Client, context: CommandContext): Promise<Status> {
  const { promise, resolve: end } = Promise.withResolvers<void>();
  const { terminal } = context;
  let status: Status | undefined;
  const look = (next: Status): void => {
    status = next;
    const done = next.indexed + next.failed;
    const all = String(done + next.waiting);
    const isOver = next.waiting === 0 && !next.isLooking && next.reading === undefined;
    if (isOver) end();
    else terminal.status(fillIn(say(words.readSoFar, context), { done: String(done), all }));
  };
  const stops = [client.on('knowledge.changed', look), context.onInterrupt(() => end())];
  look((await client.call('knowledge.list', { limit: 1 })).status);
  await promise;
  for (const stop of stops) stop();
  terminal.status('');
  return status ?? (await client.call('knowledge.list', { limit: 1 })).status;
}

const asTexts = ({ indexed, passages, failed }: Status): Record<string, string> => ({
  indexed: String(indexed),
  passages: String(passages),
  failed: String(failed),
});

type Listed = CommandOutput<'knowledge.list'>['documents'][number];

async function documentsOf(client: Client): Promise<readonly Listed[]> {
  const all: Listed[] = [];
  for (;;) {
    const after = all.at(-1)?.id;
    const { documents } = await client.call('knowledge.list', {
      limit: listedAtOnce,
      ...(after !== undefined && { after }),
    });
    all.push(...documents);
    if (documents.length < listedAtOnce) return all;
  }
}

async function list(args: readonly string[], context: CommandContext): Promise<number> {
  const values = onlyOptions(args, { json: { type: 'boolean' } });
  const client = await context.access.open();
  const { sources, status } = await client.call('knowledge.list', { limit: 1 });
  const documents = await documentsOf(client);
  const { terminal } = context;
  if (values.json) terminal.line(JSON.stringify({ sources, documents, status }));
  else if (sources.length === 0) terminal.line(say(words.none, context));
  else {
    for (const { id, path } of sources) terminal.write(`${path}  ${id}\n`);
    for (const document of documents) printDocument(document, context);
    terminal.line(fillIn(say(words.done, context), asTexts(status)));
  }
  return 0;
}

function printDocument(document: Listed, context: CommandContext): void {
  const { path, name, state, passages, bytes } = document;
  if (state === 'failed') {
    printProblem(document, context);
    return;
  }
  const told = [say(documentStateWords[state], context), bytesText(bytes, context.language), passages];
  context.terminal.write(`  ${[path ?? name, ...told].join('  ')}\n`);
}

function printProblem({ path, name, code, problem }: Listed, context: CommandContext): void {
  const state = say(documentStateWords.failed, context);
  context.terminal.write(`  ${path ?? name}  ${state}  ${code ?? ''}: ${problem?.message ?? ''}\n`);
}

async function remove(args: readonly string[], context: CommandContext): Promise<number> {
  const { positionals } = parseOptions(args, {});
  const which = onlyArgument(positionals, 'PATH | ID');
  const client = await context.access.open();
  const { sources } = await client.call('knowledge.list', { limit: 1 });
  const id = sources.find(({ path }) => path === resolve(which))?.id ?? which;
  await client.call('knowledge.remove', { id }, { limitMs: longMs });
  context.terminal.line(say(words.removed, context));
  return 0;
}

async function search(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseOptions(args, {
    json: { type: 'boolean' },
    limit: { type: 'string', default: '5' },
  });
  const query = positionals.join(' ').trim();
  if (query === '') throw badOption('WORDS ?');
  const client = await context.access.open();
  const found = await client.call('knowledge.search', { query, limit: limitOf(values.limit, 50) });
  const { terminal, language } = context;
  if (values.json) terminal.line(JSON.stringify(found));
  else if (found.passages.length === 0) terminal.line(say(words.nothingFound, context));
  else
    for (const passage of found.passages) {
      terminal.write(`${passage.text}\n`);
      const about = `  ${placeText(passage, language)} · ${passage.score.toFixed(2)} · ${passage.id}`;
      terminal.line(terminal.styled('dim', about));
    }
  return 0;
}

/** The passage among those around it. */
async function show(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseOptions(args, { json: { type: 'boolean' } });
  const id = onlyArgument(positionals, 'ID');
  const view = await (await context.access.open()).call('knowledge.passage', { id });
  const { terminal, language } = context;
  if (values.json) {
    terminal.line(JSON.stringify(view));
    return 0;
  }
  const { passage, before, after } = view;
  terminal.line(terminal.styled('dim', `${passage.path ?? ''} ${placeText(passage, language)}`.trim()));
  for (const { text } of before) terminal.line(terminal.styled('dim', text));
  terminal.write(`${passage.text}\n`);
  for (const { text } of after) terminal.line(terminal.styled('dim', text));
  return 0;
}

async function open(args: readonly string[], context: CommandContext): Promise<number> {
  const { positionals } = parseOptions(args, {});
  const which = onlyArgument(positionals, 'PATH | ID');
  const client = await context.access.open();
  const document = (await documentsOf(client)).find(
    ({ id, path }) => id === which || path === resolve(which),
  );
  await client.call('knowledge.open', { documentId: document?.id ?? which });
  const path = document?.path ?? which;
  context.terminal.write(`${fillIn(say(words.opened, context), { path })}\n`);
  return 0;
}

async function setPaused(
  args: readonly string[],
  context: CommandContext,
  isPaused: boolean,
): Promise<number> {
  onlyOptions(args, {});
  const client = await context.access.open();
  await client.call(isPaused ? 'knowledge.pause' : 'knowledge.resume', {});
  context.terminal.line(say(isPaused ? words.paused : words.resumed, context));
  return 0;
}
