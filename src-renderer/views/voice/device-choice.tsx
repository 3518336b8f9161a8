/** The microphone and the loudspeaker, by name. */
import { useEffect, useId, useState } from 'react';
import { useTalk } from '../dock/talk.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';

type Labels = Awaited<ReturnType<NonNullable<ReturnType<typeof useTalk>>['devices']>>;
const none: Labels = { microphones: [], loudspeakers: [] };

/** Drawn anew when the microphone was opened: its device has a name from then on. */
export function DeviceChoice() {
  const isOpen = useWindow(state => state.voice.isOpen);
  return <DeviceFields key={String(isOpen)} />;
}

function DeviceFields() {
  const t = useWords();
  const labels = useDevices();
  const { setVoicePreferences } = useActions();
  const voice = useWindow(state => state.preferences.voice);
  const choose = (key: 'microphone' | 'loudspeaker', label: string): void => {
    void (label === '' ? setVoicePreferences({}, key) : setVoicePreferences({ [key]: label }));
  };
  return (
    <>
      <Devices
        label={t('microphone')}
        chosen={voice.microphone}
        labels={labels.microphones}
        onChoose={label => choose('microphone', label)}
      />
      <Devices
        label={t('loudspeaker')}
        chosen={voice.loudspeaker}
        labels={labels.loudspeakers}
        onChoose={label => choose('loudspeaker', label)}
      />
      {voice.loudspeaker !== undefined && <p className="faint">{t('loudspeakerEcho')}</p>}
      {labels.microphones.length === 0 && <p className="faint">{t('devicesHidden')}</p>}
    </>
  );
}

/** As they are now, and as they change. */
function useDevices(): Labels {
  const talk = useTalk();
  const [labels, setLabels] = useState(none);
  useEffect(() => {
    const listening = new AbortController();
    const look = (): void => {
      // A page without a right to devices has none to choose from.
      talk?.devices().then(setLabels, () => setLabels(none));
    };
    look();
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    devices?.addEventListener('devicechange', look, { signal: listening.signal });
    return () => listening.abort();
  }, [talk]);
  return labels;
}

interface DevicesProps {
  readonly label: string;
  readonly chosen: string | undefined;
  readonly labels: readonly string[];
  readonly onChoose: (label: string) => void;
}

function Devices({ label, chosen, labels, onChoose }: DevicesProps) {
  const t = useWords();
  const id = useId();
  const isAbsent = chosen !== undefined && !labels.includes(chosen);
  return (
    <div className="form-row">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={chosen ?? ''} onChange={event => onChoose(event.target.value)}>
        <option value="">{t('systemDevice')}</option>
        {labels.map(name => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
        {isAbsent && <option value={chosen}>{t('deviceAbsent', { name: chosen })}</option>}
      </select>
    </div>
  );
}
