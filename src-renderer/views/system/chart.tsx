/** One measure over time: half and nineteen of twenty were below the two lines; errors are counted. */
import { useEffect, useRef, useState } from 'react';
import type { History } from '../../store/contract-types.ts';
import { number } from '../format.ts';
import { useLanguage, useWindow, useWords } from '../window-context.tsx';
import type { DrawnChart } from './draw-chart.ts';
import { figure } from './figure.ts';

export type Series = History['series'][number];

interface Props extends Pick<History, 'span' | 'stepMs'>, Series {}

export function Chart({ measure, points, span, stepMs }: Props) {
  const t = useWords();
  const language = useLanguage();
  const title = t(`system.measure.${measure}`);
  const count = points.reduce((sum, point) => sum + point.count, 0);
  const last = points.at(-1);
  const theme = useTheme();
  const figures =
    measure === 'errors'
      ? number(count, language)
      : t('system.lastFigures', {
          p50: figure(measure, last?.p50, language, t),
          p95: figure(measure, last?.p95, language, t),
        });
  return (
    <figure className="chart" data-testid="chart" data-measure={measure}>
      <figcaption>
        <strong>{title}</strong> <span className="mono">{figures}</span>
      </figcaption>
      {/* Another theme has other colours: it is drawn anew. */}
      <Plot
        key={theme}
        measure={measure}
        points={points}
        span={span}
        stepMs={stepMs}
        label={t('system.chartOf', { measure: title, figures })}
      />
      <details>
        <summary>{t('system.asTable')}</summary>
        <PointTable measure={measure} points={points} span={span} />
      </details>
    </figure>
  );
}

/** The library that draws comes with the first chart. */
function Plot({ label, ...series }: Props & { label: string }) {
  const language = useLanguage();
  const t = useWords();
  const place = useRef<HTMLDivElement>(null);
  const { measure, points, span, stepMs } = series;
  useEffect(() => {
    let chart: DrawnChart | undefined;
    let isGone = false;
    void import('./draw-chart.ts').then(({ drawChart }) => {
      if (!isGone && place.current !== null)
        chart = drawChart(place.current, { measure, points, span, stepMs }, { language, t });
    });
    return () => {
      isGone = true;
      chart?.remove();
    };
  }, [measure, points, span, stepMs, language, t]);
  return <div className="plot" ref={place} role="img" aria-label={label} />;
}

/** What is on the page now; the preference may leave it to the system. */
function useTheme(): string {
  const preference = useWindow(state => state.preferences.theme);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const [isDark, setDark] = useState(dark.matches);
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const tell = (): void => setDark(system.matches);
    system.addEventListener('change', tell);
    return () => system.removeEventListener('change', tell);
  }, []);
  return `${preference} ${isDark}`;
}

function PointTable({ measure, points, span }: Pick<Props, 'measure' | 'points' | 'span'>) {
  const t = useWords();
  const language = useLanguage();
  const isCount = measure === 'errors';
  return (
    <div className="chart-table">
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t('system.when')}</th>
            <th scope="col">{t('system.count')}</th>
            {!isCount && <th scope="col">{t('system.half')}</th>}
            {!isCount && <th scope="col">{t('system.most')}</th>}
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map(({ atMs, count, p50, p95 }) => (
            <tr key={atMs}>
              <th scope="row">{timeOf(atMs, span, language)}</th>
              <td className="mono">{number(count, language)}</td>
              {!isCount && <td className="mono">{figure(measure, p50, language, t)}</td>}
              {!isCount && <td className="mono">{figure(measure, p95, language, t)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const timeOf = (atMs: number, span: History['span'], language: string): string =>
  new Date(atMs).toLocaleString(
    language,
    span === 'year' ? { dateStyle: 'medium' } : { dateStyle: 'short', timeStyle: 'short' },
  );
