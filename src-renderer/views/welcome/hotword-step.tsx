/** Whether Jarvis waits for its name: off unless the person says yes. */
import { useTalk } from '../dock/talk.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { StepTitle } from './step-title.tsx';

export function HotwordStep() {
  const t = useWords();
  const talk = useTalk();
  const { changeSetting } = useActions();
  const mode = useWindow(state => state.preferences.voice.mode);
  const canListen = useWindow(state => state.speech.canListen);
  const isOn = mode === 'hotword' || mode === 'always';
  const agree = (): void => {
    talk?.pause(false);
    void changeSetting('mode', 'hotword');
  };
  return (
    <>
      <StepTitle title={t('welcome.hotwordTitle')} text={t('consentText.hotword')} />
      {!canListen && <p className="faint">{t('welcome.hotwordNoModel')}</p>}
      <div className="choice">
        <button
          type="button"
          className="button"
          aria-pressed={isOn}
          onClick={agree}
          data-testid="hotword-yes"
        >
          {t('welcome.hotwordYes')}
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={!isOn}
          onClick={() => void changeSetting('mode', 'hold')}
          data-testid="hotword-no"
        >
          {t('welcome.hotwordNo')}
        </button>
      </div>
      <p role="status">{t(isOn ? 'welcome.hotwordOn' : 'welcome.hotwordOff')}</p>
    </>
  );
}
