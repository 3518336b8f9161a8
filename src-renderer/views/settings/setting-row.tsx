/** One setting: its name, its sentence, its control, its default, and the way back to that. */
import type { ReactNode } from 'react';
import {
  defaultOf,
  isSameValue,
  readSetting,
  type SettingName,
  settingNamed,
} from '../../../src-main/domain/setting-table.ts';
import type { Words } from '../../words.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { type RowName, valueText } from './setting-words.ts';

/** The control of a row has its title for a name, and is described by its sentence. */
export const rowLabels = (name: RowName, t: Words) => ({
  'aria-label': t(`set.${name}.title`),
  'aria-describedby': `setting-${name}-text`,
});

interface Props {
  readonly name: RowName;
  /** Under the default: what else belongs to the setting. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

export function SettingRow({ name, footer, children }: Props) {
  const t = useWords();
  return (
    <li className="setting" data-setting={name} data-testid={`setting-${name}`}>
      <div className="setting-words">
        <h3>{t(`set.${name}.title`)}</h3>
        <p id={`setting-${name}-text`}>{t(`set.${name}.text`)}</p>
      </div>
      <div className="setting-control">{children}</div>
      {name === 'name' || name === 'language' || name === 'startAtLogin' ? (
        <p className="setting-default">{t('setting.default', { value: t(`setting.defaultOf.${name}`) })}</p>
      ) : (
        <Default name={name} />
      )}
      {footer !== undefined && <div className="setting-footer">{footer}</div>}
    </li>
  );
}

function Default({ name }: { name: SettingName }) {
  const t = useWords();
  const language = useLanguage();
  const { changeSetting } = useActions();
  const setting = settingNamed(name);
  const value = useWindow(state => readSetting(state.preferences, setting));
  const wanted = valueText(setting, defaultOf(setting), t, language);
  const canReset = !isSameValue(value, defaultOf(setting)) && !setElsewhere.has(name);
  return (
    <p className="setting-default">
      {t('setting.default', { value: wanted })}
      {canReset && (
        <button
          type="button"
          className="link-button"
          aria-label={t('setting.resetOf', { what: t(`set.${name}.title`), value: wanted })}
          onClick={() => void changeSetting(name, defaultOf(setting))}
          data-testid={`reset-${name}`}
        >
          {t('setting.reset', { value: wanted })}
        </button>
      )}
    </p>
  );
}

/** What they change of the memory is shown where the memory is; keys have to be free. */
const setElsewhere: ReadonlySet<SettingName> = new Set(['excludedTopics', 'embedder', 'talkKey', 'quickKey']);
