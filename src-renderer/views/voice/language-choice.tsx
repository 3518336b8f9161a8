/** The languages that the person speaks: no other is taken from their sound. One at least. */
import type { Language } from '../../store/contract-types.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';

const all: readonly Language[] = ['fr', 'en'];

export function LanguageChoice() {
  const t = useWords();
  const { setVoicePreferences } = useActions();
  const spoken = useWindow(state => state.preferences.voice.languages);
  const names = { fr: t('french'), en: t('english') };
  const toggle = (language: Language): void => {
    const languages = all.filter(one => (one === language) !== spoken.includes(one));
    if (languages.length > 0) void setVoicePreferences({ languages });
  };
  return (
    <fieldset className="form-row">
      <legend>{t('spokenLanguages')}</legend>
      <div className="choice">
        {all.map(language => (
          <label key={language}>
            <input
              type="checkbox"
              checked={spoken.includes(language)}
              disabled={spoken.length === 1 && spoken.includes(language)}
              onChange={() => toggle(language)}
            />
            <span>{names[language]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
