/** `jarvis profile`: lists, adds and changes profiles. */
import { JarvisError } from '../../domain/errors.ts';
import type { Bilingual } from '../../domain/language.ts';
import {
  actionOf,
  type CliAction,
  type CliCommand,
  type CommandContext,
  onlyArgument,
  onlyOptions,
  parseOptions,
  say,
} from './command.ts';

const words = {
  added: { fr: 'Profil ajouté : {name}', en: 'Profile added: {name}' },
  used: { fr: 'Profil utilisé : {name}', en: 'Profile in use: {name}' },
} satisfies Record<string, Bilingual>;

const actions: Readonly<Record<string, CliAction>> = {
  list,
  add,
  use,
};

export const profileCommand: CliCommand = {
  run: async (args, context) => {
    const { run, rest } = actionOf('profile', actions, args);
    return run(rest, context);
  },
};

async function list(args: readonly string[], { access, terminal }: CommandContext): Promise<number> {
  const values = onlyOptions(args, { json: { type: 'boolean' } });
  const { profiles, activeId } = await (await access.open()).call('profile.list', {});
  if (values.json) {
    terminal.line(JSON.stringify({ profiles, activeId }));
    return 0;
  }
  for (const { id, name, language } of profiles) {
    terminal.write(`${id === activeId ? '* ' : '  '}${name}  (${language})  ${id}\n`);
  }
  return 0;
}

async function add(args: readonly string[], context: CommandContext): Promise<number> {
  const name = onlyArgument(parseOptions(args, {}).positionals, 'NAME');
  const client = await context.access.open();
  await client.call('profile.add', { name, language: context.language });
  context.terminal.write(`${say(words.added, context).replace('{name}', () => name)}\n`);
  return 0;
}

async function use(args: readonly string[], context: CommandContext): Promise<number> {
  const wanted = onlyArgument(parseOptions(args, {}).positionals, 'NAME');
  const client = await context.access.open();
  const { profiles } = await client.call('profile.list', {});
  const found =
    profiles.find(({ id }) => id === wanted) ??
    profiles.find(({ name }) => name.toLocaleLowerCase() === wanted.toLocaleLowerCase());
  if (!found) throw new JarvisError('input.not-found', { what: wanted });
  const { name } = await client.call('profile.use', { id: found.id });
  context.terminal.write(`${say(words.used, context).replace('{name}', () => name)}\n`);
  return 0;
}
