/** What was felt when it was said: unpleasant to pleasant, calm to lively. */
import type { Explanation } from '../../store/contract-types.ts';
import { useWords } from '../window-context.tsx';

const size = 64;
const margin = 6;

export function AffectSquare({ affect }: { affect: NonNullable<Explanation['affect']> }) {
  const t = useWords();
  const { valence, arousal, emotion } = affect;
  const x = margin + ((valence + 1) / 2) * (size - 2 * margin);
  const y = size - margin - arousal * (size - 2 * margin);
  return (
    <section aria-label={t('scoreParts.affect')} className="affect">
      <header>
        <h3>{t('scoreParts.affect')}</h3>
        <span className="faint">{t(`memoryRoom.emotion.${emotion}`)}</span>
      </header>
      <div className="affect-field">
        <svg width={size} height={size} aria-hidden="true">
          <rect x="0.5" y="0.5" width={size - 1} height={size - 1} />
          <line x1={size / 2} x2={size / 2} y1="0" y2={size} />
          <line x1="0" x2={size} y1={size / 2} y2={size / 2} />
          <circle cx={x} cy={y} r="4" />
        </svg>
        <p className="mono faint">
          <span>{arousal >= 0.5 ? t('memoryRoom.lively') : t('memoryRoom.calm')}</span>
          <span>{valence >= 0 ? t('memoryRoom.pleasant') : t('memoryRoom.unpleasant')}</span>
        </p>
      </div>
    </section>
  );
}
