/** The name's score while one tries it, drawn straight onto the elements: it changes many times a second. */
import { useEffect, useRef, useState } from 'react';
import type { WakeScoreNow } from '../../voice/wake-trial.ts';
import { useTalk } from '../dock/talk.ts';
import { useWords } from '../window-context.tsx';

export function WakeMeter() {
  const t = useWords();
  const talk = useTalk();
  const [bar, mark] = [useRef<HTMLSpanElement>(null), useRef<HTMLSpanElement>(null)];
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let wasOver = false;
    const draw = ({ score, threshold }: WakeScoreNow): void => {
      if (bar.current) bar.current.style.transform = `scaleX(${score.toFixed(3)})`;
      if (mark.current) mark.current.style.left = `${(threshold * 100).toFixed(1)}%`;
      if (score >= threshold && !wasOver) setTimes(count => count + 1);
      wasOver = score >= threshold;
    };
    return talk?.trial.meter(draw);
  }, [talk, bar, mark]);
  return (
    <>
      <p>{t('tryHint')}</p>
      <div className="wake-meter" role="img" aria-label={t('wakeScore')}>
        <span ref={bar} className="score" />
        <span ref={mark} className="threshold" />
      </div>
      <p role="status" data-testid="wake-heard">
        {times > 0 ? t('wakeHeard', { count: times }) : ''}
      </p>
    </>
  );
}
