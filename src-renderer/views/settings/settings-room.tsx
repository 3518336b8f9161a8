/** Name, language, look and voice of the profile; each change is kept at once. */
import { type SubmitEvent, useState } from 'react';
import type { Profile } from '../../store/contract-types.ts';
import { Choice } from '../dialogs/choice.tsx';
import { Page } from '../frame/page.tsx';
import { VoiceSettings } from '../voice/voice-settings.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

export default function SettingsRoom() {
  const t = useWords();
  const profile = useWindow(state => state.profile);
  const version = useWindow(state => state.version);
  return (
    <Page title={t('settings')}>
      {profile !== undefined && <ProfileFields profile={profile} key={profile.id} />}
      <PreferenceFields />
      <VoiceSettings />
      <section className="form-row">
        <h3>{t('whereData')}</h3>
        <p>{t('whereDataText')}</p>
      </section>
      <p className="faint">{t('versionIs', { version })}</p>
    </Page>
  );
}

function ProfileFields({ profile }: { profile: Profile }) {
  const t = useWords();
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
        <label htmlFor="profile-name">{t('name')}</label>
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
        label={t('language')}
        value={profile.language}
        options={[
          ['fr', t('french')],
          ['en', t('english')],
        ]}
        onChange={language => void changeProfile(profile.id, name.trim() || profile.name, language)}
      />
    </>
  );
}

function PreferenceFields() {
  const t = useWords();
  const { setPreferences } = useActions();
  const theme = useWindow(state => state.preferences.theme);
  return (
    <Choice
      label={t('theme')}
      value={theme}
      options={[
        ['system', t('themeSystem')],
        ['dark', t('themeDark')],
        ['light', t('themeLight')],
      ]}
      onChange={wanted => void setPreferences({ theme: wanted })}
    />
  );
}
