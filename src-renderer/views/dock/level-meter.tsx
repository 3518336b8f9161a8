/** How loud the microphone is, drawn straight onto the element at each frame: the level is no state of the window. */
import { useEffect, useRef } from 'react';
import { shownLevel } from '../../voice/sound-meter.ts';
import { useTalk } from './talk.ts';

export function LevelMeter() {
  const talk = useTalk();
  const bar = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let frame = 0;
    let drawn = '';
    const draw = (): void => {
      const wanted = `scaleX(${shownLevel(talk?.level() ?? 0).toFixed(2)})`;
      if (bar.current !== null && wanted !== drawn) bar.current.style.transform = wanted;
      drawn = wanted;
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [talk]);
  return (
    <span className="level" aria-hidden="true">
      <span ref={bar} />
    </span>
  );
}
