/** Name, language, look and voice of the profile; each change is kept at once. */
import { type SubmitEvent, useState } from 'react';
import type { Profile } from '../../store/contract-types.ts';
import { Modal } from '../modal.tsx';
import { VoiceSettings } from '../voice/voice-settings.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { Choice } from './choice.tsx';

export function SettingsDialog() {
  const words = useWords();
  const profile = useWindow(state => state.profile);
  const version = useWindow(state => state.version);
  return (
    <Modal title={words.settings}>
      {profile !== undefined && <ProfileFields profile={profile} key={profile.id} />}
      <PreferenceFields />
      <VoiceSettings />
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
  const theme = useWindow(state => state.preferences.theme);
  return (
    <Choice
      label={words.theme}
      value={theme}
      options={[
        ['system', words.themeSystem],
        ['dark', words.themeDark],
        ['light', words.themeLight],
      ]}
      onChange={wanted => void setPreferences({ theme: wanted })}
    />
  );
}
