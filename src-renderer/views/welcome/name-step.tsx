/** How Jarvis calls the person. */
import { useState } from 'react';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { StepTitle } from './step-title.tsx';

export function NameStep() {
  const t = useWords();
  const { changeProfile, goToWelcomeStep } = useActions();
  const profile = useWindow(state => state.profile);
  const [name, setName] = useState(profile?.name ?? '');
  const keep = (): void => {
    const wanted = name.trim();
    if (profile === undefined || wanted === '' || wanted === profile.name) return;
    void changeProfile(profile.id, wanted, profile.language);
  };
  return (
    <>
      <StepTitle title={t('welcome.nameTitle')} text={t('welcome.nameText')} />
      <form
        onSubmit={event => {
          event.preventDefault();
          keep();
          goToWelcomeStep('voice');
        }}
      >
        <label className="welcome-field">
          <span className="faint">{t('name')}</span>
          <input
            className="input"
            value={name}
            maxLength={60}
            autoComplete="given-name"
            onChange={event => setName(event.target.value)}
            onBlur={keep}
            data-testid="welcome-name"
          />
        </label>
      </form>
    </>
  );
}
