/** How near a memory was, unfolded into what each kind of nearness added. */
import type { RecalledMemory } from '../../store/contract-types.ts';
import { score as scoreOf } from '../format.ts';
import { useLanguage, useWords } from '../window-context.tsx';

const kinds = ['words', 'meaning', 'time', 'association', 'affect'] as const;

export function useScoreText(): (score: number) => string {
  const language = useLanguage();
  return score => scoreOf(score, language);
}

export function ScoreParts({ memory: { score, parts } }: { memory: RecalledMemory }) {
  const t = useWords();
  const scoreText = useScoreText();
  const most = Math.max(...kinds.map(kind => Math.abs(parts[kind])), Number.EPSILON);
  return (
    <details className="score">
      <summary>{t('usedScore', { score: scoreText(score) })}</summary>
      <dl>
        {kinds.map(kind => (
          <div key={kind}>
            <dt>{t(`scoreParts.${kind}`)}</dt>
            <dd>
              <meter
                min={0}
                max={1}
                value={Math.abs(parts[kind]) / most}
                aria-label={t(`scoreParts.${kind}`)}
              />
              <span className="mono">{scoreText(parts[kind])}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
