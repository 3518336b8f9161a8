/** The turn in time: how long each part of it took, with the end of one's own speech as zero. */
import type { Language } from '../../store/contract-types.ts';
import { axisOf, goalMs, headlineOf, placed, rowsOf, type Timeline } from '../../store/timed-turns.ts';
import { milliseconds, seconds } from '../format.ts';
import { useLanguage, useWords } from '../window-context.tsx';

export function TurnTimes({ timeline }: { timeline: Timeline }) {
  const t = useWords();
  const rows = rowsOf(timeline);
  if (rows.length === 0) return <p className="faint">{t('turn.notTimed')}</p>;
  const axis = axisOf(rows);
  const goal = placed({ fromMs: goalMs, toMs: goalMs }, axis).from;
  const zero = placed({ fromMs: 0, toMs: 0 }, axis).from;
  const hasMinus = rows.some(({ name, toMs }) => name !== 'speech' && toMs < 0);
  return (
    <div className="turn-times" data-testid="turn-times">
      <Headline timeline={timeline} />
      <table>
        <thead className="unseen">
          <tr>
            <th scope="col">{t('turn.part')}</th>
            <td />
            <th scope="col">{t('turn.at')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.name} data-row={row.name}>
              <th scope="row">{t(`turn.row.${row.name}`)}</th>
              <td className="times-track" aria-hidden="true">
                <span className="times-zero" style={{ left: percent(zero) }} />
                <span className="times-goal" style={{ left: percent(goal) }} />
                <span
                  className="times-span"
                  style={{ left: percent(placed(row, axis).from), width: percent(placed(row, axis).length) }}
                />
              </td>
              <td className="times-ms">
                <Figure ms={row.name === 'speech' ? 0 : row.toMs} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="times-axis" aria-hidden="true">
        <div>
          {axis.ticks.map(ms => (
            <span key={ms} style={{ left: percent(placed({ fromMs: ms, toMs: ms }, axis).from) }}>
              <Figure ms={ms} />
            </span>
          ))}
        </div>
      </div>
      <p className="faint">{timeline.zero === 'asked' ? t('turn.fromAsked') : hasMinus && t('turn.minus')}</p>
      <Whole timeline={timeline} />
    </div>
  );
}

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

function Figure({ ms }: { ms: number }) {
  const language = useLanguage();
  return milliseconds(ms, language);
}

function Headline({ timeline }: { timeline: Timeline }) {
  const t = useWords();
  const language = useLanguage();
  const headline = headlineOf(timeline);
  if (headline === undefined) return null;
  const { figure, unit } = inUnit(headline.ms, language);
  return (
    <p className="times-headline">
      <strong data-testid="turn-figure">{figure}</strong>{' '}
      {t(headline.of === 'firstSound' ? 'turn.beforeFirstSound' : 'turn.beforeFirstWord', { unit })}
    </p>
  );
}

/** From ten seconds on nobody counts in thousandths. */
const inUnit = (ms: number, language: Language): { figure: string; unit: string } =>
  Math.abs(ms) < 10_000
    ? { figure: milliseconds(ms, language), unit: 'ms' }
    : { figure: seconds(ms, language), unit: 's' };

function Whole({ timeline: { wholeMs, tokensPerSecond } }: { timeline: Timeline }) {
  const t = useWords();
  const language = useLanguage();
  if (wholeMs === undefined) return null;
  const { figure, unit } = inUnit(wholeMs, language);
  return (
    <p className="faint">
      {t('turn.whole', { time: `${figure} ${unit}` })}
      {tokensPerSecond !== undefined && (
        <>
          {' · '}
          {t('turn.rate', { rate: tokensPerSecond.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB') })}
        </>
      )}
    </p>
  );
}
