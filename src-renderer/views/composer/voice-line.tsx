/** Says what the voice is doing, with the level of the microphone while it listens. */
import { useEffect, useRef } from 'react';
import { useWindow, useWords } from '../window-context.tsx';
import { useTalk } from './talk.ts';

export function VoiceLine() {
  const words = useWords();
  const talk = useTalk();
  const voice = useWindow(state => state.voice);
  if (voice.state === 'idle' && !voice.speaking) return null;
  const text = { listening: words.listening, transcribing: words.transcribing, idle: words.speaking }[
    voice.state
  ];
  const shape = voice.state === 'idle' ? 'speaking' : voice.state;
  return (
    <div className={`voice-line voice-${shape}`} data-testid="voice-state" data-state={shape}>
      <span role="status">{text}</span>
      {voice.state === 'listening' && <LevelMeter />}
      {voice.state === 'idle' && (
        <button type="button" className="button" onClick={() => talk?.hush()}>
          {words.stopSpeaking}
        </button>
      )}
    </div>
  );
}

/** Drawn straight onto the element at each frame: the level is no state of the window. */
function LevelMeter() {
  const talk = useTalk();
  const bar = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let frame = 0;
    const draw = (): void => {
      const level = Math.min(1, Math.max(0, talk?.level() ?? 0));
      if (bar.current !== null) bar.current.style.transform = `scaleX(${level.toFixed(3)})`;
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
