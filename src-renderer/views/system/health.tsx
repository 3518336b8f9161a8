/** The check-up: every part tried, what it means, and how to mend it; and what runs now. */
import { useEffect } from 'react';
import type { HealthReport } from '../../store/contract-types.ts';
import type { Words } from '../../words.ts';
import { CopyButton } from '../copy-button.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { diagnosisText } from './diagnosis.ts';
import { MendButtons } from './mend-buttons.tsx';
import { PartsNow } from './parts-now.tsx';

export function Health() {
  const { runDoctor, loadParts } = useActions();
  useEffect(() => {
    void runDoctor();
    void loadParts();
  }, [runDoctor, loadParts]);
  return (
    <>
      <Doctor />
      <PartsNow />
    </>
  );
}

function Doctor() {
  const t = useWords();
  const { runDoctor } = useActions();
  const { state, report, error } = useWindow(({ doctor }) => doctor);
  return (
    <section aria-labelledby="system-doctor">
      <h2 id="system-doctor">{t('doctor')}</h2>
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
      <div className="system-line">
        <button
          type="button"
          className="button"
          disabled={state === 'running'}
          onClick={() => void runDoctor()}
        >
          {t('runAgain')}
        </button>
        {report !== undefined && <CopyDiagnosis report={report} />}
      </div>
    </section>
  );
}

function CopyDiagnosis({ report }: { report: HealthReport }) {
  const t = useWords();
  const parts = useWindow(state => state.system.parts);
  return (
    <span className="system-copy">
      <CopyButton text={diagnosisText(report, parts)} label={t('system.copyDiagnosis')} />
      <span className="faint">{t('system.copyText')}</span>
    </span>
  );
}

const names = [
  ...(['node', 'memory', 'disk', 'store', 'secrets', 'wire', 'model', 'meaning'] as const),
  ...(['speech-to-text', 'text-to-speech'] as const),
];

/** `model:ollama`: the kind of part in words, and which one. */
function partName(part: string, t: Words): string {
  const [kind = part, which] = part.split(':');
  const known = names.find(name => name === kind);
  const name = known === undefined ? kind : t(`system.check.${known}`);
  return which === undefined ? name : t('system.checkOf', { name, which });
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
              <strong>{partName(check.part, t)}</strong>
              <p>{check.meaning}</p>
              {check.mend !== undefined && <p className="mend">{check.mend}</p>}
              {check.mends !== undefined && <MendButtons mends={check.mends} />}
            </div>
            <span className="mono faint">{t('milliseconds', { count: Math.round(check.durationMs) })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
