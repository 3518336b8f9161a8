/** What stands in each section: its settings, and the ways to other rooms. */
import type { ComponentType } from 'react';
import type { SettingName } from '../../../src-main/domain/setting-table.ts';
import { WakeSettings } from '../voice/wake-settings.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { AccentControl } from './accent-control.tsx';
import { QuietHoursControl, StartAtLoginControl } from './desktop-controls.tsx';
import { LoudspeakerControl, MicrophoneControl } from './device-controls.tsx';
import { GlobalKeyControl } from './global-key-control.tsx';
import { ModeControl } from './mode-control.tsx';
import { PlainControl, useSetting } from './plain-control.tsx';
import { LanguageControl, NameControl } from './profile-controls.tsx';
import { SettingRow } from './setting-row.tsx';
import { type RowName, valueText } from './setting-words.ts';
import { VoicesControl } from './voices-control.tsx';

const own: Readonly<Partial<Record<RowName, ComponentType>>> = {
  name: NameControl,
  language: LanguageControl,
  accent: AccentControl,
  mode: ModeControl,
  microphone: MicrophoneControl,
  loudspeaker: LoudspeakerControl,
  voices: VoicesControl,
  excludedTopics: () => <InMemory name="excludedTopics" />,
  talkKey: () => <GlobalKeyControl name="talk" />,
  quickKey: () => <GlobalKeyControl name="quick" />,
  startAtLogin: StartAtLoginControl,
  quietHours: QuietHoursControl,
  embedder: () => <InMemory name="embedder" />,
};

export function Rows({ names }: { names: readonly RowName[] }) {
  const mode = useWindow(state => state.preferences.voice.mode);
  return (
    <ul className="settings-list">
      {names.map(name => {
        const Own = own[name];
        return (
          <SettingRow
            key={name}
            name={name}
            footer={name === 'wakeSensitivity' && mode === 'hotword' ? <WakeSettings /> : undefined}
          >
            {Own !== undefined ? <Own /> : <PlainControl name={name as SettingName} />}
          </SettingRow>
        );
      })}
    </ul>
  );
}

/** Its value, and the way to where it is set. */
function InMemory({ name }: { name: 'excludedTopics' | 'embedder' }) {
  const t = useWords();
  const { goTo } = useActions();
  const value = useSetting(name);
  const shown = valueText({ name, kind: { type: 'own' } }, value, t, 'en');
  return (
    <div className="slider">
      <output>{shown}</output>
      <button type="button" className="button" onClick={() => goTo('memory', 'keeping')}>
        {t('setting.toMemory')}
      </button>
    </div>
  );
}

export function ModelsSection() {
  const t = useWords();
  const { goTo } = useActions();
  return (
    <>
      <p>{t('setting.modelsText')}</p>
      <div className="choice">
        <button type="button" className="button" onClick={() => goTo('system', 'models')}>
          {t('setting.toModels')}
        </button>
      </div>
    </>
  );
}

export function PrivacySection() {
  const t = useWords();
  const { goTo } = useActions();
  const version = useWindow(state => state.version);
  return (
    <>
      <h3>{t('whereData')}</h3>
      <p>{t('whereDataText')}</p>
      <p className="setting-gap">{t('setting.ledgerText')}</p>
      <div className="choice">
        <button type="button" className="button" onClick={() => goTo('system', 'ledger')}>
          {t('setting.toLedger')}
        </button>
        <button type="button" className="button" onClick={() => goTo('welcome')}>
          {t('setting.welcomeAgain')}
        </button>
      </div>
      <p className="faint setting-gap">{t('versionIs', { version })}</p>
    </>
  );
}
