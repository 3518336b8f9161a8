/** The check-up: every part tried, what it means, and how to mend it. */
import { useEffect } from 'react';
import type { HealthReport } from '../../store/contract-types.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';

export function Doctor() {
  const t = useWords();
  const { runDoctor } = useActions();
  const { state, report, error } = useWindow(({ doctor }) => doctor);
  useEffect(() => void runDoctor(), [runDoctor]);
  return (
    <section aria-label={t('doctor')}>
      <h2>{t('doctor')}</h2>
      <p className="faint">{t('doctorText')}</p>
      <div aria-live="polite">
        {state === 'running' && <p>{t('doctorRunning')}</p>}
        {error !== undefined && (
          <p className="remark-error">
            {error.message} {error.hint}
          </p>
        )}
        {report !== undefined && <Report report={report} />}
      </div>
      <div className="modal-actions">
        <button
          type="button"
          className="button"
          disabled={state === 'running'}
          onClick={() => void runDoctor()}
        >
          {t('runAgain')}
        </button>
      </div>
    </section>
  );
}

function Report({ report }: { report: HealthReport }) {
  const t = useWords();
  const verdict = { fine: t('allFine'), degraded: t('someDegraded'), broken: t('someBroken') }[report.state];
  return (
    <>
      <p className={`verdict health-${report.state}`}>{verdict}</p>
      <ul className="checks">
        {report.checks.map(check => (
          <li key={check.part} data-testid="health-check">
            <span className={`health health-${check.state}`}>{t(`health.${check.state}`)}</span>
            <div>
              <strong>{check.part}</strong>
              <p>{check.meaning}</p>
              {check.mend !== undefined && <p className="mend">{check.mend}</p>}
            </div>
            <span className="mono faint">{t('milliseconds', { count: Math.round(check.durationMs) })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
