/** What every command of the command line gets and gives. */

import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Client } from '../../../src-preload/connect.ts';
import { JarvisError } from '../../domain/errors.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { badOptionError } from '../bad-option.ts';
import type { DataFolder } from '../data-folder.ts';
import type { CliTerminal } from './terminal.ts';

/** The way to a core: the running program's, or one started in this process. Opened when a command first needs it. */
export interface CoreAccess {
  open(): Promise<Client>;
  /** The core was started by this command and ends with it. */
  isOwn(): boolean;
  close(): Promise<void>;
}

export interface CommandContext {
  readonly terminal: CliTerminal;
  readonly language: Language;
  /** True when the user chose it by `--lang`. */
  readonly languageGiven: boolean;
  readonly folder: DataFolder;
  readonly access: CoreAccess;
  /** Hears each Ctrl-C (`stop`) and each order to end (`end`) while it listens; the returned function ends that. */
  readonly onInterrupt: (handler: (wish: 'stop' | 'end') => void) => () => void;
}

export interface CliCommand {
  /** Resolves with the exit status. `args`: what follows the command's name. */
  run(args: readonly string[], context: CommandContext): Promise<number>;
}

/** Options that every command takes; they are read before the command runs. */
export const sharedOptions = {
  lang: { type: 'string' },
  'data-dir': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig;

/** Throws `host.bad-option` for what the command does not know. */
export function parseOptions<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options: { ...sharedOptions, ...options }, allowPositionals: true });
  } catch (error) {
    throw badOptionError(error);
  }
}

/** The same for a command that takes no words besides. */
export function onlyOptions<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
) {
  const { values, positionals } = parseOptions(args, options);
  if (positionals[0] !== undefined) throw badOption(positionals[0]);
  return values;
}

export type CliAction<Result = number> = (
  args: readonly string[],
  context: CommandContext,
) => Promise<Result>;

/** What the first word of `jarvis NAME` orders; `usual`: where there is none. Throws `host.bad-option` with those there are. */
export function actionOf<Result>(
  name: string,
  actions: Readonly<Record<string, CliAction<Result>>>,
  [word, ...rest]: readonly string[],
  usual = '',
): { readonly run: CliAction<Result>; readonly rest: readonly string[] } {
  const action = word ?? usual;
  const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (run === undefined) throw badOption(`${name} ${action} (${Object.keys(actions).join(', ')})`);
  return { run, rest };
}

export const badOption = (detail: string, cause?: unknown): JarvisError =>
  new JarvisError('host.bad-option', { detail }, cause);

/** Exactly one of the words that follow a command. Throws `host.bad-option` naming what is missing. */
export function onlyArgument(positionals: readonly string[], name: string): string {
  const [argument, surplus] = positionals;
  if (argument === undefined || argument === '') throw badOption(`${name} ?`);
  if (surplus !== undefined) throw badOption(surplus);
  return argument;
}

export const say = (text: Bilingual, { language }: Pick<CommandContext, 'language'>): string =>
  text[language];
