/** What a file or a reset would change, setting by setting, and the one button that does it. */
import { readSetting, settingNamed, settingsThatDiffer } from '../../../src-main/domain/setting-table.ts';
import type { Preferences } from '../../store/contract-types.ts';
import { useLanguage, useWindow, useWords } from '../window-context.tsx';
import { valueText } from './setting-words.ts';

interface Props {
  readonly wanted: Preferences;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}

export function ChangesPreview({ wanted, onApply, onCancel }: Props) {
  const t = useWords();
  const language = useLanguage();
  const now = useWindow(state => state.preferences);
  const names = settingsThatDiffer(wanted, now);
  const { mode } = wanted.voice;
  const willListen = mode !== now.voice.mode && (mode === 'hotword' || mode === 'always');
  return (
    <section className="card preview" aria-label={t('setting.preview')} data-testid="preview">
      <h3>{t('setting.preview')}</h3>
      {names.length === 0 && <p>{t('setting.previewNone')}</p>}
      <ul>
        {names.map(name => {
          const setting = settingNamed(name);
          const text = (of: Preferences): string => valueText(setting, readSetting(of, setting), t, language);
          const [before, after] = [text(now), text(wanted)];
          return (
            <li key={name}>{t('setting.previewLine', { what: t(`set.${name}.title`), before, after })}</li>
          );
        })}
      </ul>
      {willListen && <p>{t(`consentText.${mode}`)}</p>}
      <div className="choice">
        {names.length > 0 && (
          <button type="button" className="button filled" onClick={onApply} data-testid="apply">
            {t('setting.apply', { count: names.length })}
          </button>
        )}
        <button type="button" className="button" onClick={onCancel}>
          {t('setting.cancel')}
        </button>
      </div>
    </section>
  );
}
