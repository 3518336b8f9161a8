/** Finds the command that was asked for, runs it, and tells its error and its exit status. */
import { parseArgs } from 'node:util';
import packageJson from '../../../package.json' with { type: 'json' };
import { languages } from '../../domain/language.ts';
import { dataFolder } from '../data-folder.ts';
import { terminalLanguage } from '../terminal-language.ts';
import { askCommand } from './ask.ts';
import { chatCommand } from './chat.ts';
import { badOption, type CliCommand, type CommandContext, sharedOptions } from './command.ts';
import { openCoreAccess } from './core-access.ts';
import { doctorCommand } from './doctor.ts';
import { inspectCommand } from './inspect.ts';
import { modelCommand } from './models.ts';
import { profileCommand } from './profiles.ts';
import { errorLines, exitStatusOf, toReport } from './report.ts';
import type { CliTerminal } from './terminal.ts';
import { exportCommand, importCommand } from './transfer.ts';
import { usage } from './usage.ts';
import { whereCommand } from './where.ts';

/** Loaded when it is run: what it brings would delay every other command. */
function later(load: () => Promise<CliCommand>): CliCommand {
  return { run: async (args, context) => (await load()).run(args, context) };
}

const commands: Readonly<Record<string, CliCommand>> = {
  ask: askCommand,
  chat: chatCommand,
  doctor: doctorCommand,
  export: exportCommand,
  import: importCommand,
  key: later(async () => (await import('./key.ts')).keyCommand),
  knowledge: later(async () => (await import('./knowledge.ts')).knowledgeCommand),
  ledger: later(async () => (await import('./ledger.ts')).ledgerCommand),
  memory: later(async () => (await import('./memory.ts')).memoryCommand),
  model: modelCommand,
  profile: profileCommand,
  say: later(async () => (await import('./say.ts')).sayCommand),
  settings: later(async () => (await import('./settings.ts')).settingsCommand),
  transcribe: later(async () => (await import('./transcribe.ts')).transcribeCommand),
  update: later(async () => (await import('./update.ts')).updateCommand),
  where: whereCommand,
  inspect: inspectCommand,
};

/** The exit status. `onInterrupt` tells of Ctrl-C while a command listens; it ends the program otherwise. */
export async function runCommandLine(
  args: readonly string[],
  terminal: CliTerminal,
  onInterrupt: CommandContext['onInterrupt'],
): Promise<number> {
  let language = terminalLanguage();
  try {
    const { command, rest, shared } = splitArguments(args);
    const given = shared.lang === undefined ? undefined : languageNamed(shared.lang);
    language = given ?? language;
    if (shared.version) {
      terminal.line(packageJson.version);
      return 0;
    }
    if (shared.help || command === undefined) {
      terminal.line(usage[language]);
      return shared.help ? 0 : 2;
    }
    if (!Object.hasOwn(commands, command)) throw badOption(command);
    if (shared['data-dir'] === '') throw badOption('--data-dir');
    const folder = dataFolder(shared['data-dir']);
    const access = openCoreAccess(folder, language);
    const context = {
      ...{ terminal, language, languageGiven: given !== undefined, folder, access, onInterrupt },
    };
    try {
      return (await commands[command]?.run(rest, context)) ?? 2;
    } finally {
      await access.close();
    }
  } catch (error) {
    const report = toReport(error, language);
    terminal.remark(errorLines(report));
    if (process.env.JARVIS_DEBUG) terminal.remark(error instanceof Error ? `${error.stack}` : String(error));
    return exitStatusOf(report);
  }
}

/** The first word that is no option is the command; options that every command takes may stand before it. */
function splitArguments(args: readonly string[]) {
  const { values, tokens } = parseArgs({
    args: [...args],
    options: { ...sharedOptions, version: { type: 'boolean', short: 'V' } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const option of ['lang', 'data-dir'] as const) {
    if (values[option] === true) throw badOption(`--${option} ?`);
  }
  const first = tokens.find(token => token.kind === 'positional');
  if (first === undefined) {
    const unknown = tokens.find(token => token.kind === 'option' && !isShared(token.name));
    if (unknown?.kind === 'option') throw badOption(unknown.rawName);
  }
  // Options that every command takes may stand anywhere; what a command sees are its own words.
  const sharedPlaces = new Set<number>();
  for (const token of tokens) {
    if (token.kind !== 'option' || !Object.hasOwn(sharedOptions, token.name)) continue;
    sharedPlaces.add(token.index);
    if (token.value !== undefined && !token.inlineValue) sharedPlaces.add(token.index + 1);
  }
  return {
    command: first?.kind === 'positional' ? first.value : undefined,
    rest: first === undefined ? [] : args.filter((_, i) => i !== first.index && !sharedPlaces.has(i)),
    shared: {
      lang: textOf(values.lang),
      'data-dir': textOf(values['data-dir']),
      help: values.help === true,
      version: values.version === true,
    },
  };
}

const isShared = (name: string): boolean => name === 'version' || Object.hasOwn(sharedOptions, name);
const textOf = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

function languageNamed(name: string) {
  const found = languages.find(language => language === name);
  if (!found) throw badOption(`--lang ${name} (${languages.join(', ')})`);
  return found;
}
