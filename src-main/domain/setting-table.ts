/** Every setting of a profile: its name, where it lies in the preferences, and what it may be. */
import { defaultPreferences, type ProfilePreferences } from './settings.ts';

export type SettingKind =
  | { readonly type: 'switch' }
  | { readonly type: 'choice'; readonly options: readonly string[] }
  | {
      readonly type: 'number';
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly unit: 'share' | 'times' | 'seconds' | 'days';
    }
  /** Both languages, or one of them. */
  | { readonly type: 'languages' }
  | { readonly type: 'text' }
  /** Has a form of its own. */
  | { readonly type: 'own' };

export interface Setting {
  /** Its path in the preferences, as files and the command line name it. */
  readonly key: string;
  /** The end of the key; no two settings share it. */
  readonly name: string;
  readonly section: 'general' | 'voice' | 'memory' | 'desktop' | 'keys';
  readonly kind: SettingKind;
  /** May be absent, which means what its sentence says. */
  readonly isOptional?: true;
}

const on = { type: 'switch' } as const;
const own = { type: 'own' } as const;
const text = { type: 'text' } as const;
const oneOf = <const Options extends readonly string[]>(...options: Options) =>
  ({ type: 'choice', options }) as const;
const share = { type: 'number', min: 0, max: 1, step: 0.05, unit: 'share' } as const;

/** In the order in which they are shown. */
export const settingTable = [
  { key: 'theme', name: 'theme', section: 'general', kind: oneOf('system', 'dark', 'light') },
  { key: 'accent', name: 'accent', section: 'general', kind: oneOf('signal', 'lagune', 'givre') },
  { key: 'motion', name: 'motion', section: 'general', kind: oneOf('system', 'less') },
  { key: 'voice.cues', name: 'cues', section: 'general', kind: on },
  { key: 'zone', name: 'zone', section: 'general', kind: text, isOptional: true },
  {
    key: 'voice.mode',
    name: 'mode',
    section: 'voice',
    kind: oneOf('hold', 'toggle', 'hotword', 'always'),
  },
  { key: 'voice.wakeSensitivity', name: 'wakeSensitivity', section: 'voice', kind: share },
  {
    key: 'voice.followUpSeconds',
    name: 'followUpSeconds',
    section: 'voice',
    kind: { type: 'number', min: 0, max: 60, step: 1, unit: 'seconds' },
  },
  { key: 'voice.bargeIn', name: 'bargeIn', section: 'voice', kind: on },
  { key: 'voice.restBelow', name: 'restBelow', section: 'voice', kind: share },
  { key: 'voice.languages', name: 'languages', section: 'voice', kind: { type: 'languages' } },
  { key: 'voice.microphone', name: 'microphone', section: 'voice', kind: text, isOptional: true },
  { key: 'voice.loudspeaker', name: 'loudspeaker', section: 'voice', kind: text, isOptional: true },
  { key: 'speakAnswers', name: 'speakAnswers', section: 'voice', kind: on },
  { key: 'voice.voices', name: 'voices', section: 'voice', kind: own },
  {
    key: 'speechRate',
    name: 'speechRate',
    section: 'voice',
    kind: { type: 'number', min: 0.5, max: 2, step: 0.1, unit: 'times' },
  },
  { key: 'voice.volume', name: 'volume', section: 'voice', kind: share },
  {
    key: 'voice.numbers',
    name: 'numbers',
    section: 'voice',
    kind: oneOf('france', 'belgium', 'switzerland'),
  },
  { key: 'memory.recall', name: 'recall', section: 'memory', kind: on },
  { key: 'memory.affect', name: 'affect', section: 'memory', kind: on },
  {
    key: 'memory.retentionDays',
    name: 'retentionDays',
    section: 'memory',
    kind: { type: 'number', min: 1, max: 36_500, step: 1, unit: 'days' },
    isOptional: true,
  },
  { key: 'memory.excludedTopics', name: 'excludedTopics', section: 'memory', kind: own },
  { key: 'memory.embedder', name: 'embedder', section: 'memory', kind: own, isOptional: true },
  { key: 'desktop.talkKey', name: 'talkKey', section: 'desktop', kind: own },
  { key: 'desktop.quickKey', name: 'quickKey', section: 'desktop', kind: own },
  { key: 'desktop.lockDisarms', name: 'lockDisarms', section: 'desktop', kind: on },
  { key: 'desktop.hideQuickOnBlur', name: 'hideQuickOnBlur', section: 'desktop', kind: on },
  { key: 'desktop.quietHours', name: 'quietHours', section: 'desktop', kind: own, isOptional: true },
  { key: 'keys', name: 'keys', section: 'keys', kind: own },
] as const satisfies readonly Setting[];

export type SettingName = (typeof settingTable)[number]['name'];

/** Preferences that nobody sets: they come of what the person does. */
export const noSettings = ['voice.wakeTuning', 'welcome'] as const;

export const settingNamed = (name: SettingName): Setting & { readonly name: SettingName } => {
  const found = settingTable.find(one => one.name === name);
  if (found === undefined) throw new Error(`no setting is called ${name}`);
  return found;
};

/** Undefined where it is absent. */
export function readSetting(preferences: ProfilePreferences, { key }: Pick<Setting, 'key'>): unknown {
  return key
    .split('.')
    .reduce<unknown>((part, name) => (part as Readonly<Record<string, unknown>>)[name], preferences);
}

export const defaultOf = (setting: Pick<Setting, 'key'>): unknown => readSetting(defaultPreferences, setting);

/** The same preferences with this value, which is not checked; undefined: without it. */
export function withSetting(
  preferences: ProfilePreferences,
  { key }: Pick<Setting, 'key'>,
  value: unknown,
): ProfilePreferences {
  return withValue({ ...preferences }, key.split('.'), value) as unknown as ProfilePreferences;
}

type Branch = Readonly<Record<string, unknown>>;

function withValue(branch: Branch, [name = '', ...deeper]: readonly string[], value: unknown): Branch {
  const { [name]: before, ...rest } = branch;
  if (deeper.length > 0) return { ...rest, [name]: withValue({ ...(before as Branch) }, deeper, value) };
  return value === undefined ? rest : { ...rest, [name]: value };
}

export const isSameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The settings in which `preferences` differ from `others`. */
export const settingsThatDiffer = (
  preferences: ProfilePreferences,
  others: ProfilePreferences,
): readonly SettingName[] =>
  settingTable
    .filter(one => !isSameValue(readSetting(preferences, one), readSetting(others, one)))
    .map(({ name }) => name);

/** All settings as in the beginning; what was learnt of the person stays, such as how they say the name. */
export const withDefaults = (preferences: ProfilePreferences): ProfilePreferences =>
  settingTable
    // Which model makes meanings decides how the memory is laid out: it is no taste.
    .filter(({ name }) => name !== 'embedder')
    .reduce<ProfilePreferences>((so, one) => withSetting(so, one, defaultOf(one)), preferences);
