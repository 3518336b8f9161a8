/** How one talks with Jarvis; listening without a key is asked for once more. */
import { useState } from 'react';
import type { Preferences } from '../../store/contract-types.ts';
import type { StandingMode } from '../../voice/hands-free.ts';
import { useTalk } from '../dock/talk.ts';
import { ConsentDialog } from '../voice/consent-dialog.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { Options } from './options.tsx';
import { optionText } from './setting-words.ts';

const modes: readonly Preferences['voice']['mode'][] = ['hold', 'toggle', 'hotword', 'always'];

export function ModeControl() {
  const t = useWords();
  const talk = useTalk();
  const { changeSetting } = useActions();
  const mode = useWindow(state => state.preferences.voice.mode);
  const [asked, setAsked] = useState<StandingMode>();
  const choose = (wanted: typeof mode): void => {
    if (wanted === 'hotword' || wanted === 'always') setAsked(wanted);
    else void changeSetting('mode', wanted);
  };
  const onAnswer = (agreed: boolean): void => {
    setAsked(undefined);
    if (!agreed || asked === undefined) return;
    talk?.pause(false);
    void changeSetting('mode', asked);
  };
  return (
    <>
      <Options
        name="mode"
        value={mode}
        options={modes.map(one => [one, optionText('mode', one, t)] as const)}
        onChange={choose}
      />
      {asked !== undefined && <ConsentDialog mode={asked} onAnswer={onAnswer} />}
    </>
  );
}
