/** The check-up: every part tried, what it means, and how to mend it. */
import { useEffect } from 'react';
import type { HealthReport } from '../../store/contract-types.ts';
import { Modal } from '../modal.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

export function DoctorDialog() {
  const words = useWords();
  const { runDoctor } = useActions();
  const { state, report, error } = useWindow(({ doctor }) => doctor);
  useEffect(() => void runDoctor(), [runDoctor]);
  return (
    <Modal title={words.doctor}>
      <p className="faint">{words.doctorText}</p>
      <div aria-live="polite">
        {state === 'running' && <p>{words.doctorRunning}</p>}
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
          {words.runAgain}
        </button>
      </div>
    </Modal>
  );
}

function Report({ report }: { report: HealthReport }) {
  const words = useWords();
  const verdict = { fine: words.allFine, degraded: words.someDegraded, broken: words.someBroken }[
    report.state
  ];
  return (
    <>
      <p className={`verdict health-${report.state}`}>{verdict}</p>
      <ul className="checks">
        {report.checks.map(check => (
          <li key={check.part} data-testid="health-check">
            <span className={`health health-${check.state}`}>{words[check.state]}</span>
            <div>
              <strong>{check.part}</strong>
              <p>{check.meaning}</p>
              {check.mend !== undefined && <p className="mend">{check.mend}</p>}
            </div>
            <span className="mono faint">{Math.round(check.durationMs)} ms</span>
          </li>
        ))}
      </ul>
    </>
  );
}
