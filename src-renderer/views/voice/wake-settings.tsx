/** The name: a meter to try it, and recordings that fit it to one's voice. */
import { useState } from 'react';
import { reportOf } from '../../store/error-report.ts';
import { MicrophoneError } from '../../voice/microphone-error.ts';
import { useTalk } from '../dock/talk.ts';
import { useActions, useLanguage, useWords } from '../window-context.tsx';
import { WakeMeter } from './wake-meter.tsx';

export function WakeSettings() {
  const t = useWords();
  const [isTrying, setTrying] = useState(false);
  return (
    <section className="wake-settings" aria-label={t('wakeTitle')}>
      <h4>{t('wakeTitle')}</h4>
      <button
        type="button"
        className="button"
        aria-pressed={isTrying}
        onClick={() => setTrying(!isTrying)}
        data-testid="try-wake"
      >
        {isTrying ? t('tryStop') : t('tryIt')}
      </button>
      {isTrying && <WakeMeter />}
      {!isTrying && <Tuning />}
    </section>
  );
}

type Progress =
  | { readonly step: 'none' | 'recording' | 'forgotten' }
  | { readonly step: 'recorded'; readonly recordings: number; readonly isDone: boolean };

function Tuning() {
  const t = useWords();
  const talk = useTalk();
  const fail = useVoiceFault();
  const [progress, setProgress] = useState<Progress>({ step: 'none' });
  const attempt = (work: Promise<Progress> | undefined): void => {
    work?.then(setProgress, (error: unknown) => {
      setProgress({ step: 'none' });
      fail(error);
    });
  };
  const record = (): void => {
    setProgress({ step: 'recording' });
    attempt(talk?.trial.record().then(done => ({ step: 'recorded', ...done })));
  };
  const forget = (): void => attempt(talk?.trial.forget().then(() => ({ step: 'forgotten' })));
  const said = {
    none: () => t('tuneHint'),
    recording: () => t('tuning'),
    forgotten: () => t('untuned'),
    recorded: () =>
      progress.step === 'recorded' && !progress.isDone
        ? t('tuned', { recordings: progress.recordings })
        : t('tunedDone'),
  }[progress.step]();
  const isRecording = progress.step === 'recording';
  return (
    <>
      <p role="status">{said}</p>
      <div className="choice">
        <button type="button" className="button" disabled={isRecording} onClick={record} data-testid="tune">
          {t('tune')}
        </button>
        <button type="button" className="button" disabled={isRecording} onClick={forget}>
          {t('untune')}
        </button>
      </div>
    </>
  );
}

function useVoiceFault(): (error: unknown) => void {
  const { toast } = useActions();
  const language = useLanguage();
  return error => {
    if (error instanceof MicrophoneError)
      toast({ kind: 'voice', remark: { kind: 'microphone', fault: error.fault } });
    else toast({ kind: 'error', error: reportOf(error, language) });
  };
}
