/** Says what the voice is doing, on the side of the horizon where no sound runs, and offers what can be done about it. */
import type { VoiceView } from '../../voice/voice-view.ts';
import type { Words } from '../../words.ts';
import { useWindow, useWords } from '../window-context.tsx';
import { useTalk } from './talk.ts';

type Shape = VoiceView['state'] | 'paused';

function shapeOf({ state, speaking, isPaused }: VoiceView, isHandsFree: boolean): Shape {
  if (speaking && (state === 'idle' || state === 'armed')) return 'speaking';
  return state === 'idle' && isHandsFree && isPaused ? 'paused' : state;
}

function textOf(
  shape: Exclude<Shape, 'idle'>,
  { isLocked, canCutIn }: { readonly isLocked: boolean; readonly canCutIn: boolean },
  t: Words,
): string {
  if (isLocked && (shape === 'listening' || shape === 'hearing')) return t('locked');
  return {
    armed: t('armed'),
    listening: t('listening'),
    hearing: t('hearing'),
    recognising: t('recognising'),
    thinking: t('thinking'),
    speaking: canCutIn ? t('dock.speakingOpen') : t('dock.speaking'),
    'follow-up': t('followUp'),
    paused: t('handsFreeOff'),
  }[shape];
}

export function VoiceNote() {
  const t = useWords();
  const voice = useWindow(state => state.voice);
  const { mode, bargeIn } = useWindow(state => state.preferences.voice);
  const canListen = useWindow(state => state.speech.canListen);
  const isHandsFree = canListen && (mode === 'hotword' || mode === 'always');
  const shape = shapeOf(voice, isHandsFree);
  // A microphone that is still open after the key was let go is not listened to.
  const canCutIn = isHandsFree && bargeIn && voice.isOpen;
  if (shape === 'idle') return null;
  return (
    <div className="voice-note" data-testid="voice-state" data-state={shape}>
      <span role="status">{textOf(shape, { isLocked: voice.isLocked, canCutIn }, t)}</span>
      <NoteButtons shape={shape} />
      {shape === 'follow-up' && <RemainingTime />}
    </div>
  );
}

function NoteButtons({ shape }: { shape: Shape }) {
  const t = useWords();
  const talk = useTalk();
  const canDeny = useWindow(state => state.voice.canDeny);
  return (
    <>
      {canDeny && (
        <button type="button" className="button" onClick={() => talk?.deny()} data-testid="not-me">
          {t('notMe')}
        </button>
      )}
      {shape === 'speaking' && (
        <button type="button" className="button" onClick={() => talk?.hush()} data-testid="hush">
          {t('stopSpeaking')}
        </button>
      )}
    </>
  );
}

/** Runs down while one may go on without the name. */
function RemainingTime() {
  const seconds = useWindow(state => state.preferences.voice.followUpSeconds);
  return (
    <span className="level" aria-hidden="true">
      <span className="remaining" style={{ animationDuration: `${seconds}s` }} />
    </span>
  );
}
