/** The question whether the microphone may stay open, asked from anywhere; a yes is what switches it on. */
import type { StandingMode } from '../../voice/hands-free.ts';
import { useTalk } from '../dock/talk.ts';
import { ConsentDialog } from '../voice/consent-dialog.tsx';
import { useActions } from '../window-context.tsx';

export function ListenDialog({ mode }: { mode: StandingMode }) {
  const talk = useTalk();
  const { changeSetting, closeDialog } = useActions();
  const onAnswer = (agreed: boolean): void => {
    closeDialog();
    if (!agreed) return;
    talk?.pause(false);
    void changeSetting('mode', mode);
  };
  return <ConsentDialog mode={mode} onAnswer={onAnswer} />;
}
