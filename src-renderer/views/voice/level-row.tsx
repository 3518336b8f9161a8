/** How loud the microphone is: cells drawn straight onto the page at each frame, and the level in words now and then. */
import { useEffect, useRef, useState } from 'react';
import { decibels, type LevelWord, levelWord } from '../../voice/level-words.ts';
import type { MicrophoneTest } from '../../voice/microphone-test.ts';
import { shownLevel } from '../../voice/sound-meter.ts';
import { useWords } from '../window-context.tsx';

const wordsEveryMs = 400;
/** A word is not taken back in the pause between two others. */
const keptMs = 1_200;

export function LevelRow({ test }: { test: MicrophoneTest }) {
  const t = useWords();
  const meter = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<{ readonly db: number; readonly word: LevelWord }>({
    db: -100,
    word: 'none',
  });
  useEffect(() => {
    let frame = 0;
    let loudest = { db: -100, atMs: 0 };
    let saidAtMs = 0;
    const draw = (nowMs: number): void => {
      const level = test.level();
      meter.current?.style.setProperty('--level', shownLevel(level).toFixed(2));
      const db = decibels(level);
      if (db >= loudest.db || nowMs - loudest.atMs > keptMs) loudest = { db, atMs: nowMs };
      if (nowMs - saidAtMs > wordsEveryMs) {
        saidAtMs = nowMs;
        setSaid({ db: loudest.db, word: levelWord(loudest.db) });
      }
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [test]);
  return (
    <div className="level-row">
      <div ref={meter} className="level-cells" aria-hidden="true" />
      <span className="mono level-word" data-level={said.word} aria-hidden="true" data-testid="level-word">
        {t('setting.levelText', { db: said.db, word: t(`setting.levelIs.${said.word}`) })}
      </span>
      {/* Read out when the word changes, not at each decibel. */}
      <span className="unseen" role="status">
        {t('setting.levelSaid', { word: t(`setting.levelIs.${said.word}`) })}
      </span>
    </div>
  );
}
