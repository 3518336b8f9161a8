/** The microphone with its level, and the loudspeaker with a sound to try it by. */
import { useState } from 'react';
import { useTalk } from '../dock/talk.ts';
import { LevelRow } from '../voice/level-row.tsx';
import { useDevices } from '../voice/use-devices.ts';
import { useMicrophoneTest } from '../voice/use-microphone-test.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { rowLabels } from './setting-row.tsx';

export function MicrophoneControl() {
  const t = useWords();
  const [isWanted, setWanted] = useState(false);
  const chosen = useWindow(state => state.preferences.voice.microphone);
  const wasOpened = useWindow(state => state.voice.isOpen);
  const { test, fault } = useMicrophoneTest(Number(isWanted), chosen);
  return (
    <>
      {/* Devices have names from the moment the page was let in. */}
      <DeviceSelect key={String(wasOpened || test !== undefined)} kind="microphone" />
      <button
        type="button"
        className="button"
        aria-pressed={isWanted}
        onClick={() => setWanted(!isWanted)}
        data-testid="test-microphone"
      >
        {t(isWanted ? 'setting.closeMicrophone' : 'setting.testMicrophone')}
      </button>
      {test !== undefined && <LevelRow test={test} />}
      {fault !== undefined && (
        <p className="remark-error" role="alert">
          {t(`microphoneFaults.${fault}`)}
        </p>
      )}
    </>
  );
}

export function LoudspeakerControl() {
  const t = useWords();
  const talk = useTalk();
  const language = useLanguage();
  const { hearVoice } = useActions();
  const speaking = useWindow(state => state.voice.speaking);
  return (
    <>
      <DeviceSelect kind="loudspeaker" />
      <button
        type="button"
        className="button"
        onClick={() => (speaking ? talk?.hush() : void hearVoice({ language, text: t('setting.sample') }))}
      >
        {t(speaking ? 'setting.stopVoice' : 'setting.testLoudspeaker')}
      </button>
    </>
  );
}

interface DeviceProps {
  readonly kind: 'microphone' | 'loudspeaker';
  /** Where its name stands; absent: in the row of the setting. */
  readonly labelledBy?: string;
}

export function DeviceSelect({ kind, labelledBy }: DeviceProps) {
  const t = useWords();
  const { changeSetting } = useActions();
  const devices = useDevices();
  const labels = kind === 'microphone' ? devices.microphones : devices.loudspeakers;
  const chosen = useWindow(state => state.preferences.voice[kind]);
  const isAbsent = chosen !== undefined && !labels.includes(chosen);
  return (
    <>
      <select
        className="input"
        value={chosen ?? ''}
        onChange={({ target }) => void changeSetting(kind, target.value === '' ? undefined : target.value)}
        {...(labelledBy === undefined ? rowLabels(kind, t) : { 'aria-labelledby': labelledBy })}
      >
        <option value="">{t('systemDevice')}</option>
        {labels.map(name => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
        {isAbsent && <option value={chosen}>{t('deviceAbsent', { name: chosen })}</option>}
      </select>
      {kind === 'microphone' && labels.length === 0 && <p className="faint">{t('devicesHidden')}</p>}
    </>
  );
}
