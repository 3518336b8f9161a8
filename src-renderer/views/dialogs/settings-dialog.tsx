/** Name, language, look and voice of the profile; each change is kept at once. */
import { type SubmitEvent, useState } from 'react';
import type { Profile } from '../../store/contract-types.ts';
import { number } from '../format.ts';
import { Modal } from '../modal.tsx';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { Choice } from './choice.tsx';

export function SettingsDialog() {
  const words = useWords();
  const profile = useWindow(state => state.profile);
  const version = useWindow(state => state.version);
  return (
    <Modal title={words.settings}>
      {profile !== undefined && <ProfileFields profile={profile} key={profile.id} />}
      <PreferenceFields />
      <section className="form-row">
        <h3>{words.whereData}</h3>
        <p>{words.whereDataText}</p>
      </section>
      <p className="faint">{words.versionIs(version)}</p>
    </Modal>
  );
}

function ProfileFields({ profile }: { profile: Profile }) {
  const words = useWords();
  const { changeProfile } = useActions();
  const [name, setName] = useState(profile.name);
  const saveName = (): void => {
    const wanted = name.trim();
    if (wanted === '') setName(profile.name);
    else if (wanted !== profile.name) void changeProfile(profile.id, wanted, profile.language);
  };
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    saveName();
  };
  return (
    <>
      <form className="form-row" onSubmit={onSubmit}>
        <label htmlFor="profile-name">{words.name}</label>
        <input
          id="profile-name"
          className="input"
          value={name}
          maxLength={60}
          onChange={event => setName(event.target.value)}
          onBlur={saveName}
        />
      </form>
      <Choice
        label={words.language}
        value={profile.language}
        options={[
          ['fr', words.french],
          ['en', words.english],
        ]}
        onChange={language => void changeProfile(profile.id, name.trim() || profile.name, language)}
      />
    </>
  );
}

function PreferenceFields() {
  const words = useWords();
  const { setPreferences } = useActions();
  const preferences = useWindow(state => state.preferences);
  const language = useLanguage();
  const voices = useWindow(state => state.speech.voices);
  return (
    <>
      <Choice
        label={words.theme}
        value={preferences.theme}
        options={[
          ['system', words.themeSystem],
          ['dark', words.themeDark],
          ['light', words.themeLight],
        ]}
        onChange={theme => void setPreferences({ theme })}
      />
      <label className="form-check">
        <input
          type="checkbox"
          checked={preferences.speakAnswers}
          onChange={event => void setPreferences({ speakAnswers: event.target.checked })}
        />
        {words.speakAnswers}
      </label>
      <div className="form-row">
        <label htmlFor="speech-rate">
          {words.speechRate} <output className="mono">× {number(preferences.speechRate, language)}</output>
        </label>
        <input
          id="speech-rate"
          type="range"
          min={0.5}
          max={2}
          step={0.1}
          value={preferences.speechRate}
          onChange={event => void setPreferences({ speechRate: Number(event.target.value) })}
        />
      </div>
      {(voices.fr || voices.en) && (
        <p className="faint">
          {words.voices} : {words.french} {voices.fr}, {words.english} {voices.en}
        </p>
      )}
    </>
  );
}
