/** What leads on, back and out. */
import { type WelcomeStep, welcomeSteps } from '../../../src-main/domain/settings.ts';
import { useActions, useWords } from '../window-context.tsx';

/** They have a button of their own that does what the step is about. */
const hasOwnAction: ReadonlySet<WelcomeStep> = new Set(['models', 'hotword']);

export function WelcomeFoot({ step }: { step: WelcomeStep }) {
  const t = useWords();
  const { goToWelcomeStep, leaveWelcome, finishWelcome } = useActions();
  const at = welcomeSteps.indexOf(step);
  const [before, after] = [welcomeSteps[at - 1], welcomeSteps[at + 1]];
  return (
    <footer className="welcome-foot">
      <p className="faint grow">{t(step === 'models' ? 'welcome.loads' : 'welcome.stays')}</p>
      {after !== undefined && (
        <button type="button" className="link-button" onClick={leaveWelcome} data-testid="welcome-later">
          {t('welcome.later')}
        </button>
      )}
      {before !== undefined && (
        <button
          type="button"
          className="button"
          onClick={() => goToWelcomeStep(before)}
          data-testid="welcome-back"
        >
          {t('welcome.back')}
        </button>
      )}
      <button
        type="button"
        className={hasOwnAction.has(step) ? 'button' : 'button filled'}
        onClick={() => (after === undefined ? finishWelcome() : goToWelcomeStep(after))}
        data-testid="welcome-next"
      >
        {t(after === undefined ? 'welcome.begin' : 'welcome.next')}
      </button>
    </footer>
  );
}
