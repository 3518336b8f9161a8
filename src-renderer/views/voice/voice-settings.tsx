/** How one talks with Jarvis and how it answers aloud; each change is kept at once. */
import { Choice } from '../dialogs/choice.tsx';
import { number } from '../format.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { DeviceChoice } from './device-choice.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { ModeChoice } from './mode-choice.tsx';
import { Check, Range } from './setting-fields.tsx';
import { VoiceChoice } from './voice-choice.tsx';
import { WakeSettings } from './wake-settings.tsx';

export function VoiceSettings() {
  const t = useWords();
  const mode = useWindow(state => state.preferences.voice.mode);
  return (
    <section className="voice-settings">
      <h3>{t('voiceTitle')}</h3>
      <ModeChoice />
      {mode === 'hotword' && <WakeSettings />}
      <ListeningFields />
      <SpeakingFields />
      <DeviceChoice />
    </section>
  );
}

function ListeningFields() {
  const t = useWords();
  const language = useLanguage();
  const { setVoicePreferences } = useActions();
  const voice = useWindow(state => state.preferences.voice);
  return (
    <>
      <LanguageChoice />
      {voice.mode !== 'hold' && (
        <Range
          label={t('followUpFor', { seconds: number(voice.followUpSeconds, language) })}
          value={voice.followUpSeconds}
          max={30}
          step={1}
          onChange={followUpSeconds => void setVoicePreferences({ followUpSeconds })}
        />
      )}
      <Check
        label={t('bargeIn')}
        isOn={voice.bargeIn}
        onChange={bargeIn => void setVoicePreferences({ bargeIn })}
      />
      <Check label={t('cues')} isOn={voice.cues} onChange={cues => void setVoicePreferences({ cues })} />
    </>
  );
}

function SpeakingFields() {
  const t = useWords();
  const language = useLanguage();
  const { setPreferences, setVoicePreferences } = useActions();
  const preferences = useWindow(state => state.preferences);
  const { voice, speechRate } = preferences;
  return (
    <>
      <Check
        label={t('speakAnswers')}
        isOn={preferences.speakAnswers}
        onChange={speakAnswers => void setPreferences({ speakAnswers })}
      />
      <Range
        label={t('speechRate')}
        shown={`× ${number(speechRate, language)}`}
        value={speechRate}
        min={0.5}
        max={2}
        step={0.1}
        onChange={wanted => void setPreferences({ speechRate: wanted })}
      />
      <Range
        label={t('volume')}
        shown={`${Math.round(voice.volume * 100)} %`}
        value={voice.volume}
        onChange={volume => void setVoicePreferences({ volume })}
      />
      <Choice
        label={t('numbers')}
        value={voice.numbers}
        options={[
          ['france', t('numberWays.france')],
          ['belgium', t('numberWays.belgium')],
          ['switzerland', t('numberWays.switzerland')],
        ]}
        onChange={numbers => void setVoicePreferences({ numbers })}
      />
      <VoiceChoice />
    </>
  );
}
