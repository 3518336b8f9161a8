/** `jarvis model`: lists, adds, chooses and removes models and servers; the rest is the catalogue's. */
import { resolve } from 'node:path';
import { JarvisError } from '../../domain/errors.ts';
import type { Bilingual } from '../../domain/language.ts';
import type { BackendInfo, ModelChoice, ModelsSnapshot } from '../../domain/model.ts';
import { catalogueActions } from './catalogue.ts';
import { printCatalogue } from './catalogue-list.ts';
import { bytesText } from './catalogue-words.ts';
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

const words = {
  none: {
    fr: 'Aucun modèle : démarrez Ollama, ou « jarvis model add FICHIER.gguf ».',
    en: 'No model: start Ollama, or "jarvis model add FILE.gguf".',
  },
  states: {
    searching: { fr: 'recherche', en: 'searching' },
    ready: { fr: 'prêt', en: 'ready' },
    absent: { fr: 'absent', en: 'absent' },
    broken: { fr: 'en panne', en: 'broken' },
  },
  added: { fr: 'Ajouté : {name}', en: 'Added: {name}' },
  removed: { fr: 'Retiré : {name}', en: 'Removed: {name}' },
  used: { fr: 'Utilisé désormais : {name}', en: 'In use from now on: {name}' },
  chosen: { fr: 'Répond désormais : {name}', en: 'Answers from now on: {name}' },
} satisfies Record<string, Bilingual | Record<string, Bilingual>>;

const actions: Readonly<Record<string, CliAction>> = {
  list,
  add,
  use,
  remove,
  ...catalogueActions,
};

export const modelCommand: CliCommand = {
  run: async (args, context) => {
    const { run, rest } = actionOf('model', actions, args);
    return run(rest, context);
  },
};

async function list(args: readonly string[], context: CommandContext): Promise<number> {
  const values = onlyOptions(args, { json: { type: 'boolean' }, all: { type: 'boolean' } });
  const client = await context.access.open();
  const models = await client.call('model.list', { refresh: true });
  const catalogue = values.all ? await client.call('catalogue.get', {}) : undefined;
  if (values.json) context.terminal.line(JSON.stringify({ ...models, ...(catalogue && { catalogue }) }));
  else {
    printModels(models, context);
    if (catalogue) printCatalogue(catalogue, false, context);
  }
  return 0;
}

async function add(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseOptions(args, { label: { type: 'string' }, key: { type: 'string' } });
  const what = onlyArgument(positionals, 'FILE|URL');
  const client = await context.access.open();
  if (/^https?:\/\//i.test(what)) {
    const key = values.key ?? process.env.JARVIS_MODEL_KEY;
    const label = values.label ?? hostOf(what);
    await client.call('model.addServer', { label, address: what, ...(key && { key }) });
    context.terminal.line(fill(say(words.added, context), label));
    return 0;
  }
  const { name } = await client.call('model.addFile', { path: resolve(what) }, { limitMs: 3_600_000 });
  context.terminal.line(fill(say(words.added, context), name));
  return 0;
}

async function use(args: readonly string[], context: CommandContext): Promise<number> {
  const name = onlyArgument(parseOptions(args, {}).positionals, 'MODEL');
  const client = await context.access.open();
  // Recognisers and voices have ids of the catalogue, models that chat the names of their back ends.
  const { models } = await client.call('catalogue.get', {});
  if (models.some(({ id }) => id === name)) {
    await client.call('catalogue.use', { id: name });
    context.terminal.line(fill(say(words.used, context), name));
    return 0;
  }
  const choice = findModel(await client.call('model.list', { refresh: true }), name);
  await client.call('model.use', choice);
  context.terminal.line(fill(say(words.chosen, context), `${choice.backendId}/${choice.model}`));
  return 0;
}

async function remove(args: readonly string[], context: CommandContext): Promise<number> {
  const name = onlyArgument(parseOptions(args, {}).positionals, 'MODEL');
  const client = await context.access.open();
  const models = await client.call('model.list', { refresh: true });
  const server = models.backends.find(
    ({ id, label, kind }) => kind === 'openai-compatible' && [id, label].includes(name),
  );
  await client.call('model.remove', server ? { backendId: server.id } : findModel(models, name));
  context.terminal.line(fill(say(words.removed, context), name));
  return 0;
}

/** `backend/model`, by id or label of the back end, or a model's name alone. Throws `input.not-found`. */
export function findModel({ backends }: ModelsSnapshot, name: string): ModelChoice {
  const all = backends.flatMap(backend => backend.models.map(model => ({ backend, model: model.name })));
  const found =
    all.find(({ backend, model }) =>
      [`${backend.id}/${model}`, `${backend.label}/${model}`].includes(name),
    ) ?? all.find(({ model }) => model === name || model === `${name}:latest`);
  if (!found) throw new JarvisError('input.not-found', { what: name });
  return { backendId: found.backend.id, model: found.model };
}

function printModels(models: ModelsSnapshot, context: CommandContext): void {
  const { terminal } = context;
  for (const backend of models.backends) printBackend(backend, models, context);
  if (models.backends.every(backend => backend.models.length === 0)) terminal.line(say(words.none, context));
}

function printBackend(backend: BackendInfo, { active }: ModelsSnapshot, context: CommandContext): void {
  const { terminal } = context;
  const state = say(words.states[backend.state], context);
  const code = backend.errorCode ? ` (${backend.errorCode})` : '';
  terminal.write(`${terminal.styled('bold', backend.label)}  ${backend.address}  ${state}${code}\n`);
  for (const { name, sizeBytes } of backend.models) {
    const isActive = active?.backendId === backend.id && active.model === name;
    const size = sizeBytes === undefined ? '' : `  ${bytesText(sizeBytes, context.language)}`;
    terminal.line(`${isActive ? '* ' : '  '}${backend.id}/${name}${size}`);
  }
}

function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch (error) {
    throw badOption(address, error);
  }
}

const fill = (text: string, name: string): string => text.replace('{name}', () => name);
