/** One measure over time: half and nineteen of twenty were below the two lines; errors are counted. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { History, Language } from '../../store/contract-types.ts';
import type { Words } from '../../words.ts';
import { number } from '../format.ts';
import { useLanguage, useWindow, useWords } from '../window-context.tsx';
import { pointAfter } from './chart-keys.ts';
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

/** The library that draws comes with the first chart. A point is read by the mouse or by the arrow keys. */
function Plot({ label, ...series }: Props & { label: string }) {
  const language = useLanguage();
  const t = useWords();
  const hintId = useId();
  const { measure, points, span } = series;
  const { place, chart, at } = useDrawn(series);
  const onKeyDown = (event: KeyboardEvent): void => {
    const isLeft = event.key === 'Escape' && at !== undefined;
    const next = isLeft ? undefined : pointAfter(event.key, at, points.length);
    if (!isLeft && next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    chart.current?.show(next);
  };
  const point = at === undefined ? undefined : points[at];
  return (
    <div className="chart-plot">
      <div
        className="plot"
        ref={place}
        role="application"
        {...walkedByKeys}
        aria-label={label}
        aria-describedby={hintId}
        onKeyDown={onKeyDown}
        onBlur={() => chart.current?.show(undefined)}
        data-testid="plot"
      />
      <output className="chart-point" data-testid="chart-point">
        {point !== undefined && pointText({ measure, point, span }, language, t)}
      </output>
      <p id={hintId} className="unseen">
        {t('system.chartKeys')}
      </p>
    </div>
  );
}

/** The arrow keys walk along its points: it has to be reached by the keyboard. */
const walkedByKeys = { tabIndex: 0 } as const;

/** Drawn anew when it is measured anew: the cursor stays on its time. */
function useDrawn({ measure, points, span, stepMs }: Props) {
  const language = useLanguage();
  const t = useWords();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<DrawnChart>(undefined);
  const readMs = useRef<number>(undefined);
  const [at, setAt] = useState<number>();
  useEffect(() => {
    let isGone = false;
    const onPoint = (next: number | undefined): void => {
      if (isGone) return;
      readMs.current = next === undefined ? undefined : points[next]?.atMs;
      setAt(next);
    };
    const before = readMs.current;
    void import('./draw-chart.ts').then(({ drawChart }) => {
      if (isGone || place.current === null) return;
      chart.current = drawChart(place.current, { measure, points, span, stepMs }, { language, t, onPoint });
      const again = points.findIndex(({ atMs }) => atMs === before);
      chart.current.show(again < 0 ? undefined : again);
    });
    return () => {
      isGone = true;
      chart.current?.remove();
      chart.current = undefined;
    };
  }, [measure, points, span, stepMs, language, t]);
  return { place, chart, at };
}

interface Read extends Pick<Props, 'measure' | 'span'> {
  readonly point: Series['points'][number];
}

function pointText({ measure, point, span }: Read, language: Language, t: Words): string {
  const when = timeOf(point.atMs, span, language);
  if (measure === 'errors') return t('system.pointCount', { when, count: number(point.count, language) });
  const [p50, p95] = [point.p50, point.p95].map(value => figure(measure, value, language, t));
  return t('system.point', { when, p50: p50 ?? '', p95: p95 ?? '' });
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
