/** Settings as a file: written with the name of each, and read all or nothing. */
import { JarvisError } from './errors.ts';
import { readSetting, type Setting, settingTable, withSetting } from './setting-table.ts';
import type { ProfilePreferences } from './settings.ts';

const format = 'jarvis-settings';
const version = 1;
/** Ours have a few thousand. */
export const longestSettingsFile = 200_000;

/** The schema of preferences: what it makes of them, undefined for what is none. */
export type CheckPreferences = (preferences: ProfilePreferences) => ProfilePreferences | undefined;

/** JSON, one line for each setting. */
export function writeSettingsFile(preferences: ProfilePreferences): string {
  // What is absent is written too, so that it is absent where the file is read.
  const settings = Object.fromEntries(
    settingTable.map(one => [one.key, readSetting(preferences, one) ?? null]),
  );
  return `${JSON.stringify({ format, version, settings }, null, 2)}\n`;
}

/**
 * What `text` makes of the preferences: settings that it does not name stay. Throws `settings.bad-file`, `settings.unknown`
 * and `settings.bad-value`, which name what is wrong; nothing is taken then.
 */
export function readSettingsFile(
  text: string,
  preferences: ProfilePreferences,
  check: CheckPreferences,
): ProfilePreferences {
  let wanted = preferences;
  for (const [key, value] of Object.entries(settingsIn(text))) {
    const setting = settingWithKey(key);
    wanted = withValidSetting(wanted, setting, value ?? undefined, check);
  }
  return wanted;
}

/** Throws `settings.unknown`. */
export function settingWithKey(key: string): Setting {
  const found = settingTable.find(one => one.key === key);
  if (found === undefined) throw new JarvisError('settings.unknown', { name: key.slice(0, 80) });
  return found;
}

/** Throws `settings.bad-value`. */
export function withValidSetting(
  preferences: ProfilePreferences,
  setting: Setting,
  value: unknown,
  check: CheckPreferences,
): ProfilePreferences {
  const wanted = withSetting(preferences, setting, value);
  const checked = check(wanted);
  if (checked !== undefined) return checked;
  const shown = value === undefined ? '' : JSON.stringify(value).slice(0, 80);
  throw new JarvisError('settings.bad-value', { name: setting.key, value: shown });
}

function settingsIn(text: string): Readonly<Record<string, unknown>> {
  const file = text.length <= longestSettingsFile ? parsed(text) : undefined;
  if (!isObject(file) || file.format !== format || file.version !== version || !isObject(file.settings))
    throw new JarvisError('settings.bad-file');
  return file.settings;
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
