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
  const words = useWords();
  const mode = useWindow(state => state.preferences.voice.mode);
  return (
    <section className="voice-settings">
      <h3>{words.voiceTitle}</h3>
      <ModeChoice />
      {mode === 'hotword' && <WakeSettings />}
      <ListeningFields />
      <SpeakingFields />
      <DeviceChoice />
    </section>
  );
}

function ListeningFields() {
  const words = useWords();
  const language = useLanguage();
  const { setVoicePreferences } = useActions();
  const voice = useWindow(state => state.preferences.voice);
  return (
    <>
      <LanguageChoice />
      {voice.mode !== 'hold' && (
        <Range
          label={words.followUpFor(number(voice.followUpSeconds, language))}
          value={voice.followUpSeconds}
          max={30}
          step={1}
          onChange={followUpSeconds => void setVoicePreferences({ followUpSeconds })}
        />
      )}
      <Check
        label={words.bargeIn}
        isOn={voice.bargeIn}
        onChange={bargeIn => void setVoicePreferences({ bargeIn })}
      />
      <Check label={words.cues} isOn={voice.cues} onChange={cues => void setVoicePreferences({ cues })} />
    </>
  );
}

function SpeakingFields() {
  const words = useWords();
  const language = useLanguage();
  const { setPreferences, setVoicePreferences } = useActions();
  const preferences = useWindow(state => state.preferences);
  const { voice, speechRate } = preferences;
  return (
    <>
      <Check
        label={words.speakAnswers}
        isOn={preferences.speakAnswers}
        onChange={speakAnswers => void setPreferences({ speakAnswers })}
      />
      <Range
        label={words.speechRate}
        shown={`× ${number(speechRate, language)}`}
        value={speechRate}
        min={0.5}
        max={2}
        step={0.1}
        onChange={wanted => void setPreferences({ speechRate: wanted })}
      />
      <Range
        label={words.volume}
        shown={`${Math.round(voice.volume * 100)} %`}
        value={voice.volume}
        onChange={volume => void setVoicePreferences({ volume })}
      />
      <Choice
        label={words.numbers}
        value={voice.numbers}
        options={[
          ['france', words.numberWays.france],
          ['belgium', words.numberWays.belgium],
          ['switzerland', words.numberWays.switzerland],
        ]}
        onChange={numbers => void setVoicePreferences({ numbers })}
      />
      <VoiceChoice />
    </>
  );
}
