/** What was measured over an hour to a year: each measure as a chart, with its figures as a table beside. */
import { useEffect, useState } from 'react';
import { spans } from '../../../src-main/domain/history.ts';
import type { History } from '../../store/contract-types.ts';
import { Choice } from '../dialogs/choice.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { Chart } from './chart.tsx';

const refreshMs = 30_000;

export function Charts() {
  const t = useWords();
  const { loadHistory } = useActions();
  const [span, setSpan] = useState<History['span']>('day');
  const history = useWindow(state => state.system.history);
  useEffect(() => {
    void loadHistory(span);
    const asking = setInterval(() => void loadHistory(span), refreshMs);
    return () => clearInterval(asking);
  }, [loadHistory, span]);
  const shown = history?.span === span ? history : undefined;
  return (
    <section aria-labelledby="system-measures" data-testid="measures">
      <h2 id="system-measures">{t('system.part.measures')}</h2>
      <p className="faint">{t('system.measuresText')}</p>
      <Choice
        label={t('system.over')}
        value={span}
        options={spans.map(one => [one, t(`system.span.${one}`)] as const)}
        onChange={setSpan}
      />
      {shown === undefined ? <p className="faint">{t('system.loading')}</p> : <Drawn history={shown} />}
    </section>
  );
}

function Drawn({ history: { span, stepMs, series } }: { history: History }) {
  const t = useWords();
  const measured = series.filter(({ points }) => points.length > 0);
  const rest = series.filter(({ points, measure }) => points.length === 0 && measure !== 'errors');
  return (
    <>
      {measured.length === 0 && <p>{t('system.nothingMeasured')}</p>}
      <div className="charts">
        {measured.map(({ measure, points }) => (
          <Chart key={measure} measure={measure} points={points} span={span} stepMs={stepMs} />
        ))}
      </div>
      {measured.length > 0 && rest.length > 0 && (
        <p className="faint">
          {t('system.notMeasured', {
            names: rest.map(({ measure }) => t(`system.measure.${measure}`)).join(', '),
          })}
        </p>
      )}
    </>
  );
}
