/** `jarvis settings list|get|set|reset`: every setting with its sentence, its value and its default. */

import en from '../../../resources/locales/en.json' with { type: 'json' };
import fr from '../../../resources/locales/fr.json' with { type: 'json' };
import { checkPreferences } from '../../../src-preload/schemas.ts';
import { JarvisError } from '../../domain/errors.ts';
import {
  defaultOf,
  isSameValue,
  readSetting,
  type Setting,
  type SettingName,
  settingTable,
} from '../../domain/setting-table.ts';
import type { ProfilePreferences } from '../../domain/settings.ts';
import { settingWithKey, withValidSetting } from '../../domain/settings-file.ts';
import {
  actionOf,
  badOption,
  type CliAction,
  type CliCommand,
  type CommandContext,
  onlyArgument,
  onlyOptions,
  parseOptions,
} from './command.ts';

const words: Readonly<Record<'fr' | 'en', Readonly<Record<SettingName, { readonly text: string }>>>> = {
  fr: fr.set,
  en: en.set,
};

const actions: Readonly<Record<string, CliAction>> = { list, get, set, reset };

export const settingsCommand: CliCommand = {
  run: async (args, context) => {
    const { run, rest } = actionOf('settings', actions, args, 'list');
    return run(rest, context);
  },
};

async function list(args: readonly string[], context: CommandContext): Promise<number> {
  const values = onlyOptions(args, { json: { type: 'boolean' } });
  const preferences = await readAll(context);
  const { terminal, language } = context;
  if (values.json) {
    const told = settingTable.map(setting => ({
      key: setting.key,
      value: readSetting(preferences, setting) ?? null,
      default: defaultOf(setting) ?? null,
      values: valuesOf(setting),
      text: words[language][setting.name].text,
    }));
    terminal.line(JSON.stringify(told));
    return 0;
  }
  for (const setting of settingTable) {
    const value = readSetting(preferences, setting);
    const mark = isSameValue(value, defaultOf(setting)) ? ' ' : '*';
    terminal.write(`${mark} ${setting.key} = ${shown(value)}\n`);
    const limits = `${valuesOf(setting)}; ${language === 'fr' ? 'par défaut' : 'default'} ${shown(defaultOf(setting))}`;
    terminal.write(`    ${words[language][setting.name].text}  (${limits})\n`);
  }
  return 0;
}

async function get(args: readonly string[], context: CommandContext): Promise<number> {
  const setting = settingWithKey(onlyArgument(parseOptions(args, {}).positionals, 'KEY'));
  context.terminal.write(`${shown(readSetting(await readAll(context), setting))}\n`);
  return 0;
}

async function set(args: readonly string[], context: CommandContext): Promise<number> {
  const [key, ...rest] = parseOptions(args, {}).positionals;
  if (key === undefined || rest.length === 0) throw badOption('settings set KEY VALUE');
  const setting = settingWithKey(key);
  return change(context, setting, typedValue(setting, rest.join(' ')));
}

/** To its default. */
async function reset(args: readonly string[], context: CommandContext): Promise<number> {
  const setting = settingWithKey(onlyArgument(parseOptions(args, {}).positionals, 'KEY'));
  return change(context, setting, defaultOf(setting));
}

async function change(context: CommandContext, setting: Setting, value: unknown): Promise<number> {
  const client = await context.access.open();
  const { preferences } = await client.call('app.snapshot', {});
  const wanted = withValidSetting(preferences, setting, value, checkPreferences);
  const kept = await client.call('preferences.set', wanted);
  context.terminal.write(`${setting.key} = ${shown(readSetting(kept, setting))}\n`);
  return 0;
}

async function readAll({ access }: CommandContext): Promise<ProfilePreferences> {
  const { preferences } = await (await access.open()).call('app.snapshot', {});
  return preferences;
}

/** As it is typed: `on`, `0.5`, `fr,en`; what has a form of its own is JSON. */
function shown(value: unknown): string {
  if (value === undefined) return '-';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value) && value.every(one => typeof one === 'string') && value.length > 0)
    return value.join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function valuesOf({ kind, isOptional }: Setting): string {
  const own = {
    switch: () => 'on, off',
    choice: () => (kind.type === 'choice' ? kind.options.join(', ') : ''),
    number: () => (kind.type === 'number' ? `${kind.min}–${kind.max}` : ''),
    languages: () => 'fr, en, fr,en',
    text: () => '…',
    own: () => 'JSON',
  }[kind.type]();
  return isOptional ? `${own}, -` : own;
}

/** Throws `settings.bad-value` for what is no value of this kind. */
function typedValue(setting: Setting, text: string): unknown {
  const { kind, isOptional } = setting;
  if (isOptional && text === '-') return undefined;
  switch (kind.type) {
    case 'switch':
      if (text !== 'on' && text !== 'off') throw badValue(setting, text);
      return text === 'on';
    case 'number':
      if (text.trim() === '') throw badValue(setting, text);
      return Number(text.replace(',', '.'));
    case 'languages':
      return text.split(',').map(one => one.trim());
    case 'own':
      return parsed(setting, text);
    default:
      return text;
  }
}

function parsed(setting: Setting, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badValue(setting, text, error);
  }
}

const badValue = ({ key }: Setting, value: string, cause?: unknown): JarvisError =>
  new JarvisError('settings.bad-value', { name: key, value: value.slice(0, 80) }, cause);
