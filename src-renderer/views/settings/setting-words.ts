/** Settings and their values in words. */
import type { GlobalKey } from '../../../src-main/domain/global-key.ts';
import type { QuietHours } from '../../../src-main/domain/quiet-hours.ts';
import { type Setting, type SettingName, settingTable } from '../../../src-main/domain/setting-table.ts';
import type { Language } from '../../store/contract-types.ts';
import type { ChangedSetting } from '../../store/state.ts';
import type { WordKey, Words } from '../../words.ts';
import { number } from '../format.ts';

/** What can be searched for: a setting, or a field of the profile itself. */
export type RowName = SettingName | 'name' | 'language' | 'startAtLogin';

export function changedSetting(of: ChangedSetting, t: Words): string {
  if (of === 'file') return t('setting.fromFile');
  if (of === 'defaults') return t('setting.allDefaults');
  return t(`set.${of}.title`);
}

const options: Readonly<Record<string, WordKey>> = {
  'theme.system': 'themeSystem',
  'theme.dark': 'themeDark',
  'theme.light': 'themeLight',
  'accent.signal': 'setting.accents.signal',
  'accent.lagune': 'setting.accents.lagune',
  'accent.givre': 'setting.accents.givre',
  'motion.system': 'setting.motions.system',
  'motion.less': 'setting.motions.less',
  'mode.hold': 'voiceModes.hold',
  'mode.toggle': 'voiceModes.toggle',
  'mode.hotword': 'voiceModes.hotword',
  'mode.always': 'voiceModes.always',
  'numbers.france': 'numberWays.france',
  'numbers.belgium': 'numberWays.belgium',
  'numbers.switzerland': 'numberWays.switzerland',
};

/** One of the values of a choice. */
export function optionText(name: string, option: string, t: Words): string {
  const key = options[`${name}.${option}`];
  return key === undefined ? option : t(key);
}

/** A value as it is shown beside its setting and in a preview. */
export function valueText(
  setting: Pick<Setting, 'name' | 'kind'>,
  value: unknown,
  t: Words,
  language: Language,
): string {
  const { name, kind } = setting;
  if (kind.type === 'own') return ownText(name, value, t);
  if (value === undefined) return absentText(name, t);
  switch (kind.type) {
    case 'switch':
      return t(value === true ? 'setting.yes' : 'setting.no');
    case 'choice':
      return optionText(name, String(value), t);
    case 'languages':
      return (value as readonly Language[]).map(one => t(one === 'fr' ? 'french' : 'english')).join(', ');
    case 'number':
      return numberText(kind.unit, Number(value), t, language);
    case 'text':
      return String(value);
  }
}

type Unit = Extract<Setting['kind'], { type: 'number' }>['unit'];

export function numberText(unit: Unit, value: number, t: Words, language: Language): string {
  if (unit === 'share') return new Intl.NumberFormat(language, { style: 'percent' }).format(value);
  if (unit === 'times') return `× ${number(value, language)}`;
  return unit === 'seconds' ? t('setting.seconds', { count: value }) : t('setting.days', { count: value });
}

const absentText = (name: string, t: Words): string =>
  name === 'retentionDays' ? t('setting.forever') : t('setting.systemDefault');

function ownText(name: string, value: unknown, t: Words): string {
  if (name === 'keys') {
    const count = Object.keys(value as object).length;
    return count === 0 ? t('setting.asMade') : t('setting.ownKeys', { count });
  }
  if (name === 'excludedTopics') {
    const count = (value as readonly string[]).length;
    return count === 0 ? t('setting.absent') : t('setting.topics', { count });
  }
  if (name === 'embedder') return embedderText(value, t);
  if (name === 'talkKey' || name === 'quickKey') return (value as GlobalKey).chord || t('setting.noKeys');
  if (name === 'quietHours') return quietText(value as QuietHours | undefined, t);
  const voices = Object.values(value as object);
  return voices.length === 0 ? t('setting.bestVoice') : voices.join(', ');
}

const quietText = (hours: QuietHours | undefined, t: Words): string =>
  hours === undefined ? t('setting.absent') : t('setting.fromTo', { from: hours.from, to: hours.to });

function embedderText(value: unknown, t: Words): string {
  if (typeof value !== 'object' || value === null) return t('setting.builtInTable');
  return Object.values(value).join(', ');
}

/** In the order in which they are shown. */
export const rowNames: readonly RowName[] = [
  'language',
  'name',
  ...settingTable.map(({ name }) => name),
  'startAtLogin',
];
