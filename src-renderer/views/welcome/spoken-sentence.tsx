/** One sentence, kept in memory until it was heard, then thrown away. */
import { useEffect, useRef, useState } from 'react';
import type { MicrophoneTest } from '../../voice/microphone-test.ts';
import { useWords } from '../window-context.tsx';

type Stage = 'ready' | 'recording' | 'playing' | 'thrown' | 'failed';

/** Nobody has to press twice. */
const longestMs = 8_000;

export function SpokenSentence({ test }: { test: MicrophoneTest }) {
  const t = useWords();
  const [stage, setStage] = useState<Stage>('ready');
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);
  const record = (): void => {
    setStage('recording');
    const end = test.record();
    const timer = setTimeout(() => stop.current?.(), longestMs);
    stop.current = () => {
      clearTimeout(timer);
      stop.current = undefined;
      setStage('playing');
      end()
        .then(sound => test.play(sound))
        .then(
          () => setStage('thrown'),
          () => setStage('failed'),
        );
    };
  };
  const said = {
    ready: '',
    recording: t('welcome.recording'),
    playing: t('welcome.playing'),
    thrown: t('welcome.thrown'),
    failed: t('welcome.recordFailed'),
  }[stage];
  return (
    <div className="welcome-sentence" data-stage={stage} data-testid="test-sentence">
      <p role="status">{said}</p>
      {stage === 'recording' ? (
        <button
          type="button"
          className="button"
          onClick={() => stop.current?.()}
          data-testid="stop-recording"
        >
          {t('welcome.stopRecording')}
        </button>
      ) : (
        <button
          type="button"
          className="button"
          disabled={stage === 'playing'}
          onClick={record}
          data-testid="record-sentence"
        >
          {t('welcome.record')}
        </button>
      )}
    </div>
  );
}
