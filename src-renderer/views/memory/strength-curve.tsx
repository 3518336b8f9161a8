/** How strong a memory was, is, and will be if nobody asks for it: drawn from the function that forgets. */
import type { Explanation } from '../../store/contract-types.ts';
import { number } from '../format.ts';
import { useLanguage, useWords } from '../window-context.tsx';
import { dateOfMs, monthAndYear } from './memory-dates.ts';

const width = 240;
const height = 64;

type Curve = NonNullable<Explanation['curve']>;

export function StrengthCurve({ explanation }: { explanation: Explanation }) {
  const t = useWords();
  const language = useLanguage();
  const { curve, strength, recalls } = explanation;
  const percent = number(Math.round(100 * strength), language);
  const text = t('memoryStrengthOf', { percent, count: recalls });
  return (
    <section aria-label={t('memoryStrength')} className="strength">
      <header>
        <h3>{t('memoryStrength')}</h3>
        <span className="faint">{text}</span>
      </header>
      {curve !== undefined && <Drawn curve={curve} strength={strength} />}
      {curve !== undefined && (
        <p className="strength-times mono" aria-hidden="true">
          <span>{monthAndYear(dateOfMs(curve.points[0]?.atMs ?? 0), language)}</span>
          <span>{t('memoryRoom.floor')}</span>
        </p>
      )}
    </section>
  );
}

function Drawn({ curve: { points, floor, nowMs }, strength }: { curve: Curve; strength: number }) {
  const [first, last] = [points[0]?.atMs ?? 0, points.at(-1)?.atMs ?? 1];
  const x = (atMs: number): number => ((atMs - first) / Math.max(1, last - first)) * width;
  const y = (value: number): number => height - value * (height - 4) - 1;
  const line = (shown: Curve['points']): string =>
    shown.map(point => `${x(point.atMs).toFixed(1)},${y(point.strength).toFixed(1)}`).join(' ');
  return (
    <svg
      className="strength-curve"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <line className="strength-floor" x1="0" x2={width} y1={y(floor)} y2={y(floor)} />
      <polyline points={line(points.filter(({ atMs }) => atMs <= nowMs))} />
      <polyline className="strength-ahead" points={line(points.filter(({ atMs }) => atMs >= nowMs))} />
      <line className="strength-now" x1={x(nowMs)} x2={x(nowMs)} y1={y(strength) - 4} y2={y(strength) + 4} />
    </svg>
  );
}
