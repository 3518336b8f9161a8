/** Which of the installed voices speaks each language; where there is none to choose, which engine speaks. */
import { useEffect, useId } from 'react';
import type { Language } from '../../store/contract-types.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';

const languages: readonly Language[] = ['fr', 'en'];

export function VoiceChoice() {
  const { loadCatalogue } = useActions();
  useEffect(() => void loadCatalogue(), [loadCatalogue]);
  return languages.map(language => <VoiceOf key={language} language={language} />);
}

function VoiceOf({ language }: { language: Language }) {
  const t = useWords();
  const { useModel: chooseModel } = useActions();
  const id = useId();
  const engine = useWindow(state => state.speech.voices[language]);
  const models = useWindow(state => state.catalogue.picture?.models);
  const label = t('voiceOf', { language: language === 'fr' ? t('french') : t('english') });
  const voices = (models ?? []).filter(
    ({ purpose, state, languages: spoken }) =>
      purpose === 'voice' && spoken.includes(language) && (state === 'installed' || state === 'built-in'),
  );
  if (voices.length === 0)
    return (
      <p className="faint">
        {label} : {engine}
      </p>
    );
  return (
    <div className="form-row">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={voices.find(({ isInUse }) => isInUse)?.id ?? ''}
        onChange={event => void chooseModel(event.target.value)}
      >
        {!voices.some(({ isInUse }) => isInUse) && <option value="">{engine}</option>}
        {voices.map(voice => (
          <option key={voice.id} value={voice.id}>
            {voice.name}
          </option>
        ))}
      </select>
    </div>
  );
}
