/** The microphone, proved by the core that moves with it and by one sentence that is played back; and Jarvis' voice. */
import { useEffect, useState } from 'react';
import type { MicrophoneTest } from '../../voice/microphone-test.ts';
import { Core } from '../dock/core.tsx';
import { DeviceSelect } from '../settings/device-controls.tsx';
import { VoicesOf } from '../settings/voices-control.tsx';
import { LevelRow } from '../voice/level-row.tsx';
import { useMicrophoneTest } from '../voice/use-microphone-test.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { SpokenSentence } from './spoken-sentence.tsx';
import { StepTitle } from './step-title.tsx';

export function VoiceStep() {
  const t = useWords();
  const [tries, setTries] = useState(0);
  const language = useLanguage();
  const { loadCatalogue } = useActions();
  useEffect(() => void loadCatalogue(), [loadCatalogue]);
  const chosen = useWindow(state => state.preferences.voice.microphone);
  const { test, fault } = useMicrophoneTest(tries, chosen);
  return (
    <>
      <StepTitle title={t('welcome.voiceTitle')} text={t('welcome.voiceText')} />
      <Proof test={test} />
      {test !== undefined ? (
        <SpokenSentence test={test} />
      ) : (
        <div className="welcome-sentence">
          <button
            type="button"
            className="button"
            onClick={() => setTries(tries + 1)}
            data-testid="welcome-microphone"
          >
            {t('setting.testMicrophone')}
          </button>
        </div>
      )}
      {fault !== undefined && (
        <p className="remark-error" role="alert">
          {t(`microphoneFaults.${fault}`)} {t('welcome.withoutMicrophone')}
        </p>
      )}
      <dl className="welcome-rows">
        <div>
          <dt id="welcome-microphone">{t('microphone')}</dt>
          <dd>
            <DeviceSelect
              key={String(test !== undefined)}
              kind="microphone"
              labelledBy="welcome-microphone"
            />
          </dd>
        </div>
        {test !== undefined && (
          <div>
            <dt>{t('welcome.level')}</dt>
            <dd>
              <LevelRow test={test} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('welcome.myVoice')}</dt>
          <dd>
            <VoicesOf language={language} />
          </dd>
        </div>
      </dl>
    </>
  );
}

function Proof({ test }: { test: MicrophoneTest | undefined }) {
  const speaking = useWindow(state => state.voice.speaking);
  const shape = speaking ? 'speaking' : test === undefined ? 'idle' : 'listening';
  return (
    <div className="welcome-core" data-shape={shape}>
      <Core shape={shape} isPrivate={false} {...(test && { measureHeard: test.measure })} />
    </div>
  );
}
