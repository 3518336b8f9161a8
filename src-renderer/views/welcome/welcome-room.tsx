/** What a new profile is asked, one task at a time; each can be skipped, and leaving loses nothing. */
import { type ComponentType, useEffect } from 'react';
import { type WelcomeStep, welcomeSteps } from '../../../src-main/domain/settings.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { HotwordStep } from './hotword-step.tsx';
import { LanguageStep } from './language-step.tsx';
import { ModelsStep } from './models-step.tsx';
import { NameStep } from './name-step.tsx';
import { PrivacyStep } from './privacy-step.tsx';
import { StepList } from './step-list.tsx';
import { VoiceStep } from './voice-step.tsx';
import { WelcomeFoot } from './welcome-foot.tsx';

const tasks: Readonly<Record<WelcomeStep, ComponentType>> = {
  language: LanguageStep,
  name: NameStep,
  voice: VoiceStep,
  models: ModelsStep,
  hotword: HotwordStep,
  privacy: PrivacyStep,
};

export default function WelcomeRoom() {
  const t = useWords();
  const { guessLanguage } = useActions();
  const step = useWindow(state => state.preferences.welcome.step);
  const Task = tasks[step];
  const count = welcomeSteps.length;
  useEffect(guessLanguage, [guessLanguage]);
  useEscape();
  return (
    <div className="welcome" data-testid="welcome" data-step={step}>
      <StepList step={step} />
      <main className="welcome-task" aria-label={t('welcome.title')} tabIndex={-1}>
        <p className="faint welcome-count">
          {t('welcome.stepOf', { step: welcomeSteps.indexOf(step) + 1, count })}
        </p>
        <Task key={step} />
      </main>
      <WelcomeFoot step={step} />
    </div>
  );
}

/** Escape leaves, unless it closes something that lies above. */
function useEscape(): void {
  const { leaveWelcome } = useActions();
  const isCovered = useWindow(state => state.dialog !== undefined);
  useEffect(() => {
    if (isCovered) return;
    const listening = new AbortController();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) leaveWelcome();
    };
    addEventListener('keydown', onKeyDown, { signal: listening.signal });
    return () => listening.abort();
  }, [leaveWelcome, isCovered]);
}
