/** All steps, where one is, and what was said so far. */
import { type WelcomeStep, welcomeSteps } from '../../../src-main/domain/settings.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';

export function StepList({ step }: { step: WelcomeStep }) {
  const t = useWords();
  const { goToWelcomeStep } = useActions();
  const profile = useWindow(state => state.profile);
  const at = welcomeSteps.indexOf(step);
  const said: Readonly<Partial<Record<WelcomeStep, string | undefined>>> = {
    language: t(profile?.language === 'en' ? 'english' : 'french'),
    name: profile?.name,
  };
  return (
    <nav className="welcome-steps" aria-label={t('welcome.steps')}>
      <ol>
        {welcomeSteps.map((name, i) => (
          <li key={name} data-done={i < at}>
            <button
              type="button"
              aria-current={name === step ? 'step' : undefined}
              onClick={() => goToWelcomeStep(name)}
            >
              <span className="welcome-mark" aria-hidden="true" />
              <span>
                {t(`welcome.step.${name}`)}
                {i < at && said[name] !== undefined && <small>{said[name]}</small>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
