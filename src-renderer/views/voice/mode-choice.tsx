/** How one talks with Jarvis; listening without a key is asked for once more. */
import { useState } from 'react';
import type { StandingMode } from '../../voice/hands-free.ts';
import { useTalk } from '../dock/talk.ts';
import { Choice } from '../dialogs/choice.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { ConsentDialog } from './consent-dialog.tsx';

export function ModeChoice() {
  const t = useWords();
  const talk = useTalk();
  const { setVoicePreferences } = useActions();
  const mode = useWindow(state => state.preferences.voice.mode);
  const [asked, setAsked] = useState<StandingMode>();
  const choose = (wanted: typeof mode): void => {
    if (wanted === 'hotword' || wanted === 'always') setAsked(wanted);
    else void setVoicePreferences({ mode: wanted });
  };
  const onAnswer = (agreed: boolean): void => {
    setAsked(undefined);
    if (!agreed || asked === undefined) return;
    talk?.pause(false);
    void setVoicePreferences({ mode: asked });
  };
  return (
    <>
      <Choice
        label={t('voiceMode')}
        value={mode}
        options={[
          ['hold', t('voiceModes.hold')],
          ['toggle', t('voiceModes.toggle')],
          ['hotword', t('voiceModes.hotword')],
          ['always', t('voiceModes.always')],
        ]}
        onChange={choose}
      />
      {asked !== undefined && <ConsentDialog mode={asked} onAnswer={onAnswer} />}
    </>
  );
}
