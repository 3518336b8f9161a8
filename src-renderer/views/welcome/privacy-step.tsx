/** Privacy in three sentences. */
import { useWords } from '../window-context.tsx';
import { StepTitle } from './step-title.tsx';

export function PrivacyStep() {
  const t = useWords();
  return (
    <>
      <StepTitle title={t('welcome.privacyTitle')} text={t('welcome.privacyHere')} />
      <p className="welcome-lead">{t('welcome.privacyYours')}</p>
      <p className="welcome-lead">{t('welcome.privacyOut')}</p>
    </>
  );
}
