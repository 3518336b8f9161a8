/** What is wrong, in a sentence, and what mends it. */
import type { Trouble } from '../../orb/orb-state.ts';
import { IconButton } from '../icon-button.tsx';
import { voiceRemark } from '../voice/voice-remark.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { useTalk } from './talk.ts';

export function TroubleLine({ trouble }: { trouble: Trouble }) {
  const t = useWords();
  const { putTroubleAway } = useActions();
  // A banner says it for the whole window.
  if (trouble.kind === 'connection') return null;
  return (
    <div className="trouble" data-testid="trouble">
      <Sentence trouble={trouble} />
      <Mend trouble={trouble} />
      <IconButton icon="close" label={t('dock.putAway')} onClick={() => putTroubleAway(trouble.id)} />
    </div>
  );
}

type Shown = Exclude<Trouble, { readonly kind: 'connection' }>;

/** An answer's fault and words that were not sent are read out where they stand in the conversation. */
function Sentence({ trouble }: { trouble: Shown }) {
  const t = useWords();
  switch (trouble.kind) {
    case 'microphone':
      return <p role="alert">{voiceRemark(trouble.remark, t)}</p>;
    case 'unsent':
      return <p>{t('dock.unsent', { reason: trouble.text })}</p>;
    case 'answer':
      return <p>{trouble.text ?? t('failed')}</p>;
  }
}

function Mend({ trouble }: { trouble: Shown }) {
  const t = useWords();
  const talk = useTalk();
  const { goTo, regenerate, resend } = useActions();
  const isPaused = useWindow(state => state.voice.isPaused);
  const mend = mendOf();
  if (mend === undefined) return null;
  return (
    <button type="button" className="button" onClick={mend.act} data-testid="mend">
      {mend.label}
    </button>
  );

  function mendOf(): { readonly label: string; readonly act: () => void } | undefined {
    switch (trouble.kind) {
      case 'microphone':
        return isPaused && talk !== undefined
          ? { label: t('listenOn'), act: () => talk.pause(false) }
          : { label: t('dock.microphoneSettings'), act: () => goTo('settings') };
      case 'unsent':
        return trouble.canRetry
          ? { label: t('dock.sendAgain'), act: () => void resend(trouble.id) }
          : undefined;
      case 'answer': {
        const { questionId } = trouble;
        if (questionId === null) return undefined;
        return { label: t('dock.answerAgain'), act: () => void regenerate(questionId) };
      }
    }
  }
}
